#!/bin/sh
# aot-cache.sh JAR EXTRACTED DIRECTORY: makes DIRECTORY/afterword.aot, with which EXTRACTED starts fast on the same JDK.
# JAR starts its own PostgreSQL, which migrates; then EXTRACTED, a jar extracted from it (java -Djarmode=tools -jar JAR extract), learns on that.
# Not as root where that may make no namespaces. Set JAVA_TOOL_OPTIONS as the forum will run.
set -eu
JAR=$1 EXTRACTED=$2 WORK=$3
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
export SERVER_ADDRESS=127.0.0.1 AFTERWORD_DATA_DIRECTORY="$WORK/var" JOBS_ENABLED=false
ready() { # port, process
	until curl -fs -o /dev/null "http://127.0.0.1:$1/actuator/health"; do
		kill -0 "$2" || { cat "$WORK/forum.log"; exit 1; }
		sleep 0.5
	done
}
SERVER_PORT=18080 MANAGEMENT_SERVER_PORT=18081 "$JAVA" -jar "$JAR" >"$WORK/forum.log" 2>&1 &
DATABASE=$!
trap 'kill $DATABASE' EXIT
ready 18081 $DATABASE
PORT=$(sed -n 4p "$WORK/var/postgres/postmaster.pid")
SPRING_DATASOURCE_URL="jdbc:postgresql://127.0.0.1:$PORT/postgres" SPRING_DATASOURCE_USERNAME=postgres SPRING_DATASOURCE_PASSWORD=none \
	SERVER_PORT=18082 MANAGEMENT_SERVER_PORT=18083 "$JAVA" -XX:AOTCacheOutput="$WORK/afterword.aot" -jar "$EXTRACTED" >>"$WORK/forum.log" 2>&1 &
LEARNING=$!
ready 18083 $LEARNING
for page in / /questions /sign-in /join /privacy /style.css; do
	curl -s -o /dev/null "http://127.0.0.1:18082$page"
done
kill $LEARNING
wait $LEARNING || true
test -s "$WORK/afterword.aot"
