#!/usr/bin/env bash
# Recomputation of the whole city in the packaged center, on files of the City as they are published:
# bench/hotspots/run.sh FILE... (CSV or CSV.gz, oldest first). Needs psql and a built center.
#
# Brings the files into an empty home, then makes the center compute five times from the same records (what was
# computed before is set aside, so that it counts as something new) and prints each time, the median, the parts of
# the last one and the machine. Ends with 1 when the median is over 30 s.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
house=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
export CSCC_HOME="$work/home" CSCC_PORT=${CSCC_PORT:-8103} CSCC_DEMO=false # no demo city in this home
java=${CSCC_JAVA:-java}
jar=${CSCC_JAR:-$house/center/target/cscc-center.jar}
cscc() { "$java" -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED -jar "$jar" "$@"; }
trap 'kill "$center" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT

# Not through a function: a shell would stand between, take the signal of the end and leave the center running.
"$java" -XX:+UseG1GC -Xmx512m --enable-native-access=ALL-UNNAMED -jar "$jar" serve >"$work/center.log" 2>&1 &
center=$!
for _ in $(seq 300); do
  [ -f "$CSCC_HOME/home.owner" ] && curl -fs "http://localhost:$CSCC_PORT/actuator/health" >/dev/null && break
  sleep 0.5
done
port=$(sed -n 's/^port=//p' "$CSCC_HOME/home.owner")
PGPASSWORD=$(cat "$CSCC_HOME/postgres.password")
export PGPASSWORD
sql() { psql -qAt -h 127.0.0.1 -p "$port" -U cscc -d cscc -c "$1"; }

for file in "$@"; do
  case $file in
    *.gz) gunzip -c "$file" >"$work/feed.csv" ;;
    *) cp "$file" "$work/feed.csv" ;;
  esac
  cscc import incidents "$work/feed.csv" | head -1
done

first=$(sql "select min(occurred_on) from incidents.incident" 2>/dev/null || true)
for round in 0 1 2 3 4 5; do
  sql "update patterns.recomputation set settings = settings || ' set aside' where state = 'DONE'"
  before=$(sql "select count(*) from patterns.recomputation where state = 'DONE'")
  until [ "$(sql "select count(*) from patterns.recomputation where state = 'DONE'")" -gt "$before" ]; do sleep 0.5; done
  # Round 0 may have begun before the last file was in.
  [ "$round" = 0 ] || sql "select millis from patterns.recomputation where state = 'DONE' order by finished_at desc limit 1"
done | tee "$work/millis"

median=$(sort -n "$work/millis" | sed -n 3p)
newest="from patterns.recomputation where state = 'DONE' order by finished_at desc limit 1"
echo "median ${median} ms of $(tr '\n' ' ' <"$work/millis")ms; records from ${first:-?}"
echo "incidents of the window: $(sql "select incidents $newest"); parts in ms: $(sql "select content::jsonb -> 'millis' $newest")"
echo "machine: $(nproc) cores, $(awk -F: '/model name/ {print $2; exit}' /proc/cpuinfo | sed 's/^ *//'), $(awk '/MemTotal/ {printf "%.0f GB", $2/1048576}' /proc/meminfo), $(uname -sr), load $(cut -d' ' -f1 /proc/loadavg), $(date -u +%Y-%m-%dT%H:%MZ)"
[ "$median" -le 30000 ]
