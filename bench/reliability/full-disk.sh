#!/usr/bin/env bash
# Lets the disk run full at a random point of a run, makes room, runs again, and compares all cells with an undisturbed run.
# Needs the right to mount a small tmpfs: root, or unprivileged user namespaces.
#   bench/reliability/full-disk.sh [ROUNDS, 10 if not said]
if [ "$(id -u)" -ne 0 ]; then exec unshare --map-root-user --mount "$0" "$@"; fi
. "$(dirname "$0")/setting.sh"
reference
size=$(du -sk "$work/reference" | cut -f1)
mkdir "$work/disk"
trap 'umount "$work/disk" 2>/dev/null; rm -rf "$work"' EXIT
for round in $(seq "${1:-10}"); do
    room=$(random 8 "$size")
    mount -t tmpfs -o "size=${room}k" reliability "$work/disk" || exit 1
    (cd "$work" && ln -s disk "$round" && run "$work/$round/results")
    status=$? there=$(cells "$work/disk/results" | wc -l)
    mount -o remount,size=64m "$work/disk"
    (run "$work/$round/results") || cat "$work/disk/results.err" >&2
    judge "$work/disk/results" "$room KB (status $status, $there cells there)"
    rm "$work/$round"
    umount "$work/disk"
done
verdict
