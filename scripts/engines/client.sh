#!/usr/bin/env bash
# client.sh TREE SHARED NETWORK_PID UID GROUP PROGRAM…
# Runs PROGRAM as on a machine whose engine is a cell's: in its network, with the Docker CLI and its plugins of the same suite, as
# root (UID 0) or as `runner`, who has sudo without a password and may open the engine's socket. The accounts and the CLI are there
# for this program alone: the host's files are not changed. NETWORK_PID is 0 where the host's network is the right one: no host
# reaches the network of a rootless engine. TREE is empty where the machine's own CLI is to be used. GROUP may open the socket.
set -euo pipefail

if [ -z "${CLIENT_IS_INSIDE:-}" ]; then
  network=()
  if [ "$3" -ne 0 ]; then network=(nsenter "--net=/proc/$3/ns/net" --); fi
  CLIENT_IS_INSIDE=1 exec "${network[@]}" unshare --mount --propagation private -- "$0" "$@"
fi
tree=$1 shared=$2 network_pid=$3 uid=$4 group=$5
shift 5

layers=$shared/client
mkdir -p "$layers"
mount -t tmpfs -o mode=755 client "$layers"
mkdir -p "$layers"/{etc,etc-work,libexec,libexec-work,home}
mount -t overlay client -o "lowerdir=/etc,upperdir=$layers/etc,workdir=$layers/etc-work" /etc
echo "runner:x:61001:61001::$layers/home:/bin/bash" >>/etc/passwd
printf 'runner:x:61001:\ncontainer-engine:x:%d:runner\n' "$group" >>/etc/group
# sudo asks PAM, which takes an account without an entry here for a locked one.
echo 'runner:*:20000:0:99999:7:::' >>/etc/shadow
mkdir -p /etc/sudoers.d
echo 'runner ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/tightfit-runner
chmod 440 /etc/sudoers.d/tightfit-runner
if [ "$network_pid" -ne 0 ]; then
  rm -f /etc/resolv.conf
  echo 'nameserver 10.0.2.3' >/etc/resolv.conf
fi
if [ -n "$tree" ]; then
  mkdir -p /usr/libexec
  mount -t overlay client -o "lowerdir=/usr/libexec,upperdir=$layers/libexec,workdir=$layers/libexec-work" /usr/libexec
  mkdir -p /usr/libexec/docker/cli-plugins
  mount --bind "$tree/usr/libexec/docker/cli-plugins" /usr/libexec/docker/cli-plugins
  mount --bind "$tree/usr/bin/docker" "$(readlink -f "$(command -v docker)")"
fi

unset CLIENT_IS_INSIDE
if [ "$uid" -eq 0 ]; then exec "$@"; fi
chown "$uid:$uid" "$layers/home"
export HOME=$layers/home USER=runner
exec setpriv --reuid="$uid" --regid="$uid" --init-groups -- "$@"
