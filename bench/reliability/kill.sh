#!/usr/bin/env bash
# Kills a run at a random moment (SIGKILL, or SIGINT or SIGTERM if said), starts it again, and compares all cells with an undisturbed run.
#   bench/reliability/kill.sh [ROUNDS, 50 if not said] [KILL|INT|TERM]
. "$(dirname "$0")/setting.sh"
signal=${2:-KILL}
reference
for round in $(seq "${1:-50}"); do
    results=$work/$round
    (run "$results") &
    sleep "$(awk "BEGIN { print $(random $((duration / 4)) "$duration") / 1000 }")"
    begun=$(now)
    kill -s "$signal" $! 2>/dev/null
    wait -f $! 2>/dev/null
    status=$? took=$(($(now) - begun)) there=$(cells "$results" | wc -l) kept=$(find "$results" -name '*.checkpoint' 2>/dev/null | wc -l)
    if [ "$signal" != KILL ] && [ $status -ne 0 ] && [ $took -gt 2000 ]; then echo "round $round: it took $took ms to answer" >&2; fi
    (run "$results") || cat "$results.err" >&2
    judge "$results" "SIG$signal (status $status, $there cells and $kept checkpoints there)"
done
verdict
