#!/usr/bin/env bash
# Runs two commands on one results folder at the same time: the same variants, or some in common, in turns. Every cell must be there, be
# that of an undisturbed run, and have been computed once.
#   bench/reliability/two-at-once.sh [ROUNDS, 20 if not said]
VARIANTS=${VARIANTS:-1-hidden,2-hidden,3-hidden}
. "$(dirname "$0")/setting.sh"
reference
for round in $(seq "${1:-20}"); do
    results=$work/$round
    if [ $((round % 2)) -eq 1 ]; then first=$variants second=$variants; else first=1-hidden,2-hidden second=2-hidden,3-hidden; fi
    mkdir "$results"
    ln -s "$results" "$results-b"
    (run "$results" "$first") &
    one=$!
    (run "$results-b" "$second") &
    other=$!
    wait -f $one; one=$?
    wait -f $other; other=$?
    if [ $one -ne 0 ] || [ $other -ne 0 ]; then cat "$results.err" "$results-b.err" >&2; fi
    computed=$(find "$results" -name 'run-*.json' | wc -l)
    if [ "$computed" -ne 9 ]; then echo "round $round: 9 cells were computed $computed times" >&2; touch "$results/twice.tmp"; fi
    judge "$results" "$first and $second (status $one and $other)"
    rm -rf "$results-b" "$results-b".out "$results-b".err "$results-b"-plots
done
verdict
