#!/usr/bin/env bash
# Trains every row of hw-docs/accuracy.md, as many at a time as there are cores, and adds one JSON line per row to results.jsonl beside
# this script. Rows that are there already are skipped, so it can be stopped and started again. Afterwards
#     dotnet run -c Release --project tests/ScEdge.Accuracy.Tests
# writes the tables of accuracy.md from that file. Rows are known by their options; one that names no --passes has passes in FP32.
#     RESULTS=FILE  another file for the rows; JOBS=N  rows at a time; EXTRA=OPTIONS  further options, to try the script
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export results=${RESULTS:-$here/results.jsonl}
export work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
touch "$results"

export scedge=${SCEDGE:-}
if [ -z "$scedge" ]; then
    dotnet build -c Release "$here/../../host/ScEdge.Cli" >/dev/null
    scedge="dotnet $here/../../host/ScEdge.Cli/bin/Release/net10.0/scedge.dll"
fi

# Ten seeds that no choice was made with; one thread for each row, which costs no figure and keeps all cores busy.
export seeds="--seeds 11,12,13,14,15,16,17,18,19,20"
export common="--threads 1 --ledger none --json ${EXTRA:-}"

# TABLE | OPTIONS OF THE ROW WITH THE BASELINES, if not its own | OPTIONS
rows() {
    local lenet="--model lenet5" edge="--model edge" none="--model edge --baseline none"
    local adam="--model edge --optimizer sc-adam --learning-rate 1/256"

    echo "main||$lenet"
    echo "optimizers||$edge"
    for n in 4 8 16 64 32/4/4; do echo "main|$lenet|$lenet --baseline none --stream-length $n"; done
    echo "passes||$lenet --passes stochastic"
    echo "edgepasses||$edge --passes stochastic"
    local streams="$edge --passes stochastic" more=$(seq -s, 21 40)
    for m in "$edge" "$lenet"; do echo "moreseeds||$m --passes stochastic --seeds $more"; done
    for s in sobol cbram-shared lfsr rounding; do echo "passsources|$streams|$none --passes stochastic --source $s"; done
    for n in 16 32 64 128 512 1024; do echo "passlengths|$streams|$none --passes stochastic --pass-length $n/32/32"; done
    for n in 8 16 64 128; do echo "passlengths|$streams|$none --passes stochastic --pass-length 256/$n/$n"; done
    echo "passsources|$streams|$none --passes stochastic --weight-streams image"
    for e in device-to-device=0.1 device-to-device=0.3 device-to-device=0.5 cycle-to-cycle=0.1 cycle-to-cycle=0.3 cycle-to-cycle=0.5 \
        stuck-reset=0.02 stuck-reset=0.05 stuck-reset=0.1 stuck-set=0.001 stuck-set=0.01 stuck-set=0.05 drive-bits=8 drive-bits=6 drive-bits=4 \
        drive-offset=-0.1 drive-offset=-0.03 drive-offset=0.03 read-disturb=0.001 read-disturb=0.01 read-disturb=0.05 wear=0.1 wear=0.2 wear=0.5; do
        echo "passeffects|$streams|$none --passes stochastic --nonideality $e"
    done
    for p in "" " --passes stochastic"; do echo "characters||--dataset characters $edge --epochs 10$p"; done
    echo "optimizers||$adam"
    echo "optimizers||$edge --optimizer sc-sgd --learning-rate 1/4"

    for n in 8 16; do echo "adam|$adam|$adam --baseline none --stream-length $n"; done
    echo "adam|$adam|$adam --baseline fixed --register-bits 12/12"

    for n in 4 8 16 64 128 256; do echo "length|$edge|$none --stream-length $n"; done
    for n in 4 8 16 32 64 128 256; do echo "bipolar|$edge|$none --encoding bipolar --stream-length $n"; done
    for n in 32/8/8 32/4/4 32/2/2 32/1/1 16/4/4 16/2/2; do echo "unequal|$edge|$none --stream-length $n"; done
    for b in 12/16 12/12 10/12 16/8 8/16 8/8; do echo "registers|$edge|$edge --baseline fixed --register-bits $b"; done
    echo "rate||$edge --learning-rate 0.03 --learning-rate-mode stream"
    echo "rate|$edge|$edge --baseline fixed --gradient-bits 8"
    echo "rate|$lenet|$lenet --baseline none --gradient-bits 8"
    echo "rate||$edge --weight-decay 0.0005"

    local all="--nonideality device-to-device=0.3 --nonideality cycle-to-cycle=0.3"
    all+=" --nonideality stuck-reset=0.02 --nonideality stuck-set=0.002 --nonideality drive-bits=8"
    for e in device-to-device=0.3 device-to-device=0.5 cycle-to-cycle=0.3 cycle-to-cycle=0.5 stuck-reset=0.05 stuck-reset=0.1 \
        stuck-set=0.001 stuck-set=0.01 stuck-set=0.05; do echo "rotating|$edge|$none --nonideality $e"; done
    echo "rotating|$edge|$none $all"
    for e in device-to-device=0.3 device-to-device=0.5 stuck-reset=0.05 stuck-reset=0.1 stuck-set=0.001 stuck-set=0.01 stuck-set=0.05; do
        echo "own|$edge|$none --cells own --nonideality $e"
    done
    echo "own|$edge|$none --cells own $all"
    for e in drive-bits=4 drive-bits=6 drive-offset=-0.1 drive-offset=-0.03 drive-offset=0.03 residual-filament=0.5 residual-filament=1 \
        read-disturb=0.001 read-disturb=0.01 read-disturb=0.05 wear=0.2 wear=0.5; do echo "effects|$edge|$none --nonideality $e"; done
}

train_row() {
    local table reference options passes options_seeds="" line key
    IFS='|' read -r table reference options <<<"$1"
    key=$(printf '"table":"%s","reference":"%s","options":"%s"' "$table" "$reference" "$options")
    if grep -qF "$key" "$results"; then
        return
    fi
    passes="--passes fp32"
    [[ " $options " == *" --passes "* ]] && passes=""
    [[ " $options " == *" --seeds "* ]] || options_seeds=$seeds
    local folder
    folder=$(mktemp -d "$work/XXXXXX")
    ln -s "$characters" "$folder/characters"
    line=$(cd "$folder" && nice $scedge train $options $passes $options_seeds $common --out run 2>log | tail -n 1) || true
    if [[ $line != "{"* ]]; then
        echo "failed: $options" >&2
        cat "$folder/log" >&2
        exit 255 # xargs starts no further row
    fi
    line=${line//"$folder/"/}
    (
        flock 9
        printf '{%s,"result":%s}\n' "$key" "$line" >&9
    ) 9>>"$results"
    rm -rf "$folder"
    echo "$(date -u +%T) $table: $options" >&2
}
export -f train_row

# 36 classes drawn from the fonts of this machine; hw-docs/accuracy.md says which ones the rows were made with.
export characters=$work/characters
if ! grep -q '"table":"characters"' "$results"; then
    dotnet run -c Release --project "$here/../../tests/ScEdge.Characters.Tests" -- "$characters" >&2
fi

rows | xargs -d '\n' -P "${JOBS:-$(nproc)}" -n 1 bash -c 'train_row "$1"' _
