#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""permessage-deflate with Python's websockets: what it may ask for, what is agreed on, and that messages survive."""
import asyncio
import json
import os
import unittest

import websockets
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory

from program import PATIENCE, Program

CONTEXTS = ("--compression-server-context", "yes", "--compression-client-context", "yes")
MESSAGES = [
    json.dumps([{"symbol": f"S{row}", "price": row * 1.25, "name": "the same words in each row"} for row in range(200)]),
    "Grüße, 世界 🌍 " * 400,
    "short",
    "",
    os.urandom(70_000),
    bytes(range(256)) * 300,
    "the last message, " * 50,
]

# what the client asks for: (server without context, client without context, server's bits, client's bits)
OFFERS = {"nothing": (False, False, None, True), "no contexts": (True, True, None, True)}
OFFERS |= {f"a window of {bits} for the server": (False, False, bits, True) for bits in range(8, 16)}
OFFERS |= {f"a window of {bits} for the client": (False, False, None, bits) for bits in range(9, 16)}


class Deflate(unittest.IsolatedAsyncioTestCase):
    async def talk(self, program, offer):
        factory = ClientPerMessageDeflateFactory(*offer)
        async with websockets.connect(program.url, compression=None, extensions=[factory], max_size=None,
                                      ping_interval=None, open_timeout=PATIENCE) as client:
            agreed = client.extensions[0]
            for _ in range(3):  # the second and third time contexts are full of the first
                for message in MESSAGES:
                    await client.send(message)
                    self.assertEqual(await asyncio.wait_for(client.recv(), PATIENCE), message)
            return agreed

    async def test_without_contexts_unless_asked(self):
        with Program("--engine", "native", "--compression", "yes", "echo") as program:
            for row, offer in OFFERS.items():
                with self.subTest(row):
                    agreed = await self.talk(program, offer)
                    # remote is the server: it keeps no context, and tells us to keep none
                    self.assertEqual((agreed.remote_no_context_takeover, agreed.local_no_context_takeover), (True, True))

    async def test_with_contexts(self):
        with Program("--engine", "native", "--compression", "yes", *CONTEXTS, "echo") as program:
            for row, (server_apart, client_apart, server_bits, client_bits) in OFFERS.items():
                with self.subTest(row):
                    agreed = await self.talk(program, (server_apart, client_apart, server_bits, client_bits))
                    self.assertEqual((agreed.remote_no_context_takeover, agreed.local_no_context_takeover),
                                     (server_apart, client_apart))
                    self.assertEqual(agreed.remote_max_window_bits, server_bits or 15)
                    self.assertLessEqual(agreed.local_max_window_bits, 15 if client_bits is True else client_bits)

    async def test_windows_of_the_server(self):
        for bits in range(8, 16):
            options = ("--compression-window-bits", bits, "--compression-client-window-bits", max(bits, 9))
            with (self.subTest(bits=bits),
                  Program("--engine", "native", "--compression", "yes", *CONTEXTS, *options, "echo") as program):
                agreed = await self.talk(program, (False, False, None, True))
                self.assertEqual((agreed.remote_max_window_bits, agreed.local_max_window_bits), (bits, max(bits, 9)))


if __name__ == "__main__":
    unittest.main(verbosity=2)
