#!/usr/bin/env bash
# cell.sh TREE STATE SHARED UID HOST_FOLDER PROGRAM…
# Gives PROGRAM, an engine, a root of its own: the unpacked tree TREE below what it writes (STATE). SHARED is the folder that the
# host and the engine both see as /run/shared. HOST_FOLDER appears at its own path, so that bind mounts of a policy are found.
# Process ids, cgroups, tracefs and devices are the host's. UID 0 runs it as root, in a network namespace of its own whose way out
# is slirp4netns: no rule and no device is made on the host. Another UID runs it as that user, in the host's network namespace.
# A chroot would not do: runc needs a real root ("remount /: invalid argument").
set -euo pipefail

if [ -z "${CELL_IS_INSIDE:-}" ]; then
  CELL_IS_INSIDE=1 exec unshare --mount --propagation private -- "$0" "$@"
fi
tree=$1 state=$2 shared=$3 uid=$4 host_folder=$5
shift 5

mkdir -p "$state"/{root,upper,work,data}
root=$state/root
# Every mount that a container gets from here names the cell in /proc/PID/mountinfo, by path or by source: see processes.mjs.
source=tightfit-cell-${state##*/}
mount -t overlay "$source" -o "lowerdir=$tree,upperdir=$state/upper,workdir=$state/work" "$root"
mkdir -p "$root"/{proc,sys,dev,old,run}
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
# crun starts nothing on a hybrid machine whose cgroup v2 tree has a controller, and no engine uses that tree beside v1.
if mountpoint -q "$root/sys/fs/cgroup/unified"; then umount "$root/sys/fs/cgroup/unified"; fi
mount --rbind /dev "$root/dev"
# Podman keeps its locks in /dev/shm: those of another Podman are not ours.
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
mount -t tmpfs -o mode=755 "$source" "$root/run"
mkdir -p "$root/run/shared" "$root/run/devices" "$root/engine-data"
mount --bind "$shared" "$root/run/shared"
mount --bind "$state/data" "$root/engine-data"
for folder in /tmp "$host_folder"; do
  mkdir -p "$root$folder"
  mount --rbind "$folder" "$root$folder"
done
# As udev sets them; on a machine without udev they are root's alone, and rootless engines need both.
for device in net/tun:10:200 fuse:10:229; do
  IFS=: read -r name major minor <<<"$device"
  [ -e "/dev/$name" ] || continue
  mknod -m 666 "$root/run/devices/${name//\//-}" c "$major" "$minor"
  mount --bind "$root/run/devices/${name//\//-}" "$root/dev/$name"
done
rm -f "$root/etc/resolv.conf"
cat /etc/resolv.conf >"$root/etc/resolv.conf"

cd "$root"
pivot_root . old
umount -l /old
# As systemd leaves it; rootless engines ask for it.
mount --make-rshared /
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

if [ "$uid" -ne 0 ]; then
  mkdir -p "/run/user/$uid"
  chown "$uid:$uid" "/run/user/$uid" /run/shared /engine-data
  export HOME=/home/runner USER=runner XDG_RUNTIME_DIR=/run/user/$uid
  cd "$HOME"
  exec setpriv --reuid="$uid" --regid="$uid" --init-groups -- "$@" >/run/shared/log 2>&1
fi

# 10.0.2.3 is the resolver of slirp4netns, which itself asks the host's.
echo 'nameserver 10.0.2.3' >/run/resolv.conf
unshare --net --mount -- sh -c '
  mount --bind /run/resolv.conf /etc/resolv.conf
  ip link set lo up
  until ip route | grep -q default; do sleep 0.05; done
  exec "$@"' sh "$@" >/run/shared/log 2>&1 &
engine=$!
host_net=$(readlink /proc/self/ns/net)
while [ "$(readlink "/proc/$engine/ns/net")" = "$host_net" ]; do sleep 0.02; done
slirp4netns --configure --mtu=65520 --disable-host-loopback "$engine" tap0 >/run/shared/slirp.log 2>&1 &
slirp=$!
trap 'kill -TERM "$engine" 2>/dev/null || true' TERM INT
# A trapped signal ends wait early, so it is asked again until the engine is gone.
while kill -0 "$engine" 2>/dev/null; do wait "$engine" || true; done
kill "$slirp" 2>/dev/null || true
wait "$slirp" || true
