#!/usr/bin/env bash
# Lets the disk of the results folder run full while cells are submitted to a SLURM cluster on this machine (tests/slurm/cluster), and while
# its tasks compute them. Then room is made, the same command is run again, and all cells are compared with those of a run on this machine
# alone. Only root can mount the small tmpfs where the cluster sees it, too.
#   bench/reliability/slurm-full-disk.sh [ROUNDS, 10 if not said]
. "$(dirname "$0")/setting.sh"
cluster=$root/tests/slurm/cluster
reference
size=$(du -sk "$work/reference" | cut -f1)
exported=$("$cluster" start 1 --cpus 2) || exit 1
eval "$exported"
disk=$work/disk results=$work/disk/results
mkdir "$disk"
trap '"$cluster" stop; umount "$disk" 2>/dev/null; rm -rf "$work"' EXIT
export EXPERIMENTS_QUEUE_SECONDS=1 EXPERIMENTS_QUEUE_GRACE_SECONDS=3

queued() {
    # shellcheck disable=SC2086 # options
    "$root/experiments" run depth $settings --variants "$variants" --on slurm --results "$results" --plots "$work/plots" "$@" \
        >"$work/out" 2>"$work/err" </dev/null
}

# What is said must name the disk, or a chart of the plan would be all that failed.
complain() { grep -q 'disk is full\|No space left' "$work/err" || { echo "nothing is said of the disk:"; cat "$work/err"; } >&2; }

# The program, of which most are the native libraries, does not fit.
while_submitting() {
    room=$(random 8 "$program")
    mount -o "remount,size=${room}k" "$disk"
    queued
    status=$?
    [ "$status" -eq 1 ] || echo "status $status instead of 1" >&2
    complain
    half=$(leftovers "$results"; find "$results/.slurm" -mindepth 2 -maxdepth 2 -path '*/programs/*' -o -name 'depth-*')
    [ -z "$half" ] || echo "left: $half" >&2
    what="$room of $program KB for the program (status $status)"
    mount -o remount,size=2g "$disk"
}

# The program is there, and room for some cells.
while_computing() {
    queued --detach --slurm begin=now+4
    room=$(random 0 $((size * 2)))
    mount -o "remount,size=$(($(df --output=used "$disk" | tail -n 1) + room))k" "$disk"
    queued
    status=$?
    [ "$status" -eq 0 ] || complain
    what="$room KB for cells (status $status, $(cells "$results" | wc -l) cells there)"
    mount -o remount,size=2g "$disk"
}

mount -t tmpfs -o size=2g reliability "$disk" || exit 1
queued --detach --slurm begin=now+1000
program=$(du -sk "$results/.slurm" | cut -f1)
scancel --user="$(id -un)"
umount "$disk"
for round in $(seq "${1:-10}"); do
    mount -t tmpfs -o size=2g reliability "$disk" || exit 1
    if [ $((round % 2)) -eq 0 ]; then while_submitting; else while_computing; fi
    queued || cat "$work/err" >&2
    judge "$results" "$what"
    umount "$disk"
done
verdict
