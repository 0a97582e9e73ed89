# What `check` is measured against: the same engine calls and smoke tests, as a person would type them. Sourced by bash with
# DOCKER_HOST set; `by_hand_nginx` and `by_hand_samba` fail when anything does not answer as the policy expects.
set -euo pipefail

# begin ALIAS IMAGE OPTIONS…: a service on a network of its own; sets network, container and address.
begin() {
  local alias=$1 image=$2
  shift 2
  network=$(docker network create --internal "by-hand-$RANDOM")
  container=$(docker create --network "$network" --network-alias "$alias" --cpus 2 "$@" "$image")
  docker start "$container" >/dev/null
  address=$(docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$container")
}

finish() {
  docker rm -fv "$container" >/dev/null
  docker network rm "$network" >/dev/null
}

stop_gracefully() {
  docker stop -t 10 "$container" >/dev/null
  [ "$(docker inspect -f '{{.State.ExitCode}}' "$container")" = 0 ]
}

running() { [ "$(docker inspect -f '{{.State.Running}}' "$container")" = true ]; }

# Whether the kernel shows for the container's first process what was asked for.
in_force() { grep -q "NoNewPrivs:.*$1" "/proc/$(docker inspect -f '{{.State.Pid}}' "$container")/status"; }

status_of() { curl -s -o /dev/null -w '%{http_code}' "http://$address:8080$1"; }

by_hand_nginx() {
  cd examples/nginx
  local image
  image=$(docker build -q . 2>/dev/null)
  begin nginx "$image" --cap-drop ALL --security-opt no-new-privileges:true --security-opt seccomp=profile.json \
    --read-only --tmpfs /tmp --user www-data --pids-limit 16 --memory 64m --memory-swap 64m
  until [ "$(status_of /health)" = 200 ]; do sleep 0.05; done
  in_force 1
  curl -s "http://$address:8080/" | grep -q 'It fits.'
  curl -s "http://$address:8080/health" | grep -qE '"ok":[[:space:]]*true'
  [ "$(status_of /missing)" = 404 ]
  ! docker logs "$container" 2>&1 | grep -qE '\[(alert|crit|emerg)\]'
  stop_gracefully
  finish
}

# client COMMANDS WANTED: what smbclient prints on the service's network.
client() {
  local said
  said=$(docker run --rm --network "$network" "$client_image" smbclient -N //samba/share -c "$1" 2>&1) || return 1
  [[ $said == *"$2"* ]]
}

accepts() { (exec 3<>"/dev/tcp/$address/445") 2>/dev/null; }

# samba OPTIONS…: one exercise; fails at the first step that fails, as a person would give up.
samba() {
  begin samba "$samba_image" "$@" --pids-limit 64 --memory 256m --memory-swap 256m \
    --mount "type=bind,source=$PWD/share,target=/dir_share_test,readonly" \
    -v /dir_share_test/incoming -v /var/lib/samba -v /var/cache/samba --tmpfs /run --tmpfs /var/log/samba
  until accepts; do
    running || return 1
    sleep 0.05
  done
  client 'get file.txt -; ls' hello || return 1
  client 'cd incoming; put note.txt; get note.txt -; del note.txt' 'stored by the client' || return 1
  docker exec "$container" smbstatus >/dev/null || return 1
  ! docker logs "$container" 2>&1 | grep -q PANIC || return 1
  stop_gracefully
}

by_hand_samba() {
  cd examples/samba
  samba_image=$(docker build -q . 2>/dev/null)
  client_image=$(docker build -q client 2>/dev/null)
  local fitted=(--cap-drop ALL --security-opt no-new-privileges:true --security-opt seccomp=profile.json --read-only --user 0:0)
  samba "${fitted[@]}" --cap-add SETGID --cap-add SETUID
  finish
  samba
  finish
  ! samba "${fitted[@]}"
  finish
  ! samba "${fitted[@]}" --cap-add SETUID
  finish
  ! samba "${fitted[@]}" --cap-add SETGID
  finish
}
