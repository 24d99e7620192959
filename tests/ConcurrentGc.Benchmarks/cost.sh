#!/bin/bash
# What simulating costs: CPU time (user and system) of programs under `orinoco run`, of their traces followed, and of a run with
# a record, against Node running the same file, in turn.
#   cost.sh [runs=5] [program...]
# Prints a table in Markdown; medians, programs less an empty one. Needs node and GNU time (/usr/bin/time).
set -u
cd "$(dirname "$0")/../.."
runs=${1:-5}
[ $# -gt 0 ] && shift
programs=("$@")
[ $# -gt 0 ] || programs=(binarytrees fifo frame gcbench large lru rewire server splay)
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

# all NAME FILE: every way to run a program, once.
all() {
  measure "$1.orinoco" "$orinoco" run "$2"
  measure "$1.node" node "$2"
  measure "$1.no-opt" node --no-opt "$2"
  measure "$1.trace" "$orinoco" run --trace "$work/$1.trace-file"
  measure "$1.record" "$orinoco" run "$2" --record "$work/record"
}

for program in empty "${programs[@]}"; do
  file=config/programs/$program.js
  [ "$program" = empty ] && file=$work/empty.js
  "$orinoco" run "$file" --record-trace "$work/$program.trace-file" --gc-csv "$work/$program.csv" > /dev/null 2>&1
  for ((i = 0; i < runs; i++)); do all "$program" "$file"; done
  rm -f "$work/$program.trace-file"
done

echo "CPU seconds of an empty program: orinoco $(median empty.orinoco 1), node $(median empty.node 1), no-opt $(median empty.no-opt 1)"
echo
echo '| program | collections | a CPU second | orinoco | node | no-opt | / node | / no-opt | trace | / node | record | peak MB, node |'
echo '|---|---|---|---|---|---|---|---|---|---|---|---|'
for program in "${programs[@]}"; do
  echo "$program $(($(wc -l < "$work/$program.csv") - 1))" \
    "$(median "$program.orinoco" 1) $(median "$program.node" 1) $(median "$program.no-opt" 1)" \
    "$(median "$program.trace" 1) $(median "$program.record" 1) $(median "$program.orinoco" 2) $(median "$program.node" 2)"
done | awk -v eo="$(median empty.orinoco 1)" -v en="$(median empty.node 1)" -v es="$(median empty.no-opt 1)" '
  {
    whole += log($3 / $4)
    o = $3 - eo; n = $4 - en; s = $5 - es; t = $6 - eo; r = $7 - eo
    printf "| %s | %d | %.0f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %+.0f %% | %.0f, %.0f |\n",
      $1, $2, $2 / o, o, n, s, o / n, o / s, t, t / n, 100 * (r / o - 1), $8 / 1024, $9 / 1024
    c += log($2 / o); a += log(o / n); b += log(o / s); d += log(t / n); e += log(r / o)
  }
  END {
    printf "| geometric mean | | %.0f | | | | %.2f | %.2f | | %.2f | %+.0f %% | |\n",
      exp(c / NR), exp(a / NR), exp(b / NR), exp(d / NR), 100 * (exp(e / NR) - 1)
    printf "\nWith the start of the process: %.2f x node as the geometric mean.\n", exp(whole / NR)
  }'
