#!/usr/bin/env bash
# Trains every row of hw-docs/accuracy.md and appends one JSON line per row to results.jsonl beside this script.
# Rows that are there already are skipped, so the script can be stopped and started again. About an hour on two cores.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
results=$here/results.jsonl
runs=$(mktemp -d)
trap 'rm -rf "$runs"' EXIT
touch "$results"

scedge=${SCEDGE:-}
if [ -z "$scedge" ]; then
    dotnet build -c Release "$here/../../host/ScEdge.Cli" >/dev/null
    scedge="dotnet $here/../../host/ScEdge.Cli/bin/Release/net10.0/scedge.dll"
fi

row() { # TABLE OPTION...
    local table=$1; shift
    local key="$table: $*"
    if grep -qF "\"row\":\"$key\"" "$results"; then
        return
    fi
    local folder=$runs/$RANDOM$RANDOM
    local line
    if line=$($scedge train "$@" --out "$folder" --json 2>"$runs/log" | tail -n 1) && [ -n "$line" ]; then
        printf '{"row":"%s","result":%s}\n' "$key" "$line" >>"$results"
        echo "$key" >&2
    else
        cat "$runs/log" >&2
        exit 1
    fi
    rm -rf "$folder"
}

five="--seeds 1,2,3,4,5"
three="--seeds 1,2,3"
edge="--model edge $five"
alone="--model edge $three --no-baseline"

row main --epochs 3 $five
row main --epochs 3 $five --stream-length 32/4/4
row main $edge
row adam $edge --optimizer sc-adam --learning-rate 1/256
for n in 8 16; do row adam $alone --optimizer sc-adam --learning-rate 1/256 --stream-length $n; done
row adam $alone --optimizer sc-adam --learning-rate 1/256 --register-bits 12/12
row sgd $edge --optimizer sc-sgd --learning-rate 1/4

for n in 4 8 16 32 64 128 256; do row length $alone --stream-length $n; done
for n in 32/8/8 32/4/4 32/2/2 32/1/1 24/4/4 16/4/4 16/2/2; do row unequal $alone --stream-length $n; done
for b in 12/16 12/12 10/12 16/8 8/16 8/8; do row registers $alone --register-bits $b; done
row rate $alone --learning-rate 0.03 --learning-rate-mode stream
row rate $alone --gradient-bits 8
row rate $alone --weight-decay 0.0005

for n in 4 8 16 32 64 128 256; do row bipolar $alone --encoding bipolar --stream-length $n; done

for cells in rotating own; do
    for s in 0.1 0.3 0.5; do row device $alone --cells $cells --nonideality device-to-device=$s; done
    for s in 0.1 0.3 0.5; do row device $alone --cells $cells --nonideality cycle-to-cycle=$s; done
    for s in 0.01 0.05 0.1; do row device $alone --cells $cells --nonideality stuck-reset=$s; done
    for s in 0.001 0.01 0.05; do row device $alone --cells $cells --nonideality stuck-set=$s; done
    row device $alone --cells $cells --nonideality device-to-device=0.3 --nonideality cycle-to-cycle=0.3 \
        --nonideality stuck-reset=0.02 --nonideality stuck-set=0.002 --nonideality drive-bits=8
done
for s in 4 6 8; do row device $alone --nonideality drive-bits=$s; done
for s in -0.1 -0.03 0.03; do row device $alone --nonideality drive-offset=$s; done
for s in 0.2 0.5 1; do row device $alone --nonideality residual-filament=$s; done
for s in 0.001 0.01 0.05; do row device $alone --nonideality read-disturb=$s; done
for s in 0.05 0.2 0.5; do row device $alone --nonideality wear=$s; done
