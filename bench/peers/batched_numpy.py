#!/usr/bin/env python3
"""A recipe's training in numpy: one network, whole batches as matrices, float32, backpropagation and the update by hand."""
import numpy

import timing
from data import load, one_hot

BETA1, BETA2, EPSILON = 0.9, 0.999, 1e-8


def build(setting, random):
    def uniform(shape, fan_in):
        return random.uniform(-(fan_in**-0.5), fan_in**-0.5, shape).astype(numpy.float32)

    def normal(shape, deviation):
        return random.standard_normal(shape, numpy.float32) * numpy.float32(deviation)

    weights, biases = [], []
    for fan_in, fan_out in zip(setting.sizes, setting.sizes[1:]):
        weights.append(uniform((fan_in, fan_out), fan_in) if setting.weights == "uniform"
                       else normal((fan_in, fan_out), ({"lecun": 1, "he": 2}[setting.weights] / fan_in) ** 0.5))
        biases.append(uniform(fan_out, fan_in) if setting.biases == "uniform" else normal(fan_out, 1 if setting.biases == "normal" else 0))
    return weights, biases


def sigmoid(sums):
    return 1 / (1 + numpy.exp(-sums))


def softmax(logits):
    powers = numpy.exp(logits - logits.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def forward(setting, weights, biases, images, random=None):
    """The activations of all layers as the next one receives them, the images first; the last are logits. With dropout if random."""
    activations = [images]
    for weight, bias in zip(weights[:-1], biases[:-1]):
        sums = activations[-1] @ weight + bias
        active = sigmoid(sums) if setting.activation == "sigmoid" else numpy.maximum(sums, 0)
        if random and setting.drop:
            active *= (random.random(active.shape, numpy.float32) >= setting.drop) * numpy.float32(1 / (1 - setting.drop))
        activations.append(active)
    activations.append(activations[-1] @ weights[-1] + biases[-1])
    return activations


def gradients(setting, weights, activations, targets):
    """For every layer from the last: its number and the gradients of its weights and biases."""
    logits = activations[-1]
    delta = ((softmax(logits) if setting.loss == "softmax" else sigmoid(logits)) - targets) / numpy.float32(len(targets))
    for layer in reversed(range(len(weights))):
        inputs = activations[layer]
        earlier = delta @ weights[layer].T if layer else None
        yield layer, inputs.T @ delta, delta.sum(0)
        if layer and setting.activation == "sigmoid":
            delta = earlier * inputs * (1 - inputs)
        elif layer:
            # Positive where the unit was active and not dropped.
            delta = earlier * (inputs > 0)
            if setting.drop:
                delta *= numpy.float32(1 / (1 - setting.drop))


def cost(setting, logits, targets):
    if setting.loss == "softmax":
        shifted = logits - logits.max(1, keepdims=True)
        return float((numpy.log(numpy.exp(shifted).sum(1)) - (shifted * targets).sum(1)).mean())
    return float((numpy.maximum(logits, 0) - logits * targets + numpy.log1p(numpy.exp(-numpy.abs(logits)))).sum(1).mean())


class Update:
    def __init__(self, setting, weights, biases):
        self.setting, self.steps = setting, 0
        self.state = {id(parameter): (numpy.zeros_like(parameter), numpy.zeros_like(parameter)) for parameter in weights + biases}

    def move(self, parameter, gradient, decay):
        setting = self.setting
        first, second = self.state[id(parameter)]
        if setting.optimizer == "adam":
            first += numpy.float32(1 - BETA1) * (gradient - first)
            second += numpy.float32(1 - BETA2) * (gradient * gradient - second)
            rate = setting.learning_rate / (1 - BETA1**self.steps)
            parameter -= numpy.float32(rate) * first / (numpy.sqrt(second) / numpy.float32((1 - BETA2**self.steps) ** 0.5) + numpy.float32(EPSILON))
            return
        if setting.momentum:
            first *= numpy.float32(setting.momentum)
            first += gradient
            gradient = first
        if decay:
            parameter *= numpy.float32(1 - setting.learning_rate * decay)
        parameter -= numpy.float32(setting.learning_rate) * gradient


def main():
    arguments = timing.parser(__doc__).parse_args()
    setting = timing.setting_of(arguments)
    random = numpy.random.default_rng(arguments.seed)
    images, labels = load("train", setting.images)
    targets = one_hot(labels)
    validation = load("validation", timing.EVALUATION_IMAGES)
    count = timing.EVALUATION_IMAGES
    splits = {"train": (images[:count], labels[:count]), "validation": validation, "test": load("test", count)} if arguments.measure else {}
    weights, biases = build(setting, random)
    update = Update(setting, weights, biases)

    def train_epoch():
        order = random.permutation(len(images))
        for start in range(0, len(images), setting.batch):
            rows = order[start : start + setting.batch]
            update.steps += 1
            for layer, weight, bias in gradients(setting, weights, forward(setting, weights, biases, images[rows], random), targets[rows]):
                update.move(weights[layer], weight, setting.weight_decay)
                update.move(biases[layer], bias, 0)

    def measure():
        for split, (inputs, classes) in splits.items():
            logits = forward(setting, weights, biases, inputs)[-1]
            yield split, "loss", None, cost(setting, logits, one_hot(classes))
            yield split, "accuracy", None, float((logits.argmax(1) == classes).mean())
        first = timing.GRADIENT_IMAGES
        for layer, weight, bias in gradients(setting, weights, forward(setting, weights, biases, images[:first]), targets[:first]):
            yield "", "gradient.bias", layer + 1, float(numpy.linalg.norm(bias))
            yield "", "gradient.weight", layer + 1, float(numpy.linalg.norm(weight))

    def accuracies():
        return [float((forward(setting, weights, biases, validation[0])[-1].argmax(1) == validation[1]).mean())]

    timing.run("numpy", arguments, setting, train_epoch, measure, accuracies)


if __name__ == "__main__":
    main()
