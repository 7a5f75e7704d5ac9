#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Bytes by hand against the real program: plain HTTP, bad handshakes, bad frames, and what it logs about them."""
import socket
import unittest

from program import Program
from rawwebsocket import BINARY, CLOSE, CONTINUATION, PING, PONG, TEXT, RawClient, close_frame, frame, request


class Http(unittest.TestCase):
    def ask(self, program, data):
        with RawClient(program.port) as client:
            client.send(data)
            status, fields = client.head()
            return status, fields, client.rest().decode()

    def test_what_is_no_upgrade_is_told_so(self):
        rows = {
            "browser": (404, b"GET /none HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n"),
            "HTTP/1.0": (404, b"GET /none HTTP/1.0\r\n\r\n"),
            "another path": (404, b"GET /some/where?x=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
            "form": (405, b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nConnection: close\r\n\r\na=b"),
        }
        with Program("echo") as program:
            for row, (number, data) in rows.items():
                with self.subTest(row):
                    status, fields, body = self.ask(program, data)
                    self.assertTrue(status.startswith(f"HTTP/1.1 {number} "), status)
                    self.assertIn("close", fields["connection"].lower())
                    self.assertEqual(int(fields["content-length"]), len(body.encode()))
                    self.assertRegex(body, r"^[A-Z][^\n]*\.\n?$")
            self.assertEqual(program.stop(), (len(rows), 0, len(rows), 0))

    def test_bad_handshakes_are_refused_with_the_reason(self):
        rows = {
            "key is no base64": (400, "key", {"Sec_WebSocket_Key": "not base64!"}, ()),
            "key is too short": (400, "key", {"Sec_WebSocket_Key": "c2hvcnQ="}, ()),
            "no key": (400, "key", {}, ("Sec-WebSocket-Key",)),
            "no version": (400, "version", {}, ("Sec-WebSocket-Version",)),
            "no Host": (400, "host", {}, ("Host",)),
            "another version": (426, "version", {"Sec_WebSocket_Version": "8"}, ()),
        }
        with Program("echo") as program:
            for row, (number, word, changed, without) in rows.items():
                with self.subTest(row):
                    status, fields, body = self.ask(program, request(program.port, without, **changed))
                    self.assertTrue(status.startswith(f"HTTP/1.1 {number} "), status)
                    self.assertRegex(body, r"^[A-Z][^\n]*\.\n?$")
                    self.assertIn(word, body.lower())
                    if word == "version":
                        self.assertEqual(fields["sec-websocket-version"], "13")
            self.assertEqual(program.stop(), (len(rows), 0, len(rows), 0))

    def test_what_is_no_http_is_refused(self):
        rows = {"rubbish": b"\x16\x03\x01\x02\x00 rubbish\r\n\r\n", "no version": b"GET /\r\n\r\n",
                "too long a head": b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X-Long: " + b"x" * 20000 + b"\r\n\r\n"}
        with Program("echo") as program:
            for row, data in rows.items():
                with self.subTest(row):
                    status, _, body = self.ask(program, data)
                    self.assertRegex(status, "^HTTP/1.1 4[0-9][0-9] ")
                    self.assertRegex(body, r"^[A-Z][^\n]*\.\n?$")
            self.assertEqual(program.stop(), (len(rows), 0, len(rows), 0))

    def test_a_peer_that_says_nothing_is_counted_as_refused(self):
        with Program("echo") as program:
            with RawClient(program.port):
                pass
            with RawClient(program.port) as client:
                client.send(b"GET / HT")
            with RawClient(program.port) as client:
                client.upgrade()
                client.send(close_frame(1000))
                self.assertEqual(client.closed(), (1000, ""))
            self.assertEqual(program.stop(), (3, 1, 2, 0))


class Frames(unittest.TestCase):
    def test_head_and_frames_in_one_write(self):
        with Program("echo") as program, RawClient(program.port) as client:
            client.send(request(program.port) + frame(TEXT, b"first") + frame(BINARY, b"second") + frame(PING, b"third"))
            self.assertTrue(client.head()[0].startswith("HTTP/1.1 101 "))
            got = sorted(client.frame() for _ in range(3))
            self.assertEqual(got, [(TEXT, b"first"), (BINARY, b"second"), (PONG, b"third")])

    def test_byte_by_byte(self):
        with Program("echo") as program, RawClient(program.port) as client:
            client.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for byte in request(program.port) + frame(TEXT, b"slow"):
                client.send(bytes([byte]))
            self.assertTrue(client.head()[0].startswith("HTTP/1.1 101 "))
            self.assertEqual(client.frame(), (TEXT, b"slow"))

    def test_a_letter_cut_in_two(self):
        euro = "€".encode()
        with Program("echo") as program, RawClient(program.port) as client:
            client.upgrade()
            client.send(frame(TEXT, euro[:1], fin=False))
            client.send(frame(PING, b"between"))
            client.send(frame(CONTINUATION, euro[1:]))
            self.assertEqual(client.frame(), (PONG, b"between"))
            self.assertEqual(client.frame(), (TEXT, euro))

    def test_bad_frames_close(self):
        rows = {
            "text that is no UTF-8": (1007, frame(TEXT, b"\xff\xfe")),
            "a reserved opcode": (1002, frame(0x3, b"x")),
            "a continuation of nothing": (1002, frame(CONTINUATION, b"x")),
            "a fragmented ping": (1002, frame(PING, b"x", fin=False)),
            "a new message inside another": (1002, frame(TEXT, b"x", fin=False) + frame(TEXT, b"y")),
            "a reserved bit": (1002, bytes([frame(TEXT, b"x")[0] | 0x40]) + frame(TEXT, b"x")[1:]),
            "too long for the limit": (1009, frame(BINARY, b"x" * (1024 * 1024 + 1))[:20]),
        }
        with Program("echo") as program:
            for row, (code, data) in rows.items():
                with self.subTest(row), RawClient(program.port) as client:
                    client.upgrade()
                    client.send(data)
                    self.assertEqual(client.closed()[0], code)
            self.assertEqual(program.stop(), (len(rows), len(rows), 0, 0))

    def test_a_fault_and_the_peer_is_gone_at_once(self):
        faults = {
            "a reserved bit": b"\xff\xff",
            "a reserved bit inside a message": frame(TEXT, b"x", fin=False) + b"\xff\xff rubbish",
            "no UTF-8": frame(TEXT, b"\xff"),
            "an unmasked frame": frame(TEXT, b"x", mask=False),
            "too big": frame(BINARY, b"x" * (1024 * 1024 + 1))[:20],
        }
        rows = [(fault, data, reset) for fault, data in faults.items() for reset in (True, False)] * 5
        with Program("echo") as program:
            for fault, data, reset in rows:
                with self.subTest(fault, reset=reset), RawClient(program.port) as client:
                    client.upgrade()
                    client.send(data)
                    if reset:
                        client.reset()
            program.terminate()
            status, seconds = program.wait()
            self.assertEqual(status, 0)
            self.assertLess(seconds, 4)
            self.assertEqual(program.stop(), (len(rows), len(rows), 0, 0))

    def test_closing_codes_come_back(self):
        # An empty close frame may be answered by another or by 1000.
        rows = {"1000": (1000, [1000]), "own": (4001, [4001]), "no code": (None, [None, 1000])}
        with Program("echo") as program:
            for row, (code, answers) in rows.items():
                with self.subTest(row), RawClient(program.port) as client:
                    client.upgrade()
                    client.send(frame(CLOSE) if code is None else close_frame(code, "bye"))
                    self.assertIn(client.closed()[0], answers)
                    self.assertEqual(client.rest(), b"")


if __name__ == "__main__":
    unittest.main(verbosity=2)
