#!/usr/bin/env bash
# Stops a run before each system call that changes files, one run per call; or lets each of them fail. Then runs again and compares all
# cells with an undisturbed run. Needs strace.
#   bench/reliability/every-system-call.sh [KILL | ENOSPC | EIO, or any other error; KILL if not said] [AT MOST SO MANY OF EACH CALL]
VARIANTS=${VARIANTS:-1-hidden}
. "$(dirname "$0")/setting.sh"
how=${1:-KILL} most=${2:-1000}
if [ "$how" = KILL ]; then fault=signal=KILL; else fault=error=$how; fi
reference
for call in mkdir pwrite64 fsync rename unlink flock; do
    for number in $(seq "$most"); do
        results=$work/$call-$number
        (exec strace -f -qq -o "$work/trace" -e "trace=$call" -e "inject=$call:$fault:when=$number" \
            bash -c "$(declare -f run); $(declare -p root settings variants); run '$results'")
        status=$?
        if ! grep -q -e INJECTED -e 'killed by SIGKILL' "$work/trace"; then
            rm -rf "$results" "$results".out "$results".err "$results"-plots
            break # the run has no more of these calls
        fi
        there=$(cells "$results" | wc -l)
        (run "$results") || cat "$results.err" >&2
        judge "$results" "$call $number: $how (status $status, $there cells there)"
    done
done
verdict
