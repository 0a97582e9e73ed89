"""A service that takes too much when asked: processes (f), memory (m) or processor time (c). Answers what it got."""

import os
import signal
import socket
import sys
import time


def processes():
    """Starts processes that stay until no more may be started, then ends them."""
    children = []
    try:
        while len(children) < 1000:
            child = os.fork()
            if child == 0:
                signal.pause()
            children.append(child)
        return f"{len(children)} processes, no limit met"
    except OSError as refusal:
        return f"refused after {len(children)} processes: {refusal.strerror}"
    finally:
        for child in children:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def memory():
    """Fills a gigabyte in a child, a megabyte at a time."""
    child = os.fork()
    if child == 0:
        hoard = []
        for _ in range(1024):
            hoard.append(b"x" * 2**20)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return f"killed by signal {os.WTERMSIG(status)}"
    return "a gigabyte, no limit met" if os.WEXITSTATUS(status) == 0 else "refused: out of memory"


def processor():
    """Works for a second and measures how much of it the processor gave."""
    start, used = time.monotonic(), time.process_time()
    while time.monotonic() - start < 1:
        pass
    share = (time.process_time() - used) / (time.monotonic() - start)
    return f"throttled to {share:.0%} of a processor" if share < 0.75 else f"{share:.0%} of a processor, no limit met"


DEEDS = {b"f": processes, b"m": memory, b"c": processor}


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    listener = socket.create_server(("", 8080))
    print("listening", flush=True)
    while True:
        client, _ = listener.accept()
        with client:
            deed = DEEDS.get(client.recv(1))
            client.sendall((deed() if deed else "f, m or c").encode() + b"\n")


main()
