#!/usr/bin/env bash
# Import of a made-up file against psql \copy of the same file into a bare text table, on one embedded
# PostgreSQL, in one run: bench/import/run.sh [ROWS]. Needs psql and a built center.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
house=$(cd "$here/../.." && pwd)
rows=${1:-1000000}
work=$(mktemp -d)
export CSCC_HOME="$work/home" CSCC_PORT=${CSCC_PORT:-8101} CSCC_DEMO=false # no demo city in this home
java=${CSCC_JAVA:-java}
jar=${CSCC_JAR:-$house/center/target/cscc-center.jar}
cscc() { "$java" -Xmx512m --enable-native-access=ALL-UNNAMED -jar "$jar" "$@"; }
seconds() { date +%s.%N; }
trap 'kill "$center" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT

"$java" "$here/Feed.java" "$rows" "$work/feed.csv"
(cscc serve >"$work/center.log" 2>&1) &
center=$!
for _ in $(seq 300); do
  [ -f "$CSCC_HOME/home.owner" ] && curl -fs "http://localhost:$CSCC_PORT/actuator/health" >/dev/null && break
  sleep 0.5
done
port=$(sed -n 's/^port=//p' "$CSCC_HOME/home.owner")
PGPASSWORD=$(cat "$CSCC_HOME/postgres.password")
export PGPASSWORD
sql() { psql -q -h 127.0.0.1 -p "$port" -U cscc -d cscc "$@"; }

columns=$(printf 'c%d text,' $(seq 22))
sql -c "create table bare (${columns%,})"
start=$(seconds)
sql -c "\\copy bare from '$work/feed.csv' with (format csv, header true)"
copy=$(echo "$(seconds) - $start" | bc)
sql -c "drop table bare"

for round in first again; do
  start=$(seconds)
  cscc import incidents "$work/feed.csv" | head -1
  whole=$(echo "$(seconds) - $start" | bc)
  inside=$(sql -At -c "select extract(epoch from ended_at - requested_at) from incidents.import order by order_number desc limit 1")
  echo "$round: \\copy ${copy} s, import ${inside} s (command with its start ${whole} s), ratio $(echo "scale=2; $inside / $copy" | bc)"
done
echo "machine: $(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg), $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), heap 512 MiB, $rows rows, $(du -m "$work/feed.csv" | cut -f1) MiB"
