"""The options of the peer, and the clock: epochs are timed one by one, the first ones are for warming up."""
import argparse
import json
import math
import resource
import statistics
import time
from dataclasses import replace

from settings import SETTINGS


def arguments(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--setting", choices=SETTINGS, default="A1", help="A1 to A5: depth; B: init; C: dropout; D: early stopping (A1)")
    parser.add_argument("--images", type=int, help="fewer training images, for a quick look")
    parser.add_argument(
        "--seconds", type=float, default=2, help="time epochs for so long, 3 at least, after warming up for half as long (2)")
    parser.add_argument("--seed", type=int, default=0, help="(0)")
    return parser.parse_args()


def setting_of(arguments):
    setting = SETTINGS[arguments.setting]
    return replace(setting, images=min(setting.images, arguments.images or setting.images))


def run(arguments, setting, train_epoch, accuracy):
    """Times train_epoch(), which takes one epoch's steps, and prints one line of JSON, as `experiments bench loop` does."""
    steps = math.ceil(setting.images / setting.batch)
    warm, blocks = [], []

    def epoch():  # in processor time: what else the machine does counts less
        start = time.process_time()
        train_epoch()
        return time.process_time() - start

    while not warm or sum(warm) < arguments.seconds / 2:
        warm.append(epoch())
    while len(blocks) < 3 or sum(blocks) < arguments.seconds:
        blocks.append(epoch())
    print(json.dumps({
        "setting": arguments.setting, "task": setting.task, "steps_per_epoch": steps, "warm_up_epochs": len(warm), "epochs": len(blocks),
        "us_per_step_least": round(min(blocks) / steps * 1e6, 2), "us_per_step": round(statistics.median(blocks) / steps * 1e6, 2),
        "validation_accuracy": round(accuracy(), 4), "peak_megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }), flush=True)
