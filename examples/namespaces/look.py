"""A service that tells what it can see of the machine: one word in, what its namespace shows out."""

import os
import signal
import socket
import sys


def mounts():
    with open("/proc/self/mountinfo", encoding="utf-8") as lines:
        return [line.split()[4] for line in lines]


def uid_map():
    with open("/proc/self/uid_map", encoding="utf-8") as lines:
        return " / ".join(" ".join(line.split()) for line in lines)


def queues():
    with open("/proc/sysvipc/msg", encoding="utf-8") as lines:
        return len(lines.readlines()) - 1


def cgroup():
    with open("/proc/self/cgroup", encoding="utf-8") as lines:
        return sorted({line.strip().split(":", 2)[2] for line in lines})


VIEWS = {
    "pid": lambda: f"I am process {os.getpid()} of {sum(name.isdigit() for name in os.listdir('/proc'))}",
    "net": lambda: f"interfaces: {' '.join(sorted(name for _, name in socket.if_nameindex()))}",
    "mnt": lambda: f"root mounted: {'/' in mounts()}, home of the host: {os.path.exists('/root/.bash_history')}",
    "uts": lambda: f"host name of {len(socket.gethostname())} letters",
    "ipc": lambda: f"message queues: {queues()}",
    "user": lambda: f"uid map: {uid_map()}",
    "cgroup": lambda: f"cgroups: {' '.join(cgroup())}",
}


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    listener = socket.create_server(("", 8080))
    print("listening", flush=True)
    while True:
        client, _ = listener.accept()
        with client:
            word = client.recv(16).decode().strip()
            view = VIEWS.get(word)
            client.sendall(((view() if view else "one of " + " ".join(VIEWS)) + "\n").encode())


main()
