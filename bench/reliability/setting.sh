# What the scripts here have in common: a run that takes seconds, its cells when nothing disturbs it, and the comparison with them.
# To be sourced: . "$(dirname "$0")/setting.sh"
set -u

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
"$root/experiments" list >/dev/null || exit 1 # builds, if it must
set -m # jobs in the background get SIGINT, which they would ignore otherwise
work=$(mktemp -d "${TMPDIR:-/tmp}/reliability.XXXXXX")
trap 'rm -rf "$work"' EXIT

export EXPERIMENTS_CHECKPOINT_SECONDS=${EXPERIMENTS_CHECKPOINT_SECONDS:-0} # after every epoch, so that checkpoints are killed and used, too
variants=${VARIANTS:-1-hidden,2-hidden}
settings="--quick --seeds 3 --epochs 8 --set training-images=5000 --quiet --format svg"

# run RESULTS [VARIANTS]: the run that everything here disturbs; replaces the shell that calls it
run() {
    # shellcheck disable=SC2086 # options
    exec "$root/experiments" run depth $settings --variants "${2:-$variants}" --results "$1" --plots "$1-plots" \
        >"$1.out" 2>"$1.err" </dev/null
}

# cells RESULTS: name and checksum of every cell
cells() { (cd "$1" 2>/dev/null && find . -name 'seed-*.csv' | sort | xargs -r sha256sum); }

# leftovers RESULTS: what must not be there when all is done
leftovers() { find "$1" -name '*.tmp' -o -name '*.checkpoint' -o -name '*.lock' -o -name '*.damaged-*'; }

# milliseconds
now() { echo $(($(date +%s%N) / 1000000)); }

# random FROM TO
random() { echo $(($1 + (RANDOM * 32768 + RANDOM) % ($2 - $1 + 1))); }

# reference: runs undisturbed; sets whole (its cells) and duration
reference() {
    (run "$work/reference") || { cat "$work/reference.err"; exit 1; }
    local start
    start=$(now)
    rm -rf "$work/reference"
    (run "$work/reference") || exit 1
    duration=$(($(now) - start))
    whole=$(cells "$work/reference")
    echo "undisturbed: $(wc -l <<<"$whole") cells in $duration ms" >&2
}

identical=0
rounds=0

# judge RESULTS WHAT: whether the cells are those of the undisturbed run and nothing else is left
judge() {
    rounds=$((rounds + 1))
    if [ "$(cells "$1")" != "$whole" ]; then
        echo "round $rounds, $2: the cells DIFFER" >&2
        diff <(cells "$1") <(echo "$whole") >&2
    elif [ -n "$(leftovers "$1")" ]; then
        echo "round $rounds, $2: left behind: $(leftovers "$1")" >&2
    else
        identical=$((identical + 1))
        echo "round $rounds, $2: identical" >&2
    fi
    rm -rf "$1" "$1".out "$1".err "$1"-plots
}

# verdict: the last line, and the exit code
verdict() {
    echo "$identical of $rounds identical"
    [ "$identical" -eq "$rounds" ]
}
