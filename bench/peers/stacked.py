#!/usr/bin/env python3
"""The depth recipe in PyTorch with several seeds stacked along a leading axis: what a careful Python programmer would get.

Weights are (seeds, n_in, n_out), biases (seeds, 1, n_out), a batch (seeds, 10, n_in); one bmm a layer serves all seeds. --by-hand
writes the backward pass out instead of leaving it to autograd. The same training as natural.py, for every seed with its own order.
"""
import argparse
import time

import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from mnist import load

LEARNING_RATE, WEIGHT_DECAY = 0.1, 1e-4


def build(seeds, hidden):
    sizes = [784] + [30] * hidden + [10]
    weights, biases = [], []
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        weights.append(torch.randn(seeds, fan_in, fan_out) * fan_in**-0.5)
        biases.append(torch.randn(seeds, 1, fan_out))
    return weights, biases


def forward(weights, biases, images):
    """The activations of all layers, the images first; the last are logits."""
    activations = [images]
    for weight, bias in zip(weights[:-1], biases[:-1]):
        activations.append(torch.baddbmm(bias, activations[-1], weight).sigmoid_())
    activations.append(torch.baddbmm(biases[-1], activations[-1], weights[-1]))
    return activations


def step_by_hand(weights, biases, images, targets):
    activations = forward(weights, biases, images)
    # The derivative of the loss by the logits: sigmoid(logits) - targets, averaged over the batch.
    delta = activations.pop().sigmoid_().sub_(targets).div_(images.shape[1])
    for layer in reversed(range(len(weights))):
        inputs = activations[layer]
        earlier = torch.bmm(delta, weights[layer].transpose(1, 2)) if layer else None
        # w ← (1 - lr · decay) w - lr · inputsᵀ delta, in one call
        weights[layer].baddbmm_(inputs.transpose(1, 2), delta, beta=1 - LEARNING_RATE * WEIGHT_DECAY, alpha=-LEARNING_RATE)
        biases[layer].sub_(delta.sum(1, keepdim=True), alpha=LEARNING_RATE)
        if layer:
            delta = earlier.mul_(inputs).mul_(1 - inputs)


def step_autograd(weights, biases, images, targets):
    logits = images
    for weight, bias in zip(weights[:-1], biases[:-1]):
        logits = torch.sigmoid(torch.baddbmm(bias, logits, weight))
    logits = torch.baddbmm(biases[-1], logits, weights[-1])
    # Summed over seeds: seeds share no parameter, so each gets its own gradient.
    (binary_cross_entropy_with_logits(logits, targets, reduction="sum") / images.shape[1]).backward()
    with torch.no_grad():
        for weight, bias in zip(weights, biases):
            weight.mul_(1 - LEARNING_RATE * WEIGHT_DECAY).sub_(weight.grad, alpha=LEARNING_RATE)
            bias.sub_(bias.grad, alpha=LEARNING_RATE)
            weight.grad = bias.grad = None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hidden", type=int, default=1, help="number of hidden layers (1)")
    parser.add_argument("--seeds", type=int, default=5, help="networks trained at once (5)")
    parser.add_argument("--by-hand", action="store_true", help="backpropagation by hand instead of autograd")
    parser.add_argument("--epochs", type=int, default=1, help="(1)")
    parser.add_argument("--steps", type=int, default=0, help="end every epoch after so many steps (0: never)")
    parser.add_argument("--batch", type=int, default=10, help="(10)")
    parser.add_argument("--threads", type=int, default=1, help="(1)")
    parser.add_argument("--validate", action="store_true", help="print the validation accuracies after every epoch")
    arguments = parser.parse_args()

    torch.set_num_threads(arguments.threads)
    torch.manual_seed(0)
    images, _, targets = load("train")
    weights, biases = build(arguments.seeds, arguments.hidden)
    step = step_by_hand if arguments.by_hand else step_autograd
    if not arguments.by_hand:
        for parameter in weights + biases:
            parameter.requires_grad_()
    validation = load("validation") if arguments.validate else None

    fastest = float("inf")
    for epoch in range(1, arguments.epochs + 1):
        start, steps = time.perf_counter(), 0
        orders = torch.stack([torch.randperm(len(images)) for _ in range(arguments.seeds)])
        for rows in orders.split(arguments.batch, dim=1):
            step(weights, biases, images[rows], targets[rows])
            steps += 1
            if steps == arguments.steps:
                break
        seconds = time.perf_counter() - start
        fastest = min(fastest, seconds / steps)
        line = f"epoch {epoch}: {seconds:.2f} s, {seconds / steps * 1e6:.1f} µs a step"
        if validation:
            with torch.no_grad():
                predictions = forward(weights, biases, validation[0].expand(arguments.seeds, -1, -1))[-1].argmax(2)
            line += ", validation " + " ".join(f"{rate * 100:.2f}" for rate in (predictions == validation[1]).float().mean(1)) + " %"
        print(line, flush=True)
    how = "by hand" if arguments.by_hand else "autograd"
    print(f"stacked, {how}, {arguments.seeds} seeds, {arguments.hidden} hidden: {fastest * 1e6:.1f} µs a step at best, "
          f"{fastest * 1e6 / arguments.seeds:.1f} for each seed, {fastest * -(-len(images) // arguments.batch):.2f} s an epoch")


if __name__ == "__main__":
    main()
