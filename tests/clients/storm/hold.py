#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Connects many clients and holds them; one broadcasts, all the others receive it; all are told that the server stops.

    hold.py [CLIENTS]
"""
import resource
import select
import struct
import sys
import time

from program import PATIENCE, Program
from rawwebsocket import CLOSE, TEXT, RawClient, close_frame, frame, request

SPARE = 200  # descriptors for all that is no client
MESSAGE = "to all of you: Grüße".encode()


class Crowd:
    """Upgraded clients, and an epoll over them."""

    def __init__(self, port, size):
        self.clients = {}
        self.poll = select.epoll()
        batch = []
        for number in range(size):
            client = RawClient(port, PATIENCE)
            client.send(request(port))
            batch.append(client)
            if len(batch) == 200 or number == size - 1:
                for one in batch:
                    status, _ = one.head()
                    assert status.startswith("HTTP/1.1 101 "), status
                    self.clients[one.socket.fileno()] = one
                    self.poll.register(one.socket.fileno(), select.EPOLLIN)
                batch.clear()

    def each_receives(self, clients, then=lambda client: None):
        """The next frame of each of these clients, and of nobody else, as {frame: how many}."""
        missing, frames = set(clients), {}
        deadline = time.monotonic() + PATIENCE
        while missing:
            for number, _ in self.poll.poll(1):
                client = self.clients[number]
                if client not in missing:
                    raise AssertionError(f"a client received too much: {client.frame()}")
                missing.discard(client)
                got = client.frame()
                frames[got] = frames.get(got, 0) + 1
                then(client)
            if time.monotonic() > deadline:
                raise AssertionError(f"{len(missing)} clients received nothing; the others {frames}")
        return frames


def hold(size):
    begin = time.monotonic()

    def say(what):
        print(f"{time.monotonic() - begin:6.1f} s  {what}", flush=True)

    with Program("broadcast") as program:
        crowd = Crowd(program.port, size)
        everybody = list(crowd.clients.values())
        say(f"{size} clients are open")

        sender, *others = everybody
        sender.send(frame(TEXT, MESSAGE))
        assert crowd.each_receives(others) == {(TEXT, MESSAGE): size - 1}
        say(f"{size - 1} received the broadcast")

        def answer(client):
            crowd.poll.unregister(client.socket.fileno())
            client.send(close_frame(1001))

        program.terminate()
        frames = crowd.each_receives(everybody, answer)
        assert len(frames) == 1, frames
        (opcode, payload), count = frames.popitem()
        assert (opcode, payload[:2], count) == (CLOSE, struct.pack("!H", 1001), size), (opcode, payload, count)
        say(f"{count} were closed with 1001")

        totals = program.stop()
        say("%d accepted, %d closed, %d refused, %d left" % totals)
        assert totals == (size, size, 0, 0)


def main(arguments):
    size = int(arguments[0]) if arguments else 10000
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    if hard != resource.RLIM_INFINITY and hard < size + SPARE:
        print(f"skipped: {size} clients need {size + SPARE} descriptors, and the hard limit is {hard} (ulimit -Hn)")
        return 77
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    hold(size)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
