# Starts and stops the processes of the town. Everything it makes lies in $home; everything listens on loopback.
# shellcheck shell=bash disable=SC2154

names=() pids=()

# Reads or makes the town's secrets, clock and ports.
town_prepare() {
  if [[ $fresh == yes ]]; then rm -rf "$home/data" "$home/clock.last" "$home/secrets"; fi
  mkdir -p "$home/data" "$home/logs"
  umask 077
  if [[ ! -s $home/secrets ]]; then
    { echo "mqtt_password=$(random_word 24)"; echo "demo_password=$(random_word 4)-$(random_word 4)-$(random_word 4)"; } > "$home/secrets"
  fi
  # shellcheck disable=SC1091
  source "$home/secrets"
  town_clock
  mqtt_port=$(free_port 18830)
  web_port=$(free_port "$port")
  local next=15021 variable
  for variable in TOWN_ECOLE TOWN_GYMNASE_ECL TOWN_GYMNASE_METER TOWN_MAIRIE TOWN_CRECHE_ECL; do
    next=$(free_port "$next")
    export "$variable=127.0.0.1:$next"
    next=$((next + 1))
  done
  export TELEMETRY_MQTT=127.0.0.1:$mqtt_port TELEMETRY_MQTT_USER=town TELEMETRY_MQTT_PASSWORD=$mqtt_password
  export DOTNET_gcServer=0 DOTNET_CLI_TELEMETRY_OPTOUT=1
  address=http://127.0.0.1:$web_port
  sites=$root/sites/demo
  if [[ $training == yes ]]; then # the same plants under another name: other topics, another host, no account of the real centre
    local file
    sites=$home/sites; mkdir -p "$sites"
    for file in "$root"/sites/demo/*.yaml; do sed -E 's/^municipality: .*/&-formation/; s/^centre: .*/centre: formation/' "$file" > "$sites/${file##*/}"; done
    export TELEMETRY_TRAINING=true
  fi
}

random_word() { local word; word=$(od -An -N64 -tu1 /dev/urandom | tr -s ' \n' '\n' | awk -v n="$1" 'BEGIN{s="abcdefghjkmnpqrstuvwxyz23456789"} NF{w=w substr(s,$1%31+1,1)} END{print substr(w,1,n)}'); echo "$word"; }

# The town's clock: a new town begins a day ago, an old one where it stopped (a day ago at most), and catches up with us.
town_clock() {
  local now last=0 start
  now=$(date -u +%s)
  [[ -s $home/clock.last ]] && last=$(< "$home/clock.last")
  if [[ $speed -gt 1 ]]; then
    start=$((last > now ? last : now)); join=false rate=$speed
  elif [[ $last -lt $((now - 120)) ]]; then
    start=$((last > now - 86400 ? last : now - 86400)); join=true rate=480
  elif [[ $last -gt $now ]]; then
    start=$last; join=false rate=1
    say "The town lives in the future, on $(date -d "@$last" '+%d/%m/%Y %H:%M'), since an earlier run at high speed; --fresh brings it back to today."
  else
    unset TELEMETRY_CLOCK; clock_start=0; return
  fi
  clock_start=$start clock_origin=$now clock_rate=$rate clock_join=$join
  export TELEMETRY_CLOCK="start=$(date -u -d "@$start" +%FT%TZ);origin=$(date -u -d "@$now" +%FT%TZ);speed=$rate;join=$join"
}

# The town's present instant, seconds since 1970.
town_now() {
  local now town; now=$(date -u +%s)
  if [[ $clock_start -eq 0 ]]; then echo "$now"; return; fi
  town=$((clock_start + (now - clock_origin) * clock_rate))
  if [[ $clock_join == true && $town -gt $now ]]; then town=$now; fi
  echo "$town"
}

# launch NAME COMMAND... : starts a process in its own group, its output in logs/NAME.log.
launch() {
  local name=$1; shift
  setsid "$@" > "$home/logs/$name.log" 2>&1 < /dev/null &
  names+=("$name") pids+=("$!")
}

# wait_ready NAME SECONDS : until the process said 'ready' on a line of its own.
wait_ready() {
  local name=$1 limit=$((SECONDS + $2)) i
  until grep -qx ready "$home/logs/$name.log" 2> /dev/null; do
    for i in "${!names[@]}"; do
      if [[ ${names[i]} == "$name" ]] && ! kill -0 "${pids[i]}" 2> /dev/null; then
        tail -n 15 "$home/logs/$name.log" >&2; fail "$name stopped while starting; its output is in ${home#"$root"/}/logs/$name.log."
      fi
    done
    [[ $SECONDS -lt $limit ]] || { tail -n 15 "$home/logs/$name.log" >&2; fail "$name did not get ready within $2 s."; }
    sleep 0.1
  done
}

# The years before the meters, as files of suppliers, imported once while the rest starts.
town_past() {
  [[ -e $home/data/past || $smoke -gt 0 ]] && return
  : > "$home/data/past"
  local until; until=$(TZ=Europe/Paris date -d "@$(town_now)" +%F)
  say "Importing the town's invented past (logs/past.log)"
  ( { "$root/firmware-sim/bin/Release/net10.0/firmware-sim" past --out "$home/past" --until "$until" \
    && "$root/src/Telemetry.Dashboard/bin/Release/net10.0/dashboard" import "$home/past" --mapping "$root/sites/demo/past" --data "$home/data/dashboard"; } > "$home/logs/past.log" 2>&1 \
    && { town_reports "$((${until%%-*} - 1))" >> "$home/logs/past.log" 2>&1 || say "The reports could not be written: see ${home#"$root"/}/logs/past.log."; } \
    || say "The past could not be imported: see ${home#"$root"/}/logs/past.log. The town lives without it." ) &
}

# The two reports of a year, frozen once every gateway has told its building, as files.
town_reports() {
  local office=$root/src/Telemetry.Dashboard/bin/Release/net10.0/dashboard kind try known wanted; wanted=$(ls "$sites"/*.yaml | wc -l)
  for try in {1..20}; do
    known=$("$office" indicators --period "$1" --json --data "$home/data/dashboard" | grep -c '^      "id":')
    [[ $known -ge $wanted ]] && break
    sleep 3
  done
  for kind in yearly carbon; do
    "$office" report freeze --kind "$kind" --period "$1" --by demonstration --data "$home/data/dashboard" || return
  done
  "$office" report write "$(date -u +%Y)-001" --out "$home/reports" --data "$home/data/dashboard" && "$office" report write "$(date -u +%Y)-002" --out "$home/reports" --data "$home/data/dashboard"
}

town_start() {
  local site name
  say "Starting the broker on port $mqtt_port"
  mosquitto_passwd -b -c "$home/mosquitto.passwd" town "$mqtt_password" 2> /dev/null || { : > "$home/mosquitto.passwd"; mosquitto_passwd -b "$home/mosquitto.passwd" town "$mqtt_password"; }
  cat > "$home/mosquitto.conf" <<M
listener $mqtt_port 127.0.0.1
allow_anonymous false
password_file $home/mosquitto.passwd
persistence true
persistence_location $home/data/
autosave_interval 30
max_queued_messages 10000
set_tcp_nodelay true
M
  [[ $(id -u) -eq 0 ]] && echo "user root" >> "$home/mosquitto.conf"
  launch broker /usr/sbin/mosquitto -c "$home/mosquitto.conf"
  local limit=$((SECONDS + 10))
  until (exec 3<> "/dev/tcp/127.0.0.1/$mqtt_port") 2> /dev/null; do
    [[ $SECONDS -lt $limit ]] || { tail -n 5 "$home/logs/broker.log" >&2; fail "The broker does not listen on port $mqtt_port."; }
    sleep 0.05
  done

  say "Starting the town, its gateways and the dashboard"
  launch town "$root/firmware-sim/bin/Release/net10.0/firmware-sim" --broker "$TELEMETRY_MQTT" --books "$home/data/books.json" ${scenario:+--scenario "$scenario"}
  TELEMETRY_DEMO=true TELEMETRY_DEMO_PASSWORD=$demo_password TELEMETRY_DATA=$home/data/dashboard \
    launch dashboard "$root/src/Telemetry.Dashboard/bin/Release/net10.0/dashboard" --urls "$address" 
  wait_ready town 30
  town_past
  for site in "$sites"/*.yaml; do
    name=$(basename "$site" .yaml)
    launch "gateway-$name" "$root/src/Telemetry.Gateway/bin/Release/net10.0/gateway" run --site "$site" --devices "$root/devices" --data "$home/data/gateway-$name"
  done
  for site in "$sites"/*.yaml; do wait_ready "gateway-$(basename "$site" .yaml)" 30; done
  wait_ready dashboard 60
}

# A second signal finds the stopping under way and lets it finish.
stopping=no
town_interrupted() {
  [[ $stopping == yes ]] && return
  stopping=yes
  town_stop
  trap - EXIT
  exit "$1"
}

town_stop() {
  set +e # nothing that fails here, a closed terminal included, may keep a process alive
  stopping=yes
  trap '' PIPE
  local i limit
  for ((i = ${#pids[@]} - 1; i >= 0; i--)); do kill -TERM -- "-${pids[i]}" 2> /dev/null; done
  [[ ${#pids[@]} -eq 0 ]] && return 0
  say "Stopping" 2> /dev/null
  town_now > "$home/clock.last"
  limit=$((SECONDS + 8))
  for i in "${!pids[@]}"; do
    while kill -0 -- "-${pids[i]}" 2> /dev/null && [[ $SECONDS -lt $limit ]]; do sleep 0.05; done
    kill -KILL -- "-${pids[i]}" 2> /dev/null
  done
  wait 2> /dev/null
  pids=()
}

town_welcome() {
  cat <<W

  Valmont-sur-Orne est en ligne / is online:   $address

  Comptes de démonstration / demo accounts (mot de passe / password: $demo_password)
    technicien   chaufferies et ordres / boiler rooms and orders
    energie      patrimoine et parc informatique / buildings and IT
    maire        élu / elected official
    admin        comptes / accounts

  Journaux / logs: ${home#"$root"/}/logs      Ctrl-C: tout arrêter / stop everything
W
  if [[ -n ${TELEMETRY_CLOCK:-} && $clock_join == true ]]; then
    local seconds=$(((clock_origin - clock_start) / clock_rate))
    echo "  La ville rattrape le présent en $seconds s. / The town catches up with the present in $seconds s."
  fi
  echo
}

# Until Ctrl-C: keeps the town's time, and says when a process stops.
town_watch() {
  local i
  while true; do
    town_now > "$home/clock.last"
    for i in "${!pids[@]}"; do
      if ! kill -0 "${pids[i]}" 2> /dev/null; then
        tail -n 10 "$home/logs/${names[i]}.log" >&2
        fail "${names[i]} stopped by itself; its output is in ${home#"$root"/}/logs/${names[i]}.log."
      fi
    done
    sleep 1 & wait $! || true
  done
}
