#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Kills clients in the middle of anything, and wants the program to notice nothing but that they left.

    kill.py [CLIENTS [SEED]]

Clients come in crowds. Each says a random number of the bytes of what it has to say, or waits for some answer first;
then the crowd is killed in random order, by reset, by half a close or by a close. At the end the program must have
counted every one of them, and have none left.
"""
import random
import resource
import select
import socket
import struct
import sys
import time

from program import PATIENCE, Program
from rawwebsocket import BINARY, CONTINUATION, PING, TEXT, RawClient, close_frame, frame, request

CROWD = 250
RESET = struct.pack("ii", 1, 0)

# What a client waits for before it is killed.
NOTHING, UPGRADED, PUSHED, TICKED = range(4)


class Victim:
    """One client: what it says, what it waits for, how it dies."""

    def __init__(self, port, dice, handler):
        self.socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        self.got = bytearray()
        self.death = dice.choice(("reset", "reset", "close", "shutdown"))
        head = request(port)
        talk = b"".join(dice.choices((
            frame(TEXT, "Grüße".encode()),
            frame(BINARY, bytes(200)),
            frame(TEXT, b"one ", fin=False) + frame(PING, b"x") + frame(CONTINUATION, b"two"),
            frame(BINARY, bytes(70000)),
            frame(PING, b"ping"),
            close_frame(4000, "gone"),
            b"\xff\xff rubbish",
        ), k=dice.randrange(1, 6)))
        self.until = dice.choices((NOTHING, UPGRADED, PUSHED, TICKED), (6, 3, 4, 3 if handler == "hello" else 0))[0]
        if self.until == NOTHING:
            # In the middle of anything: the head, a frame's head, its payload, or the first byte.
            whole = head + talk
            self.first = whole[:dice.choice((dice.randrange(len(head) + 1), dice.randrange(len(whole) + 1)))]
            self.then = b""
        else:
            self.first = head
            self.then = talk[:dice.randrange(len(talk) + 1)] if self.until == UPGRADED else \
                b"" if self.until == TICKED else frame(BINARY, bytes(dice.choice((20, 300000)))) * 3
        self.upgraded = False

    def start(self):
        self.socket.setblocking(False)
        self.rest = self.first
        self.write()

    def write(self):
        """Sends what fits; a victim never waits for the server."""
        try:
            self.rest = self.rest[self.socket.send(self.rest):] if self.rest else b""
        except BlockingIOError:
            pass
        except OSError:
            self.rest = b""

    def read(self):
        """True when it has what it waited for, or the server closed it first."""
        try:
            data = self.socket.recv(4096)
        except BlockingIOError:
            return False
        except OSError:
            return True
        self.got += data
        if not self.upgraded and b"\r\n\r\n" in self.got:
            self.upgraded = True
            del self.got[:self.got.index(b"\r\n\r\n") + 4]
            self.rest = self.then
            self.write()
            if self.until == UPGRADED:
                return True
        # One byte of a push is enough: the rest of it is on its way.
        return not data or (self.upgraded and len(self.got) > 0)

    def kill(self):
        if self.death == "reset":
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        elif self.death == "shutdown":
            try:
                self.socket.shutdown(socket.SHUT_WR)
            except OSError:
                pass
        self.socket.close()


def kill_crowd(port, dice, handler, size):
    """Returns how many of the crowd had become WebSockets."""
    crowd = [Victim(port, dice, handler) for _ in range(size)]
    for victim in crowd:
        victim.start()
    waiting = {victim.socket.fileno(): victim for victim in crowd if victim.until != NOTHING}
    poll = select.epoll()
    for number in waiting:
        poll.register(number, select.EPOLLIN)
    deadline = time.monotonic() + PATIENCE
    while waiting:
        for number, _ in poll.poll(1):
            if waiting[number].read():
                poll.unregister(number)
                del waiting[number]
        if time.monotonic() > deadline:
            raise AssertionError(f"{len(waiting)} clients of a crowd were never answered")
    poll.close()
    dice.shuffle(crowd)
    for victim in crowd:
        victim.kill()
    return sum(victim.upgraded for victim in crowd)


def storm(handler, clients, dice):
    begin = time.monotonic()
    upgraded = 0
    with Program("--workers", 2, handler) as program:
        for first in range(0, clients, CROWD):
            upgraded += kill_crowd(program.port, dice, handler, min(CROWD, clients - first))
        # Connections are accepted in order: when this one is served, all the others were accepted.
        with RawClient(program.port) as witness:
            witness.upgrade()
            witness.send(close_frame(1000))
            while (got := witness.frame()) and got[0] != 8:
                pass
        accepted, closed, refused, left = program.stop()
    print(f"{handler}: {clients} killed, {upgraded} of them WebSockets, in {time.monotonic() - begin:.1f} s; "
          f"{accepted} accepted, {closed} closed, {refused} refused, {left} left", flush=True)
    if (accepted, left) != (clients + 1, 0) or closed + refused != accepted:
        raise AssertionError("the counts do not return to zero")
    if closed <= upgraded:
        raise AssertionError(f"{upgraded + 1} clients were WebSockets, and only {closed} of them were closed")


def main(arguments):
    clients = int(arguments[0]) if arguments else 1000
    seed = int(arguments[1]) if len(arguments) > 1 else 6455
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    print(f"seed {seed}")
    dice = random.Random(seed)
    share = clients // 3
    storm("echo", share, dice)
    storm("broadcast", share, dice)
    storm("hello", clients - 2 * share, dice)


if __name__ == "__main__":
    main(sys.argv[1:])
