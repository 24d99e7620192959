#!/bin/bash
# Follows traces of 1, 10 and 100 million operations (a gigabyte): memory must not grow with their length.
#   long-trace.sh [millions...]
# Prints millions of operations, CPU seconds, peak MB. Needs GNU time (/usr/bin/time).
set -u
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- 1 10 100
orinoco=${ORINOCO:-.artifacts/bin/ConcurrentGc.Cli/release/orinoco}
[ -x /usr/bin/time ] || { echo '/usr/bin/time is needed' >&2; exit 64; }
[ -x "$orinoco" ] || dotnet build src/ConcurrentGc.Cli -c Release -v q || exit 64

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A ring of 10,000 objects: each is allocated, stored in place of one that dies, and let go of.
ring() {
  awk -v operations="$1" 'BEGIN {
    print "orinoco-trace 1"; print "p 1 80016"; print "r 1 1"; print "h"
    for (i = 3; i < operations; i += 3) { n = i % 10000; print "p " n + 2 " 48\ns 1 " n + 1 " " n + 2 "\nh" }
  }'
}

for millions in "$@"; do
  ring $((millions * 1000000)) > "$work/trace"
  /usr/bin/time -o "$work/time" -f '%U %S %M' "$orinoco" run --trace "$work/trace" > "$work/output" 2>&1 ||
    { cat "$work/output"; exit 1; }
  awk -v millions="$millions" '{ printf "%d %.2f %.0f\n", millions, $1 + $2, $3 / 1024 }' "$work/time"
done
