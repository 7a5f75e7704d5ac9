#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""wss with clients that are not ours: Python's websockets and Node's ws verify the certificate. Several listeners, and
SIGHUP."""
import os
import pathlib
import signal
import ssl
import subprocess
import tempfile
import time
import unittest

import asyncio
import websockets

from program import PATIENCE, Program

SCENARIOS = pathlib.Path(__file__).with_name("nodews.mjs")
CURVE = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
NAMES = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]


def make_pair(folder, stem):
    certificate, key = folder / f"{stem}.pem", folder / f"{stem}.key"
    subprocess.run(["openssl", "req", "-x509", *CURVE, "-keyout", key, "-out", certificate, "-days", "2", *NAMES],
                   check=True, capture_output=True)
    return certificate, key


class Tls(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)
        self.certificate, self.key = make_pair(self.folder, "one")
        self.options = ["--tls-cert", self.certificate, "--tls-key", self.key]

    async def talk(self, url, certificate):
        context = ssl.create_default_context(cafile=certificate)
        async with websockets.connect(url, ssl=context, open_timeout=PATIENCE, close_timeout=PATIENCE,
                                      max_size=None) as client:
            for message in ("hello", b"\x00\xff" * 50000, ""):
                await client.send(message)
                self.assertEqual(await asyncio.wait_for(client.recv(), PATIENCE), message)

    def test_python(self):
        for engine in ("qt", "native"):
            with self.subTest(engine), Program(*self.options, "--engine", engine, "echo") as program:
                self.assertTrue(program.url.startswith("wss://"))
                asyncio.run(self.talk(program.url, self.certificate))
                self.assertEqual(program.stop(), (1, 1, 0, 0))

    def test_node(self):
        modules = pathlib.Path(os.environ["PORTHOLE_NODE_MODULES"])
        self.assertTrue((modules / "node_modules" / "ws").is_dir(), f"no ws in {modules}; tests/run puts it there")
        for scenario in ("echo", "fragments", "closing"):
            with self.subTest(scenario), Program(*self.options, "echo") as program:
                done = subprocess.run(["node", SCENARIOS, scenario, program.url], stdin=subprocess.DEVNULL,
                                      env=os.environ | {"NODE_EXTRA_CA_CERTS": str(self.certificate)},
                                      capture_output=True, text=True, timeout=PATIENCE, check=False)
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_several_listeners(self):
        path = self.folder / "x.sock"
        with Program("--listen", "ws://127.0.0.1:0", "--listen", "wss://127.0.0.1:0", "--listen", f"unix:{path}",
                     *self.options, "echo", listens=3) as program:
            lines = program.ready_lines
            self.assertTrue(lines[0].startswith("listening on ws://127.0.0.1:"), lines)
            self.assertTrue(lines[1].startswith("listening on wss://127.0.0.1:"), lines)
            self.assertEqual(lines[2], f"listening on unix:{path}\n")
            asyncio.run(self.talk(lines[1].split()[-1], self.certificate))
            self.assertTrue(path.is_socket())
        self.assertFalse(path.exists())

    def test_sighup_reads_the_certificate_again(self):
        with Program(*self.options, "echo") as program:
            asyncio.run(self.talk(program.url, self.certificate))
            certificate, key = make_pair(self.folder, "two")
            certificate.replace(self.certificate)
            key.replace(self.key)
            program.process.send_signal(signal.SIGHUP)
            deadline = time.monotonic() + PATIENCE
            while "read again" not in program.stderr() and time.monotonic() < deadline:
                time.sleep(0.02)
            asyncio.run(self.talk(program.url, self.certificate))
            self.key.unlink()
            program.process.send_signal(signal.SIGHUP)
            while "nothing was changed" not in program.stderr() and time.monotonic() < deadline:
                time.sleep(0.02)
            self.assertIn(str(self.key), program.stderr())
            asyncio.run(self.talk(program.url, self.certificate))


if __name__ == "__main__":
    unittest.main(verbosity=2)
