#!/bin/bash
# Decides the 224 rule sets of the textbook collector with Spin and writes a row for each, in a fixed order: the last
# column of the rules changes fastest.
#
#   matrix.sh [OBJECTS] [-DNAME=VALUE ...] > FILE
#
# OBJECTS is 2, 3 or 4 (2 if not given); definitions go to textbook.pml as they are. ONLY=FILE decides only the rows that
# FILE calls safe, and repeats the others. Nothing but a completed search is "safe", nothing but a failed assertion is
# "violated"; anything else ends the script.
set -euo pipefail

model=$(cd "$(dirname "$0")" && pwd)/textbook.pml
objects=2
case ${1-} in [2-4]) objects=$1; shift ;; esac
definitions=("$@")
for definition in "${definitions[@]}"; do
    [[ $definition =~ ^-D([A-Z_]+)=[0-9]+$ ]] && grep -q "^#ifn\?def ${BASH_REMATCH[1]}$" "$model" || {
        echo "matrix.sh: $definition: allowed are 2, 3 or 4 first, then -DNAME=NUMBER with a name that textbook.pml has" >&2
        exit 64
    }
done
only=
if [ -n "${ONLY-}" ]; then
    only=$(realpath -e "$ONLY") || exit 64
fi
for tool in spin gcc; do
    command -v "$tool" > /dev/null || { echo "matrix.sh: $tool is not installed" >&2; exit 64; }
done
if [ "$objects" = 2 ]; then # compiling costs more than searching
    optimize=-O0 depth=-m200000 table=-w20
else
    optimize=-O2 depth=-m10000000 table=-w24
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

decide() { # barrier snapshot rescan newborn safepoint, as numbers
    spin -a -DN="$objects" -DBARRIER="$1" -DSNAPSHOT="$2" -DRESCAN="$3" -DNEWBORN="$4" -DSAFEPOINT="$5" \
        "${definitions[@]}" "$model" > spin.out || { cat spin.out >&2; exit 70; }
    gcc -w "$optimize" -DSAFETY -DNOREDUCE -o pan pan.c
    ./pan -E "$depth" "$table" > pan.out || true
    if grep -q '^pan:1: assertion violated' pan.out; then
        echo violated
    elif grep -q 'errors: 0$' pan.out && ! grep -qE 'not completed|too small|reached bound|out of memory' pan.out; then
        echo safe
    else
        cat pan.out >&2
        exit 2
    fi
}

number() { [ "$1" = yes ] && echo 1 || echo 0; }

echo barrier,snapshot,rescan,allocation,pauses,verdict
b=0
for barrier in none dijkstra-store-shade dijkstra-shade-store yuasa-before yuasa-after steele hybrid; do
    for snapshot in yes no; do
        for rescan in yes no; do
            a=0
            for allocation in black-mark-sweep black-sweep black-mark white; do
                p=0
                for pauses in anywhere safepoint; do
                    row=$barrier,$snapshot,$rescan,$allocation,$pauses
                    if [ -n "$only" ] && ! grep -q "^$row,safe$" "$only"; then
                        echo "$row,violated"
                    else
                        verdict=$(decide $b $(number $snapshot) $(number $rescan) $a $p)
                        echo "$row,$verdict"
                    fi
                    p=$((p + 1))
                done
                a=$((a + 1))
            done
        done
    done
    b=$((b + 1))
done
