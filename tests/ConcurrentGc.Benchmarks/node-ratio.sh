#!/bin/bash
# CPU time and peak memory of programs under `orinoco run` against Node running the same file, in turn, each less its own
# empty program (CPU only).
#   node-ratio.sh [runs=5] [program...]
# Prints medians. Needs node and GNU time (/usr/bin/time).
set -u
cd "$(dirname "$0")/../.."
runs=${1:-5}
[ $# -gt 0 ] && shift
programs=("${@:-binarytrees}")
[ $# -gt 0 ] || programs=(binarytrees gcbench)
orinoco=${ORINOCO:-.artifacts/bin/ConcurrentGc.Cli/release/orinoco}
command -v node > /dev/null && [ -x /usr/bin/time ] || { echo 'node and /usr/bin/time are needed' >&2; exit 64; }
[ -x "$orinoco" ] || dotnet build src/ConcurrentGc.Cli -c Release -v q || exit 64

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
: > "$work/empty.js"

# measure NAME COMMAND...: a line "CPU seconds, peak KB" is appended to a file of that name.
measure() {
  local name=$1
  shift
  /usr/bin/time -o "$work/time" -f '%U %S %M' "$@" > /dev/null 2>&1
  awk '{ print $1 + $2, $3 }' "$work/time" >> "$work/$name"
}

# median NAME COLUMN
median() { awk -v column="$2" '{ print $column }' "$work/$1" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

for ((i = 0; i < runs; i++)); do
  for program in empty "${programs[@]}"; do
    file=config/programs/$program.js
    [ "$program" = empty ] && file=$work/empty.js
    measure "$program.orinoco" "$orinoco" run "$file"
    measure "$program.node" node "$file"
    measure "$program.no-opt" node --no-opt "$file"
  done
done

printf '%-14s %10s %10s %14s %12s %12s %14s %12s\n' program 'orinoco s' 'node s' 'no-opt s' '/ node' '/ no-opt' 'peak MB' '/ node'
printf '%-14s %10.2f %10.2f %14.2f\n' empty \
  "$(median empty.orinoco 1)" "$(median empty.node 1)" "$(median empty.no-opt 1)"
for program in "${programs[@]}"; do
  awk -v name="$program" -v o="$(median "$program.orinoco" 1)" -v n="$(median "$program.node" 1)" \
    -v s="$(median "$program.no-opt" 1)" -v eo="$(median empty.orinoco 1)" -v en="$(median empty.node 1)" \
    -v es="$(median empty.no-opt 1)" -v mo="$(median "$program.orinoco" 2)" -v mn="$(median "$program.node" 2)" 'BEGIN {
      printf "%-14s %10.2f %10.2f %14.2f %12.2f %12.2f %8.0f/%5.0f %12.2f\n", name, o - eo, n - en, s - es,
        (o - eo) / (n - en), (o - eo) / (s - es), mo / 1024, mn / 1024, mo / mn }'
done
