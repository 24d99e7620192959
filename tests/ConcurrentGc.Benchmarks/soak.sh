#!/bin/bash
# Every program on real threads, again and again, the whole heap checked after each collection.
#   soak.sh [small|full] [times=20] [seconds a run=120]
# small: short runs of twenty scavenges and two full collections and more, with --verify-heap.
# full:  the programs' own arguments, without checks.
# Compared are exit code and output with Node's, or with the first run where there is no Node. A run that takes too long
# is interrupted; the command then says what each actor is at. Exit code: how many runs were not as they should be.
set -u
cd "$(dirname "$0")/../.."
kind=${1:-small} times=${2:-20} limit=${3:-120}
orinoco=${ORINOCO:-.artifacts/bin/ConcurrentGc.Cli/release/orinoco}
[ -x "$orinoco" ] || dotnet build src/ConcurrentGc.Cli -c Release -v q || exit 64

# Sizes at which every program has two full collections and more in a short run. The maximum, where there is one, keeps
# the limit low after the first of them; it is far above what the program needs.
small=(
  'binarytrees 16 --max-semi-space-size=8 --max-old-space-size=20' 'fifo 20000 400000' 'frame 14 6000 50000'
  'gcbench 16 15 200000 4 10 --max-old-space-size=15' 'large 300' 'lru 10000 300000 30000'
  'rewire 40000 1000000 100 40000' 'server 300 6000 12000 12 20000' 'splay 1200 9000')
full=(binarytrees fifo frame gcbench large lru rewire server splay)
flags=(--runtime threads --helpers 2)
runs=("${full[@]}")
if [ "$kind" = small ]; then
  runs=("${small[@]}")
  flags+=(--verify-heap --initial-old-space-size=8)
fi

problems=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf '%-66s %5s %5s %12s %10s %12s %s\n' program runs bad 'scavenges' full 'wall s, max' output
for run in "${runs[@]}"; do
  read -ra words <<< "$run"
  expected=
  if command -v node > "$work/path"; then
    expected=$(node "config/programs/${words[0]}.js" $(printf '%s\n' "${words[@]:1}" | grep -v '^--'))
  fi

  [[ "$kind" = small && "$run" != *--max-semi* ]] && words+=(--max-semi-space-size=2)
  bad=0 longest=0 scavenges='' collections=''
  for ((i = 1; i <= times; i++)); do
    start=$(date +%s%N)
    timeout --signal=INT --kill-after=30 "$limit" "$orinoco" run "${words[@]}" "${flags[@]}" \
      --log-level error --gc-csv "$work/gc.csv" > "$work/output" 2> "$work/error"
    code=$?
    taken=$((($(date +%s%N) - start) / 1000000))
    longest=$((taken > longest ? taken : longest))
    output=$(< "$work/output")
    expected=${expected:-$output}
    if [ $code -ne 0 ] || [ "$output" != "$expected" ]; then
      bad=$((bad + 1))
      printf '%s, run %d: exit code %d, %s ms, output "%s" for "%s"\n' "$run" $i $code $taken "$output" "$expected"
      sed 's/^/    /' "$work/error" | head -40
    fi

    young=$(grep -c '^[^,]*,scavenge,' "$work/gc.csv")
    old=$(($(wc -l < "$work/gc.csv") - 1 - young))
    scavenges=$((i == 1 || young < scavenges ? young : scavenges))
    collections=$((i == 1 || old < collections ? old : collections))
  done

  problems=$((problems + bad))
  printf '%-66s %5d %5d %12s %10s %9d.%02d %s\n' "$run" "$times" $bad "$scavenges" "$collections" \
    $((longest / 1000)) $((longest % 1000 / 10)) "$expected"
done

exit $((problems > 60 ? 60 : problems))
