#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""HTTP clients that are not ours: Python's http.client and curl, against a server of handlers and files of a folder."""
import http.client
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from program import PATIENCE, Program


def gatekeeper(*arguments):
    return Program(*arguments, program=os.environ["PORTHOLE_GATEKEEPER"])


class HttpClient(unittest.TestCase):
    def connect(self, program):
        connection = http.client.HTTPConnection("127.0.0.1", program.port, timeout=PATIENCE)
        self.addCleanup(connection.close)
        return connection

    def ask(self, connection, *request, **more):
        connection.request(*request, **more)
        answer = connection.getresponse()
        return answer, answer.read()

    def test_handlers_on_one_connection(self):
        with gatekeeper() as program:
            connection = self.connect(program)
            answer, body = self.ask(connection, "GET", "/a%20b?name=J%C3%BCrgen+K", headers={"Cookie": "user=me"})
            self.assertEqual((answer.status, answer.reason), (200, "OK"))
            self.assertEqual(json.loads(body),
                             {"method": "GET", "path": "/a b", "name": "Jürgen K", "user": "me", "body": ""})
            answer, body = self.ask(connection, "POST", "/form", body=("ä" * 1000).encode())
            self.assertEqual(json.loads(body)["body"], "ä" * 1000)
            pieces = (piece.encode() for piece in ["one ", "two ", "three"])
            answer, body = self.ask(connection, "POST", "/chunks", body=pieces, encode_chunked=True,
                                    headers={"Transfer-Encoding": "chunked"})
            self.assertEqual(json.loads(body)["body"], "one two three")
            answer, body = self.ask(connection, "HEAD", "/")
            self.assertEqual((answer.status, body), (200, b""))
            self.assertGreater(int(answer.headers["Content-Length"]), 0)
            answer, body = self.ask(connection, "OPTIONS", "*")
            self.assertEqual(json.loads(body)["path"], "*")
            answer, body = self.ask(connection, "GET", "/nothing")
            self.assertEqual((answer.status, body), (204, b""))
            answer, body = self.ask(connection, "GET", "/large")
            self.assertEqual(len(body), 5_000_000)
            connection.close()
            self.assertEqual(program.stop(), (1, 0, 1, 0))

    def test_refusals(self):
        rows = {"method": (("PUT", "/", "x"), 405), "unknown method": (("BREW", "/"), 501),
                "throwing handler": (("GET", "/throw"), 500),
                "body over the limit": (("POST", "/", b"x" * (1024 * 1024 + 1)), 413)}
        with gatekeeper() as program:
            for row, (request, status) in rows.items():
                with self.subTest(row):
                    connection = self.connect(program)
                    answer, body = self.ask(connection, *request)
                    self.assertEqual(answer.status, status)
                    self.assertRegex(body.decode(), r"^[A-Z][^\n]*\.\n$")
                    self.assertEqual(answer.headers["Connection"], "close")
            self.assertIn("the desk is stuck", program.stderr())

    def test_files_of_a_folder(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder, "root")
            root.mkdir()
            (root / "index.html").write_text("<p>index</p>")
            (root / "large.bin").write_bytes(os.urandom(3_000_000))
            pathlib.Path(folder, "secret").write_text("secret")
            with Program("--document-root", root, "echo") as program:
                connection = self.connect(program)
                answer, body = self.ask(connection, "GET", "/")
                self.assertEqual((answer.status, body), (200, b"<p>index</p>"))
                self.assertEqual(answer.headers["Content-Type"], "text/html; charset=utf-8")
                again, body = self.ask(connection, "GET", "/",
                                       headers={"If-Modified-Since": answer.headers["Last-Modified"]})
                self.assertEqual((again.status, body), (304, b""))
                answer, body = self.ask(connection, "GET", "/large.bin")
                self.assertEqual(body, (root / "large.bin").read_bytes())
                answer, body = self.ask(connection, "GET", "/large.bin", headers={"Range": "bytes=1000000-1999999"})
                self.assertEqual(answer.status, 206)
                self.assertEqual(answer.headers["Content-Range"], "bytes 1000000-1999999/3000000")
                self.assertEqual(body, (root / "large.bin").read_bytes()[1_000_000:2_000_000])
                for path in ["/../secret", "/%2e%2e/secret", "/..%2fsecret", "/nothing"]:
                    answer, body = self.ask(connection, "GET", path)
                    self.assertEqual(answer.status, 404, path)
                answer, body = self.ask(connection, "POST", "/", body="x")
                self.assertEqual((answer.status, answer.headers["Allow"]), (405, "GET, HEAD, OPTIONS"))

    def test_a_folder_that_is_not_there(self):
        with self.assertRaisesRegex(AssertionError, "document-root is \"/no/such/folder\"; give a folder that exists"):
            Program("--document-root", "/no/such/folder")


@unittest.skipUnless(shutil.which("curl"), "there is no curl")
class Curl(unittest.TestCase):
    def curl(self, program, path, *options):
        done = subprocess.run(["curl", "-sS", "-i", "--noproxy", "*", "--path-as-is", *options,
                               f"http://127.0.0.1:{program.port}{path}"],
                              capture_output=True, text=True, timeout=PATIENCE, check=True)
        return done.stdout

    def test_requests(self):
        with gatekeeper() as program:
            self.assertIn('"path":"/x"', self.curl(program, "/x"))
            self.assertIn('"body":"a=b"', self.curl(program, "/x", "-d", "a=b"))
            self.assertIn("200 OK", self.curl(program, "/x", "-I"))
            self.assertIn('"path":"/x"', self.curl(program, "/x", "--http1.0"))
            big = self.curl(program, "/x", "-d", "x" * 20_000, "-H", "Expect: 100-continue")
            self.assertTrue(big.startswith("HTTP/1.1 100 Continue") and "x" * 20_000 in big, big[:100])
            self.assertIn("401 Unauthorized", self.upgrade(program, "/401"))
            self.assertIn('WWW-Authenticate: Basic realm="gate"', self.upgrade(program, "/401"))

    def upgrade(self, program, path):
        fields = ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
                  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="]
        return self.curl(program, path, *[option for field in fields for option in ("-H", field)])


if __name__ == "__main__":
    unittest.main(verbosity=2)
