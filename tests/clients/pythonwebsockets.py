#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Python's websockets against the real program."""
import asyncio
import json
import time
import unittest

import websockets

from program import PATIENCE, Program

MIB = 1024 * 1024

TEXTS = {
    "empty": "",
    "one letter": "x",
    "not ASCII": "Grüße, 世界 🌍 \u0000 end",
    "125 bytes": "a" * 125,
    "126 bytes": "b" * 126,
    "65535 bytes": "c" * 65535,
    "65536 bytes": "d" * 65536,
    "three bytes a letter": "€" * 30000,
    "one byte below 1 MiB": "e" * (MIB - 1),
    "1 MiB": "f" * MIB,
}
BINARIES = {
    "empty": b"",
    "all byte values": bytes(range(256)),
    "126 bytes": b"\x00" * 126,
    "65536 bytes": bytes(range(256)) * 256,
    "1 MiB": b"\xff" * MIB,
}


def connect(program):
    return websockets.connect(program.url, max_size=None, ping_interval=None, open_timeout=PATIENCE,
                              close_timeout=PATIENCE)


async def receive(client):
    return await asyncio.wait_for(client.recv(), PATIENCE)


class Echo(unittest.IsolatedAsyncioTestCase):
    async def test_messages_come_back_as_they_were(self):
        with Program("echo") as program:
            async with connect(program) as client:
                for kind, table in (("text", TEXTS), ("binary", BINARIES)):
                    for row, message in table.items():
                        with self.subTest(f"{kind}, {row}"):
                            await client.send(message)
                            self.assertEqual(await receive(client), message)

    async def test_fragments_come_back_as_one_message(self):
        rows = {
            "text": ["one ", "two ", "", "three"],
            "not ASCII": ["Gr", "üß", "e"],
            "binary": [bytes([value]) for value in range(256)],
            "long": [b"x" * 65536] * 8,
        }
        with Program("echo") as program:
            async with connect(program) as client:
                for row, parts in rows.items():
                    with self.subTest(row):
                        await client.send(parts)
                        self.assertEqual(await receive(client), type(parts[0])().join(parts))

    async def test_order_is_kept(self):
        with Program("echo") as program:
            async with connect(program) as client:
                messages = [str(number) * (number % 50) for number in range(1000)]
                sender = asyncio.ensure_future(self.send_all(client, messages))
                self.assertEqual([await receive(client) for _ in messages], messages)
                await sender

    @staticmethod
    async def send_all(client, messages):
        for message in messages:
            await client.send(message)

    async def test_pings_are_answered(self):
        with Program("echo") as program:
            async with connect(program) as client:
                for payload in (b"", b"payload", bytes(range(125))):
                    with self.subTest(size=len(payload)):
                        await asyncio.wait_for(await client.ping(payload), PATIENCE)


class Closing(unittest.IsolatedAsyncioTestCase):
    async def test_the_client_closes(self):
        rows = {"own code": (4001, "bye"), "no reason": (1000, ""), "longest reason": (4999, "ö" * 61 + "x")}
        with Program("echo") as program:
            for row, (code, reason) in rows.items():
                with self.subTest(row):
                    client = await connect(program)
                    await client.close(code, reason)
                    self.assertTrue(client.closed)
                    self.assertEqual((client.close_rcvd.code, client.close_sent.code), (code, code))
                    said = reason if "engine qt" in program.stderr() else ""  # the other one does not repeat it
                    self.assertEqual((client.close_rcvd.reason, client.close_rcvd_then_sent), (said, False))
            self.assertEqual(program.stop(), (3, 3, 0, 0))

    async def test_the_server_stops(self):
        with Program("hello") as program:
            clients = [await connect(program) for _ in range(5)]
            program.terminate()
            for client in clients:
                await asyncio.wait_for(client.wait_closed(), PATIENCE)
                self.assertEqual((client.close_rcvd.code, client.close_rcvd.reason), (1001, "the server stops"))
                self.assertEqual(client.close_sent.code, 1001)
                self.assertTrue(client.close_rcvd_then_sent)
            self.assertEqual(program.stop(), (5, 5, 0, 0))

    async def test_too_long_a_message_closes(self):
        with Program("echo") as program:
            async with connect(program) as client:
                await client.send(b"x" * (MIB + 1))
                with self.assertRaises(websockets.ConnectionClosed):
                    await receive(client)
                self.assertEqual(client.close_rcvd.code, 1009)


class Broadcast(unittest.IsolatedAsyncioTestCase):
    async def test_every_message_reaches_all_the_others(self):
        with Program("--workers", 2, "broadcast") as program:
            clients = [await connect(program) for _ in range(3)]
            for number, sender in enumerate(clients):
                for message in (f"text of {number} ü", bytes([number]) * 300):
                    await sender.send(message)
            # Each client ends with a message of its own: what the others get before it is all there was.
            for number, client in enumerate(clients):
                expected = {m for n in range(3) if n != number for m in (f"text of {n} ü", bytes([n]) * 300)}
                self.assertEqual({await receive(client) for _ in expected}, expected)
            await clients[0].send("last")
            self.assertEqual([await receive(client) for client in clients[1:]], ["last", "last"])
            await clients[1].send("very last")
            self.assertEqual(await receive(clients[0]), "very last")
            for client in clients:
                await client.close()


class Hello(unittest.IsolatedAsyncioTestCase):
    def check(self, message):
        word, seconds = json.loads(message)
        self.assertEqual(word, "hello")
        self.assertIsInstance(seconds, int)
        self.assertLess(abs(seconds - time.time()), PATIENCE)
        self.assertEqual(message, f'["hello",{seconds}]')
        return seconds

    async def test_a_tick_a_second(self):
        with Program() as program:
            async with connect(program) as client:
                begin = time.monotonic()
                ticks = [self.check(await receive(client)) for _ in range(3)]
                self.assertGreater(time.monotonic() - begin, 2.5)
                self.assertEqual(ticks, sorted(ticks))

    async def test_a_message_is_answered_before_the_tick(self):
        with Program("hello") as program:
            async with connect(program) as client:
                await client.send("anything")
                self.check(await receive(client))


if __name__ == "__main__":
    unittest.main(verbosity=2)
