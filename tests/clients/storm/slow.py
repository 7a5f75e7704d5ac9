#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Clients that never read, beside healthy ones, while one broadcasts.

    slow.py [SECONDS] [SLOW] [P99 in milliseconds]

The slow ones are closed with 3008, each with its cause in the log; the server's memory stays within their queues and a
tenth; the healthy ones lose nothing. Their latency is printed, and held to the given bound.
"""
import re
import select
import socket
import struct
import sys
import threading
import time

from program import PATIENCE, Program
from rawwebsocket import BINARY, RawClient, frame, parse

HEALTHY = 50
SIZE = 10_000  # bytes a message
RATE = 100     # messages a second: 1 MB/s
QUEUE = 1024 * 1024


def resident(process):
    with open(f"/proc/{process.pid}/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * 4096


def connect(port, window=None):
    client = RawClient.__new__(RawClient)
    client.socket, client.buffer = socket.socket(), bytearray()
    if window:
        client.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, window)
    client.socket.settimeout(PATIENCE)
    client.socket.connect(("127.0.0.1", port))
    client.upgrade()
    return client


class Healthy:
    """Reads what comes, and keeps when and in which order."""

    def __init__(self, port):
        self.clients = {}
        self.poll = select.epoll()
        for _ in range(HEALTHY):
            client = connect(port)
            self.clients[client.socket.fileno()] = (client, [])
            self.poll.register(client.socket.fileno(), select.EPOLLIN)
        self.delays = []
        self.count = 0

    def read(self, seconds):
        for number, _ in self.poll.poll(seconds):
            client, numbers = self.clients[number]
            data = client.socket.recv(1 << 18)
            if not data:
                raise AssertionError("a healthy client was closed")
            client.buffer += data
            while found := parse(client.buffer):
                _, opcode, payload, used = found
                if opcode == BINARY:
                    sent, message = struct.unpack_from("!dI", payload)
                    self.delays.append(time.monotonic() - sent)
                    numbers.append(message)
                    self.count += 1
                del client.buffer[:used]


def broadcast(port, seconds, sent):
    with RawClient(port, PATIENCE) as sender:
        sender.upgrade()
        begin = time.monotonic()
        while (now := time.monotonic()) - begin < seconds:
            if (wait := begin + len(sent) / RATE - now) > 0:
                time.sleep(wait)
            head = struct.pack("!dI", time.monotonic(), len(sent))
            sender.send(frame(BINARY, head + bytes(SIZE - len(head))))
            sent.append(head)


def run(seconds, slow_count, bound):
    with Program("--ping-interval", "0ms", "broadcast") as program:
        slow = [connect(program.port, window=4096) for _ in range(slow_count)]
        healthy = Healthy(program.port)
        before = peak = resident(program.process)
        sent = []
        sender = threading.Thread(target=broadcast, args=(program.port, seconds, sent))
        sender.start()
        looked = 0
        while sender.is_alive() or healthy.count < len(sent) * HEALTHY:
            healthy.read(0.1)
            if time.monotonic() - looked > 0.2:
                looked = time.monotonic()
                peak = max(peak, resident(program.process))
            if not sender.is_alive() and time.monotonic() - looked > PATIENCE:
                raise AssertionError(f"{healthy.count} of {len(sent) * HEALTHY} came")
        sender.join()
        for _, numbers in healthy.clients.values():
            assert numbers == list(range(len(sent))), "lost, doubled or out of order"
        grown, most = peak - before, slow_count * QUEUE * 1.1
        delays = sorted(healthy.delays)
        p50, p99 = (delays[int(len(delays) * part)] * 1000 for part in (0.5, 0.99))
        print(f"{len(sent)} messages of {SIZE} bytes in {seconds} s to {HEALTHY} healthy and {slow_count} slow clients")
        print(f"memory grew by {grown / 1e6:.1f} MB, of {most / 1e6:.0f} MB allowed; p50 {p50:.2f} ms, p99 {p99:.2f} ms")
        assert grown <= most, grown
        assert p99 <= bound, f"{p99:.1f} ms"
        named = re.findall(r'closed by server: slow consumer, code 3008, "slow consumer"', program.stderr())
        print(f"{len(named)} were closed as slow consumers")
        assert len(named) == slow_count, len(named)
        for client in slow:
            client.socket.close()


def main(arguments):
    seconds, slow, bound = (float(given) for given in (arguments + ["60", "300", "50"][len(arguments):]))
    run(seconds, int(slow), bound)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
