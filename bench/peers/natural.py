#!/usr/bin/env python3
"""A recipe's training as one would naturally write it in PyTorch: one network, nn.Sequential, autograd, torch.optim, images[rows]."""
import torch
from torch import nn
from torch.nn import functional

import timing
from data import load, one_hot


def build(setting):
    layers = []
    for fan_in, fan_out in zip(setting.sizes, setting.sizes[1:]):
        layer = nn.Linear(fan_in, fan_out)  # starts uniform on ±1/sqrt(n_in), weights and biases
        if setting.weights != "uniform":
            nn.init.normal_(layer.weight, std=({"lecun": 1, "he": 2}[setting.weights] / fan_in) ** 0.5)
        if setting.biases == "normal":
            nn.init.normal_(layer.bias)
        elif setting.biases == "zeros":
            nn.init.zeros_(layer.bias)
        layers += [layer, {"sigmoid": nn.Sigmoid, "tanh": nn.Tanh, "relu": nn.ReLU}[setting.activation]()]
        if setting.drop:
            layers.append(nn.Dropout(setting.drop))
    return nn.Sequential(*layers[: -2 if setting.drop else -1])  # the output layer gives logits


def optimizer_of(setting, network):
    if setting.optimizer == "adam":
        return torch.optim.Adam(network.parameters(), lr=setting.learning_rate)
    weights = [parameter for parameter in network.parameters() if parameter.dim() == 2]
    biases = [parameter for parameter in network.parameters() if parameter.dim() == 1]
    groups = [{"params": weights, "weight_decay": setting.weight_decay}, {"params": biases}]
    return torch.optim.SGD(groups if setting.weight_decay else network.parameters(), lr=setting.learning_rate, momentum=setting.momentum)


def cost(setting, logits, targets):
    if setting.loss == "softmax":
        return functional.cross_entropy(logits, targets)
    return functional.binary_cross_entropy_with_logits(logits, targets, reduction="sum") / len(targets)


def main():
    arguments = timing.arguments(__doc__)
    setting = timing.setting_of(arguments)
    torch.set_num_threads(1)
    torch.manual_seed(arguments.seed)

    def tensors(part, count):
        images, labels = load(part, count)
        targets = labels if setting.loss == "softmax" else one_hot(labels)
        return torch.from_numpy(images), torch.from_numpy(labels), torch.from_numpy(targets)

    images, labels, targets = tensors("train", setting.images)
    validation = tensors("validation", 10_000)
    network = build(setting)
    optimizer = optimizer_of(setting, network)

    def train_epoch():
        network.train()
        for rows in torch.randperm(len(images)).split(setting.batch):
            optimizer.zero_grad()
            loss = cost(setting, network(images[rows]), targets[rows])
            loss.backward()
            optimizer.step()

    def accuracy():
        network.eval()
        with torch.no_grad():
            return (network(validation[0]).argmax(1) == validation[1]).float().mean().item()

    timing.run(arguments, setting, train_epoch, accuracy)


if __name__ == "__main__":
    main()
