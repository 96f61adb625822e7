"""How stacked.py turns gradients into steps. torch.optim serves Adam under autograd; the rest is written out, with few calls a layer."""
import torch

BETA1, BETA2, EPSILON = 0.9, 0.999, 1e-8


class SgdAutograd:
    def __init__(self, setting, weights, biases):
        self.setting, self.groups = setting, [(weights, setting.weight_decay), (biases, 0)]
        self.velocities = {parameter: torch.zeros_like(parameter) for parameter in weights + biases} if setting.momentum else {}

    @torch.no_grad()
    def step(self):
        rate, momentum = self.setting.learning_rate, self.setting.momentum
        for parameters, decay in self.groups:
            for parameter in parameters:
                gradient = parameter.grad
                if momentum:
                    gradient = self.velocities[parameter].mul_(momentum).add_(gradient)
                if decay:
                    parameter.mul_(1 - rate * decay)
                parameter.sub_(gradient, alpha=rate)
                parameter.grad = None


class AdamAutograd:
    def __init__(self, setting, weights, biases):
        self.optimizer = torch.optim.Adam(weights + biases, lr=setting.learning_rate)

    def step(self):
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)


class SgdByHand:
    def __init__(self, setting, weights, biases):
        self.setting, self.weights, self.biases = setting, weights, biases
        self.velocities = [(torch.zeros_like(weight), torch.zeros_like(bias)) for weight, bias in zip(weights, biases)] if setting.momentum else []

    def begin(self):
        pass

    def layer(self, layer, inputs, delta):
        rate, momentum = self.setting.learning_rate, self.setting.momentum
        if momentum:
            weight, bias = self.velocities[layer]
            weight.baddbmm_(inputs.transpose(1, 2), delta, beta=momentum)  # v ← momentum · v + inputsᵀ delta, in one call
            bias.mul_(momentum).add_(delta.sum(1, keepdim=True))
            self.weights[layer].sub_(weight, alpha=rate)
            self.biases[layer].sub_(bias, alpha=rate)
        else:
            # w ← (1 - lr · decay) w - lr · inputsᵀ delta, in one call
            self.weights[layer].baddbmm_(inputs.transpose(1, 2), delta, beta=1 - rate * self.setting.weight_decay, alpha=-rate)
            self.biases[layer].sub_(delta.sum(1, keepdim=True), alpha=rate)


class AdamByHand:
    def __init__(self, setting, weights, biases):
        self.rate, self.weights, self.biases, self.steps = setting.learning_rate, weights, biases, 0
        self.moments = {parameter: (torch.zeros_like(parameter), torch.zeros_like(parameter)) for parameter in weights + biases}

    def begin(self):
        self.steps += 1

    def layer(self, layer, inputs, delta):
        self.move(self.weights[layer], torch.bmm(inputs.transpose(1, 2), delta))
        self.move(self.biases[layer], delta.sum(1, keepdim=True))

    def move(self, parameter, gradient):
        first, second = self.moments[parameter]
        first.lerp_(gradient, 1 - BETA1)
        second.mul_(BETA2).addcmul_(gradient, gradient, value=1 - BETA2)
        root = second.sqrt().div_((1 - BETA2**self.steps) ** 0.5).add_(EPSILON)
        parameter.addcdiv_(first, root, value=-self.rate / (1 - BETA1**self.steps))


UPDATES = {"sgd": (SgdByHand, SgdAutograd), "adam": (AdamByHand, AdamAutograd)}
