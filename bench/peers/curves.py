#!/usr/bin/env python3
"""Trains what a recipe trains as one would naturally write it in PyTorch, seed by seed, and prints means and standard deviations.

The figures of "plain PyTorch" in docs/peers.md. Where a recipe takes some of the training images, each seed draws its own.
"""
import argparse
import math
import statistics
from dataclasses import dataclass, replace

import torch
from torch import nn
from torch.nn import functional

from data import load
from natural import build, cost, optimizer_of
from settings import SETTINGS, Setting


@dataclass(frozen=True)
class Course:
    setting: Setting
    epochs: int
    network: object = build  # from a setting to a module
    evaluate_every: int = 1
    evaluation_images: int = 10_000


class Residual(nn.Sequential):
    def forward(self, inputs):
        return inputs + super().forward(inputs)


def cure(name):
    def network(setting):
        layers = []
        for at, (fan_in, fan_out) in enumerate(zip(setting.sizes, setting.sizes[1:])):
            linear = nn.Linear(fan_in, fan_out)
            nn.init.normal_(linear.weight, std=((2 if name == "ReLU + He" else 1) / fan_in) ** 0.5)
            nn.init.zeros_(linear.bias)
            norm = [nn.BatchNorm1d(fan_out)] if name == "batch normalization" else []
            block = [linear, *norm, nn.ReLU() if name == "ReLU + He" else nn.Sigmoid()]
            layers += [linear] if fan_out == 10 else [Residual(*block)] if name == "residual" and at > 0 else block
        return nn.Sequential(*layers)

    return network


INIT, DROPOUT, STOPPING = SETTINGS["B"], SETTINGS["C"], SETTINGS["D"]
DEEP = replace(INIT, sizes=(784, *[64] * 30, 10))


def sigmoids(hidden):
    return Setting(sizes=(784, *[30] * hidden, 10), batch=20, images=10_000, optimizer="sgd", learning_rate=0.1)


COURSES = {
    **{f"init: {activation}, {weights}": Course(replace(INIT, activation=activation, weights=weights), epochs=3)
       for activation in ("relu", "tanh") for weights in ("lecun", "he")},
    **{f"init: 30 layers, {weights}": Course(replace(DEEP, weights=weights), epochs=10) for weights in ("lecun", "he")},
    "early-stopping: no stopping": Course(STOPPING, epochs=100),
    **{f"dropout: drop {drop:g}": Course(replace(DROPOUT, drop=drop), epochs=30, evaluate_every=2, evaluation_images=5_000)
       for drop in (0, 0.2, 0.5)},
    **{f"cures: {name}, {hidden} hidden": Course(sigmoids(hidden), epochs=10, network=cure(name))
       for hidden in (5, 10) for name in ("plain", "ReLU + He", "batch normalization", "residual")},
}


def train(course, seed):
    """Losses and accuracies (%) of the validation and test images, by epoch."""
    torch.manual_seed(seed)
    setting = course.setting
    (images, labels), *held_out = [
        tuple(map(torch.from_numpy, load(part, count)))
        for part, count in (("train", None), ("validation", course.evaluation_images), ("test", course.evaluation_images))]
    if setting.images < len(images):
        drawn = torch.randperm(len(images))[: setting.images]
        images, labels = images[drawn], labels[drawn]
    network = course.network(setting)
    optimizer = optimizer_of(setting, network)
    curve = {}
    for epoch in range(1, course.epochs + 1):
        network.train()
        for rows in torch.randperm(len(images)).split(setting.batch):
            optimizer.zero_grad()
            cost(setting, network(images[rows]), labels[rows]).backward()
            optimizer.step()
        if epoch % course.evaluate_every == 0:
            curve[epoch] = [figure for part in held_out for figure in evaluate(network, *part)]
    return curve


def evaluate(network, images, labels):
    network.eval()
    with torch.no_grad():
        logits = network(images)
        return functional.cross_entropy(logits, labels).item(), 100 * (logits.argmax(1) == labels).float().mean().item()


def figures(curve):
    loss, accuracy, _, test = zip(*curve.values())
    least = min(range(len(loss)), key=loss.__getitem__)
    return {
        "validation accuracy after an epoch": accuracy[0], "best validation accuracy": max(accuracy),
        "validation accuracy at the end": accuracy[-1], "test accuracy at the end": test[-1], "least validation loss": loss[least],
        "its epoch": list(curve)[least], "validation loss at the end": loss[-1],
        **{f"validation loss after epoch {epoch}": curve[epoch][0] for epoch in (1, 2, 5, 10, 20, 50) if epoch in curve},
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=5, help="(5)")
    parser.add_argument("--only", default="", help="those whose name begins like this, such as init")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    for name, course in COURSES.items():
        if name.startswith(arguments.only):
            print(name, flush=True)
            seeds = [figures(train(course, seed)) for seed in range(arguments.seeds)]
            for what in seeds[0]:
                values = [seed[what] for seed in seeds if math.isfinite(seed[what])]  # not those that diverged
                print(f"  {what}: {statistics.mean(values):.4f} ± {statistics.stdev(values):.4f}, {len(values)}", flush=True)


if __name__ == "__main__":
    main()
