#!/bin/bash
# Two nodes of the packaged jar on one PostgreSQL, behind nginx, with readers and writers at work:
#   src/bench/nodes.sh kill roll replica
# kill: one is killed (-9), and started again; roll: both are replaced, one after the other, as docs/running.md says;
# replica: both read from a streaming replica, which is killed and brought back.
# JAR may be a jar that was extracted, NODE_OPTIONS its options: the heap, an AOT cache.
# Needs: mvn package; PostgreSQL's programs and nginx (apt-get install postgresql nginx); JDK 25 as $JAVA_HOME. Root becomes "postgres" for the database.
set -euo pipefail
cd "$(dirname "$0")/../.."
KINDS=${*:?kill, roll or replica}
JAR=${JAR:-$(ls target/afterword-*.jar)}
JAVA=${JAVA_HOME:?the home of a JDK 25}/bin/java
PG=${PG:-$(ls -d /usr/lib/postgresql/*/bin | tail -1)}
SECONDS_OF_LOAD=${SECONDS_OF_LOAD:-60}
READERS=${READERS:-8} WRITERS=${WRITERS:-4}
PORT=${PORT:-28080}
W=$(mktemp -d /tmp/afterword-nodes.XXXXXX)
chmod 755 "$W"
as_postgres() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups env HOME="$W" "$@"; else "$@"; fi; }
declare -A NODE
finish() {
	for n in "${!NODE[@]}"; do kill -9 "${NODE[$n]}" 2>/dev/null || true; done
	[ -f "$W/nginx.pid" ] && kill "$(cat "$W/nginx.pid")" 2>/dev/null || true
	for d in standby primary; do [ -d "$W/pg/$d" ] && as_postgres "$PG/pg_ctl" -D "$W/pg/$d" -m immediate -w stop >/dev/null 2>&1 || true; done
	echo "Logs are in $W"
}
trap finish EXIT

mkdir "$W/pg"; [ "$(id -u)" = 0 ] && chown postgres "$W/pg"
as_postgres "$PG/initdb" -D "$W/pg/primary" -A trust -U afterword -E UTF8 --locale=C.UTF-8 >"$W/initdb.log"
printf "listen_addresses='127.0.0.1'\nunix_socket_directories=''\n" | as_postgres tee -a "$W/pg/primary/postgresql.conf" >/dev/null
as_postgres "$PG/pg_ctl" -D "$W/pg/primary" -o "-p $((PORT + 10))" -l "$W/pg/primary.log" -w start >/dev/null
psql() { "$PG/psql" -h 127.0.0.1 -p $((PORT + 10)) -U afterword -qAt "$@"; }
psql -d postgres -c "create database forum"

export SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:$((PORT + 10))/forum SPRING_DATASOURCE_USERNAME=afterword SPRING_DATASOURCE_PASSWORD=none
export SERVER_ADDRESS=127.0.0.1 SPRING_PROFILES_ACTIVE=demo
export JAVA_TOOL_OPTIONS="${NODE_OPTIONS:--Xmx192m -XX:+UseSerialGC}"
if [[ "$KINDS" = *replica* ]]; then
	as_postgres "$PG/pg_basebackup" -h 127.0.0.1 -p $((PORT + 10)) -U afterword -D "$W/pg/standby" -R -X stream
	standby() { as_postgres "$PG/pg_ctl" -D "$W/pg/standby" -o "-p $((PORT + 11))" -l "$W/pg/standby.log" -w start >/dev/null; }
	standby
	export SPRING_DATASOURCE_REPLICA_URL=jdbc:postgresql://127.0.0.1:$((PORT + 11))/forum
fi
say() { echo "$(date +%T.%N | cut -c1-12) $*"; }
node() { # number
	(cd "$(dirname "$JAR")" && SERVER_PORT=$((PORT + $1)) MANAGEMENT_SERVER_PORT=$((PORT + 20 + $1)) exec "$JAVA" -jar "$(basename "$JAR")") >>"$W/node$1.log" 2>&1 &
	NODE[$1]=$!
}
ready() { # number
	until curl -fs -o /dev/null "http://127.0.0.1:$((PORT + 20 + $1))/actuator/health/readiness"; do
		kill -0 "${NODE[$1]}" || { tail -20 "$W/node$1.log"; exit 1; }
		sleep 0.5
	done
}
proxy() { # the numbers of nodes that are kept out
	{
		echo "worker_processes 1; pid $W/nginx.pid; error_log $W/nginx-errors.log; events { worker_connections 1024; }"
		echo "http { access_log off;"
		for p in client_body proxy fastcgi uwsgi scgi; do echo "${p}_temp_path $W/nginx-$p;"; done
		sed -e "s/127.0.0.1:8080/127.0.0.1:$((PORT + 1))/; s/127.0.0.1:8082/127.0.0.1:$((PORT + 2))/; s/listen .*/listen 127.0.0.1:$PORT;/; s/server_name .*//; /ssl_/d" src/main/nginx/forum.conf |
			if [ -n "${1:-}" ]; then sed "s/\(server 127.0.0.1:$((PORT + $1))\) .*/\1 down;/"; else cat; fi
		echo "}"
	} >"$W/nginx.conf"
	if [ -f "$W/nginx.pid" ]; then nginx -c "$W/nginx.conf" -s reload 2>>"$W/nginx.out"; else nginx -c "$W/nginx.conf" 2>>"$W/nginx.out"; fi
}

node 1; ready 1
until grep -q "the password is" "$W/node1.log"; do sleep 0.5; done
node 2; ready 2
proxy
PASSWORD=$(grep -o "the password is: .*" "$W/node1.log" | cut -d' ' -f4-)
say "both nodes are ready"
health() { curl -s "http://127.0.0.1:$((PORT + 21))/actuator/health" | grep -o '"replica":{[^}]*}[^}]*}' || true; }
memory() { awk '/^Pss:/ { all += $2 } END { printf "%.0f MB", all / 1024 }' $(for p in "$@"; do echo "/proc/$p/smaps_rollup"; done) 2>/dev/null; }
commits() { "$PG/psql" -h 127.0.0.1 -p "$1" -U afterword -qAt -d forum -c "select xact_commit from pg_stat_database where datname = 'forum'"; }
for KIND in $KINDS; do
	echo; say "$KIND: $READERS readers and $WRITERS writers for $SECONDS_OF_LOAD s or longer"
	[ "$KIND" = replica ] && health && BEFORE=$(commits $((PORT + 10)))
	JAVA_TOOL_OPTIONS= "$JAVA" src/bench/NodesLoad.java "http://127.0.0.1:$PORT" "$PASSWORD" "$READERS" "$WRITERS" "$SECONDS_OF_LOAD" "$KIND" "$W/$KIND.done" >"$W/$KIND.txt" 2>"$W/$KIND.log" &
	LOAD=$!
	until grep -q begins "$W/$KIND.txt"; do kill -0 $LOAD || { cat "$W/$KIND.log"; exit 1; }; sleep 0.2; done
	sleep $((SECONDS_OF_LOAD / 4))
	case $KIND in
	kill)
		say "node 2 is killed"; kill -9 "${NODE[2]}"
		sleep 8; say "node 2 is started again"; node 2; ready 2; say "node 2 is ready"
		;;
	roll)
		for n in 1 2; do
			say "node $n is taken out of nginx"; proxy $n; sleep 2
			say "node $n is told to end"; kill "${NODE[$n]}"; wait "${NODE[$n]}" || true
			say "node $n has ended"; node $n; ready $n; say "node $n is ready"; proxy
		done
		;;
	replica)
		STANDBY=$(head -1 "$W/pg/standby/postmaster.pid")
		say "the replica is killed"; kill -9 "$STANDBY" $(pgrep -P "$STANDBY")
		sleep 3; health
		sleep $((SECONDS_OF_LOAD / 6)); say "the replica is started again"; standby
		sleep 3; health
		;;
	esac
	touch "$W/$KIND.done"
	say "memory (PSS): node 1 $(memory "${NODE[1]}"), its database $(memory $(pgrep -f "$W/pg/primary"; pgrep -P "$(head -1 "$W/pg/primary/postmaster.pid")") )"
	wait $LOAD || { cat "$W/$KIND.log"; exit 1; }
	grep -v begins "$W/$KIND.txt"
	# What landed is counted in the database, what was acknowledged by its writers.
	psql -d forum -c "select substring(body_markdown from '$KIND-[0-9]+-[0-9]+') from post where body_markdown like '$KIND-%'" | sort >"$W/landed.txt"
	grep -o "acknowledged $KIND-[0-9]*-[0-9]*" "$W/$KIND.log" | cut -d' ' -f2 | sort >"$W/acknowledged.txt" || true
	echo "posts: $(wc -l <"$W/acknowledged.txt") acknowledged, $(comm -23 "$W/acknowledged.txt" <(sort -u "$W/landed.txt") | wc -l) of them lost, $(uniq -d "$W/landed.txt" | wc -l) doubled," \
		"$(comm -13 "$W/acknowledged.txt" <(sort -u "$W/landed.txt") | wc -l) landed without an answer"
	if [ "$KIND" = replica ]; then
		echo "transactions: $(($(commits $((PORT + 10))) - BEFORE)) on the primary, $(commits $((PORT + 11))) on the replica since it came back"
	fi
done
