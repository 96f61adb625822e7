#!/usr/bin/env bash
# Has a run computed by a SLURM cluster on this machine (tests/slurm/cluster), and disturbs it at random: tasks are cancelled, put back into
# the queue and killed, the node's daemon and the waiting command are killed. Then the same command is run again until it ends well, and all
# cells are compared with those of a run on this machine alone.
#   bench/reliability/slurm.sh [ROUNDS, 20 if not said] [NODES, 1 if not said]
. "$(dirname "$0")/setting.sh"
cluster=$root/tests/slurm/cluster
reference
exported=$("$cluster" start "${2:-1}" --cpus 2) || exit 1
eval "$exported"
trap '"$cluster" stop; rm -rf "$work"' EXIT
export EXPERIMENTS_QUEUE_SECONDS=1 EXPERIMENTS_QUEUE_GRACE_SECONDS=3

queued() {
    # shellcheck disable=SC2086 # options
    exec "$root/experiments" run depth $settings --variants "$variants" --on slurm --results "$1" --plots "$1-plots" \
        >"$1.out" 2>>"$1.err" </dev/null
}

# A task of the queue, in a state if said.
task() { squeue --noheader --array --format=%i ${1:+--states=$1} | shuf -n 1; }

disturb() {
    local at
    case $((RANDOM % 5)) in
        0) at=$(task) && [ -n "$at" ] && scancel "$at" && echo "scancel" ;;
        1) at=$(task running) && [ -n "$at" ] && scontrol requeue "$at" 2>/dev/null && echo "requeue" ;;
        2) at=node$((1 + RANDOM % ${nodes:-1})) && "$cluster" kill-node "$at" && sleep 1 && "$cluster" start-node "$at" && echo "slurmd" ;;
        3) kill -KILL "$waiting" 2>/dev/null && echo "waiting" ;;
        4) at=$(pgrep -f "^[^ ]*dotnet .*cells --run $1/" | shuf -n 1) && [ -n "$at" ] && kill -KILL "$at" && echo "task" ;;
    esac
}

nodes=${2:-1}
for _ in $(seq "${1:-20}"); do
    results=$work/round done=''
    : >"$results.err"
    (queued "$results") &
    waiting=$!
    for _ in 1 2 3 4; do
        sleep "$((1 + RANDOM % 3)).$((RANDOM % 10))"
        done="$done $(disturb "$results" 2>/dev/null)"
    done
    wait -f "$waiting" 2>/dev/null
    status=$? again=0
    until [ "$status" -eq 0 ] || [ $again -eq 5 ]; do
        again=$((again + 1))
        (queued "$results")
        status=$?
    done
    [ "$status" -eq 0 ] || tail -n 5 "$results.err" >&2
    computed=$(find "$results/depth" -name 'run-*.json' | wc -l)
    judge "$results" "disturbed by$done; the same command $again times more; $computed cells computed"
done
verdict
