"""The command line that all peers share, and the clock: epochs are timed one by one, the first ones are for warming up."""
import argparse
import csv
import json
import math
import resource
import statistics
import time
from dataclasses import replace

from settings import SETTINGS

EVALUATION_IMAGES = 10_000  # of each split, for loss and accuracy
GRADIENT_IMAGES = 1_000  # the first training images, for the norms of gradients by layer


def parser(description, seeds=False):
    """The options of every peer; with seeds if it trains several networks at once."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--setting", choices=SETTINGS, default="A1", help="A1 to A5: depth; B: init; C, C0: dropout with p = 0.5, 0; D: early stopping (A1)")
    parser.add_argument("--images", type=int, help="fewer training images, for a quick look")
    parser.add_argument("--seconds", type=float, default=5, help="time epochs for so long, 3 at least, after warming up for half of that (5)")
    parser.add_argument("--epochs", type=int, help="instead: time so many epochs after one to warm up")
    parser.add_argument("--measure", action="store_true", help="after every epoch also measure what the recipe's table holds")
    parser.add_argument("--table", help="a file for what --measure measured, as CSV: epoch, split, metric, layer, value or values by seed")
    parser.add_argument("--threads", type=int, default=1, help="(1)")
    parser.add_argument("--seed", type=int, default=0, help="(0)")
    if seeds:
        parser.add_argument("--seeds", type=int, default=5, help="networks trained at once (5)")
    return parser


def setting_of(arguments):
    setting = SETTINGS[arguments.setting]
    return replace(setting, images=min(setting.images, arguments.images or setting.images))


def run(loop, arguments, setting, train_epoch, measure, accuracies):
    """Times train_epoch(), which takes one epoch's steps, with measure() if asked for, and prints one line of JSON.

    measure() gives rows (split, metric, layer, value); accuracies() the validation accuracy of every network at the end.
    """
    steps = math.ceil(setting.images / setting.batch)
    warm_up, enough = (0, math.inf) if arguments.epochs else (arguments.seconds / 2, arguments.seconds)
    least = arguments.epochs or 3
    table, warm, blocks = [], [], []

    def epoch():
        start = time.perf_counter()
        train_epoch()
        if arguments.measure:
            table.extend((len(warm) + len(blocks) + 1, *row) for row in measure())
        return time.perf_counter() - start

    while not warm or sum(warm) < warm_up:
        warm.append(epoch())
    while len(blocks) < least or (not arguments.epochs and sum(blocks) < enough):
        blocks.append(epoch())

    if arguments.table:
        with open(arguments.table, "w", newline="") as file:
            csv.writer(file).writerows([("epoch", "split", "metric", "layer", "value"), *table])
    accuracy = accuracies()
    replicas = len(accuracy)
    median = statistics.median(blocks)
    print(json.dumps({
        "loop": loop, "setting": arguments.setting, "replicas": replicas, "threads": arguments.threads, "measured": arguments.measure,
        "sizes": setting.sizes, "batch": setting.batch, "images": setting.images, "how": setting.how, "steps_per_epoch": steps,
        "warm_up_epochs": len(warm), "epochs": len(blocks), "steps": len(blocks) * steps,
        "us_per_step_least": round(min(blocks) / steps * 1e6, 2), "us_per_step": round(median / steps * 1e6, 2),
        "us_per_replica_step": round(median / steps / replicas * 1e6, 2),
        "seconds_per_seed_epoch": round(median / replicas, 6),
        "validation_accuracy": [round(value, 4) for value in accuracy],
        "peak_megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }), flush=True)
