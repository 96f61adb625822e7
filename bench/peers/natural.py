#!/usr/bin/env python3
"""The depth recipe as one would naturally write it in PyTorch: one network, nn.Sequential, autograd, optim.SGD.

Sigmoid layers of 30, weights ~ N(0, 1/n_in), biases ~ N(0, 1), cross-entropy per output unit, batches of 10, learning rate 0.1,
weight decay 1e-4 on the weights alone. With --validate it says what accuracy the network reaches, so that nobody compares the
speed of two different trainings.
"""
import argparse
import time

import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits

from mnist import load


def build(hidden):
    layers, fan_in = [], 784
    for _ in range(hidden):
        layers += [nn.Linear(fan_in, 30), nn.Sigmoid()]
        fan_in = 30
    layers.append(nn.Linear(fan_in, 10))  # its sigmoid is in the loss
    for layer in layers[::2]:
        nn.init.normal_(layer.weight, std=layer.in_features**-0.5)
        nn.init.normal_(layer.bias)
    return nn.Sequential(*layers)


def train_epoch(network, optimizer, images, targets, batch, limit):
    steps = 0
    for rows in torch.randperm(len(images)).split(batch):
        optimizer.zero_grad()
        loss = binary_cross_entropy_with_logits(network(images[rows]), targets[rows], reduction="sum") / len(rows)
        loss.backward()
        optimizer.step()
        steps += 1
        if steps == limit:
            break
    return steps


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hidden", type=int, default=1, help="number of hidden layers (1)")
    parser.add_argument("--epochs", type=int, default=1, help="(1)")
    parser.add_argument("--steps", type=int, default=0, help="end every epoch after so many steps (0: never)")
    parser.add_argument("--batch", type=int, default=10, help="(10)")
    parser.add_argument("--threads", type=int, default=1, help="(1)")
    parser.add_argument("--seed", type=int, default=0, help="(0)")
    parser.add_argument("--validate", action="store_true", help="print the validation accuracy after every epoch")
    arguments = parser.parse_args()

    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)
    images, _, targets = load("train")
    network = build(arguments.hidden)
    weights = [parameter for parameter in network.parameters() if parameter.dim() == 2]
    biases = [parameter for parameter in network.parameters() if parameter.dim() == 1]
    optimizer = torch.optim.SGD([{"params": weights, "weight_decay": 1e-4}, {"params": biases}], lr=0.1)
    validation = load("validation") if arguments.validate else None

    fastest = float("inf")
    for epoch in range(1, arguments.epochs + 1):
        start = time.perf_counter()
        steps = train_epoch(network, optimizer, images, targets, arguments.batch, arguments.steps)
        seconds = time.perf_counter() - start
        fastest = min(fastest, seconds / steps)
        line = f"epoch {epoch}: {seconds:.2f} s, {seconds / steps * 1e6:.1f} µs a step"
        if validation:
            with torch.no_grad():
                right = network(validation[0]).argmax(1) == validation[1]
            line += f", validation {right.float().mean() * 100:.2f} %"
        print(line, flush=True)
    per_epoch = fastest * -(-len(images) // arguments.batch)
    print(f"natural, {arguments.hidden} hidden: {fastest * 1e6:.1f} µs a step at best, {per_epoch:.2f} s an epoch")


if __name__ == "__main__":
    main()
