#!/usr/bin/env bash
# Import of a made-up file against psql \copy of the same file into a bare text table, on one embedded
# PostgreSQL with one set of settings, in one run: bench/import/run.sh [ROWS]. Needs psql and a built
# center. Ends with 1 when the import costs more than 3 times the \copy, or when the same file a second
# time takes more than 15 s.
#
# The \copy is measured three times (median), the second and third time as warm as the import is. The
# import is measured from the moment in which the running command takes the file to the moment in which
# it says so, after the commit; the start of the command (Java, Spring) is shown beside it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
house=$(cd "$here/../.." && pwd)
rows=${1:-1000000}
work=$(mktemp -d)
export CSCC_HOME="$work/home" CSCC_PORT=${CSCC_PORT:-8101} CSCC_DEMO=false # no demo city in this home
java=${CSCC_JAVA:-java}
jar=${CSCC_JAR:-$house/center/target/cscc-center.jar}
cscc() { "$java" -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED -jar "$jar" "$@"; }
now() { date +%s.%N; }
above() { [ "$(echo "$1 > $2" | bc)" = 1 ]; }
trap 'kill "$center" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT

"$java" "$here/Feed.java" "$rows" "$work/feed.csv"
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
sql() { psql -q -h 127.0.0.1 -p "$port" -U cscc -d cscc "$@"; }

columns=$(printf 'c%d text,' $(seq 22))
for _ in 1 2 3; do
  sql -c "create table bare (${columns%,})"
  start=$(now)
  sql -c "\\copy bare from '$work/feed.csv' with (format csv, header true)"
  echo "$(now) - $start" | bc
  sql -c "drop table bare"
done >"$work/copies"
copy=$(sort -n "$work/copies" | sed -n 2p)

failed=0
for round in first again; do
  rm -f "$work/summary"
  start=$(now)
  cscc import incidents "$work/feed.csv" >"$work/summary" &
  command=$!
  until [ -s "$work/summary" ]; do
    kill -0 "$command" 2>/dev/null || break
    sleep 0.05
  done
  said=$(now)
  wait "$command"
  inside=$(sql -At -c "select $said - extract(epoch from requested_at) from incidents.import order by order_number desc limit 1")
  ratio=$(echo "scale=2; $inside / $copy" | bc)
  head -1 "$work/summary"
  printf '%s: \\copy %.1f s (%s), import %.1f s (with the start of the command %.1f s), ratio %s\n' \
    "$round" "$copy" "$(xargs printf '%.1f ' <"$work/copies" | sed 's/ $//')" "$inside" "$(echo "$(now) - $start" | bc)" "$ratio"
  if [ "$round" = first ] && above "$ratio" 3; then failed=1 && echo "ABOVE THE BAR: $ratio times \\copy, at most 3"; fi
  if [ "$round" = again ] && above "$inside" 15; then failed=1 && echo "ABOVE THE BAR: $inside s a second time, at most 15"; fi
done
echo "machine: $(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg), $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), heap 512 MiB, $rows rows, $(du -m "$work/feed.csv" | cut -f1) MiB"
exit "$failed"
