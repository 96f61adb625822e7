#!/usr/bin/env python3
"""A recipe's training in PyTorch with several seeds stacked along a leading axis: what a careful Python programmer would get.

Weights are (seeds, n_in, n_out), biases (seeds, 1, n_out), a batch (seeds, batch, n_in); one bmm a layer serves all seeds. --by-hand
writes the backward pass and the update out instead of leaving them to autograd. The same training as natural.py, every seed with its
own order of the images.
"""
import torch
from torch.nn import functional

import timing
from data import load, one_hot
from updates import UPDATES


def build(setting, seeds):
    weights, biases = [], []
    for fan_in, fan_out in zip(setting.sizes, setting.sizes[1:]):
        bound = fan_in**-0.5
        weights.append(torch.empty(seeds, fan_in, fan_out).uniform_(-bound, bound) if setting.weights == "uniform"
                       else torch.randn(seeds, fan_in, fan_out) * ({"lecun": 1, "he": 2}[setting.weights] / fan_in) ** 0.5)
        biases.append({"normal": torch.randn, "zeros": torch.zeros}[setting.biases](seeds, 1, fan_out) if setting.biases != "uniform"
                      else torch.empty(seeds, 1, fan_out).uniform_(-bound, bound))
    return weights, biases


def forward(setting, weights, biases, images, training):
    """The activations of all layers as the next one receives them, the images first; the last are logits."""
    activations = [images]
    for weight, bias in zip(weights[:-1], biases[:-1]):
        sums = torch.baddbmm(bias, activations[-1], weight)
        active = torch.sigmoid(sums) if setting.activation == "sigmoid" else torch.relu(sums)
        activations.append(functional.dropout(active, setting.drop) if training and setting.drop else active)
    activations.append(torch.baddbmm(biases[-1], activations[-1], weights[-1]))
    return activations


def costs(setting, logits, targets):
    """Every seed's mean cost, (seeds); targets are one-hot."""
    if setting.loss == "softmax":
        return -(functional.log_softmax(logits, 2) * targets).sum(2).mean(1)
    return functional.binary_cross_entropy_with_logits(logits, targets.expand_as(logits), reduction="none").sum(2).mean(1)


def backward(setting, weights, activations, targets):
    """For every layer from the last: its number, its inputs and the derivative of the cost by its sums, averaged over the batch.

    The caller may change the layer's weights once it has them: what the layer before needs is computed first.
    """
    logits = activations.pop()
    delta = (torch.softmax(logits, 2) if setting.loss == "softmax" else logits.sigmoid_()).sub_(targets).div_(targets.shape[1])
    for layer in reversed(range(len(weights))):
        inputs = activations[layer]
        earlier = torch.bmm(delta, weights[layer].transpose(1, 2)) if layer else None
        yield layer, inputs, delta
        if layer and setting.activation == "sigmoid":
            delta = earlier.mul_(inputs).mul_(1 - inputs)
        elif layer:
            # Positive where the unit was active and not dropped.
            delta = earlier.mul_(inputs > 0)
            if setting.drop:
                delta.mul_(1 / (1 - setting.drop))


def main():
    parser = timing.parser(__doc__, seeds=True)
    parser.add_argument("--by-hand", action="store_true", help="backpropagation and the update by hand instead of autograd")
    arguments = parser.parse_args()
    setting, seeds = timing.setting_of(arguments), arguments.seeds
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)

    def tensors(part, count):
        images, labels = load(part, count)
        return torch.from_numpy(images), torch.from_numpy(labels), torch.from_numpy(one_hot(labels))

    images, labels, targets = tensors("train", setting.images)
    validation = tensors("validation", timing.EVALUATION_IMAGES)
    count = timing.EVALUATION_IMAGES
    splits = {"train": (images[:count], labels[:count], targets[:count]), "validation": validation, "test": tensors("test", count)} if arguments.measure else {}
    weights, biases = build(setting, seeds)
    if not arguments.by_hand:
        for parameter in weights + biases:
            parameter.requires_grad_()
    by_hand, autograd = UPDATES[setting.optimizer]
    update = (by_hand if arguments.by_hand else autograd)(setting, weights, biases)

    def step_by_hand(batch, wanted):
        activations = forward(setting, weights, biases, batch, training=True)
        update.begin()
        for layer, inputs, delta in backward(setting, weights, activations, wanted):
            update.layer(layer, inputs, delta)

    def step_autograd(batch, wanted):
        # Summed over seeds: seeds share no parameter, so each gets its own gradient.
        costs(setting, forward(setting, weights, biases, batch, training=True)[-1], wanted).sum().backward()
        update.step()

    def train_epoch():
        orders = torch.stack([torch.randperm(len(images)) for _ in range(seeds)])
        with torch.set_grad_enabled(not arguments.by_hand):
            for rows in orders.split(setting.batch, dim=1):
                (step_by_hand if arguments.by_hand else step_autograd)(images[rows], targets[rows])

    def gradients():
        inputs, wanted = images[: timing.GRADIENT_IMAGES].expand(seeds, -1, -1), targets[: timing.GRADIENT_IMAGES].expand(seeds, -1, -1)
        if arguments.by_hand:
            activations = forward(setting, weights, biases, inputs, training=False)
            for layer, received, delta in backward(setting, weights, activations, wanted):
                yield layer, torch.bmm(received.transpose(1, 2), delta), delta.sum(1)
        else:
            costs(setting, forward(setting, weights, biases, inputs, training=False)[-1], wanted).sum().backward()
            for layer, (weight, bias) in enumerate(zip(weights, biases)):
                yield layer, weight.grad, bias.grad
                weight.grad = bias.grad = None

    def measure():
        with torch.no_grad():
            for split, (inputs, classes, wanted) in splits.items():
                logits = forward(setting, weights, biases, inputs.expand(seeds, -1, -1), training=False)[-1]
                yield split, "loss", None, costs(setting, logits, wanted).tolist()
                yield split, "accuracy", None, (logits.argmax(2) == classes).float().mean(1).tolist()
        with torch.set_grad_enabled(not arguments.by_hand):
            for layer, weight, bias in gradients():
                yield "", "gradient.bias", layer + 1, bias.flatten(1).norm(dim=1).tolist()
                yield "", "gradient.weight", layer + 1, weight.flatten(1).norm(dim=1).tolist()

    def accuracies():
        with torch.no_grad():
            logits = forward(setting, weights, biases, validation[0].expand(seeds, -1, -1), training=False)[-1]
            return (logits.argmax(2) == validation[1]).float().mean(1).tolist()

    timing.run("stacked by hand" if arguments.by_hand else "stacked autograd", arguments, setting, train_epoch, measure, accuracies)


if __name__ == "__main__":
    main()
