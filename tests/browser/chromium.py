#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""A page in headless Chromium against the real program. The page posts what it saw to a small server of ours."""
import http.server
import json
import pathlib
import queue
import shutil
import subprocess
import tempfile
import threading
import unittest

from devtools import FLAGS
from program import PATIENCE, Program

FOLDER = pathlib.Path(__file__).parent
PAGE = FOLDER.joinpath("page.html").read_bytes()


class Pages:
    """Serves page.html under every name and hands out what pages post; a context manager."""

    def __enter__(self):
        self.posts = queue.Queue()
        posts = self.posts

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.answer(404 if self.path == "/favicon.ico" else 200, PAGE)

            def do_POST(self):
                posts.put((self.path, json.loads(self.rfile.read(int(self.headers["Content-Length"])))))
                self.answer(200, b"")

            def answer(self, status, body):
                self.send_response(status)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def address(self, scenario, program):
        return f"http://127.0.0.1:{self.server.server_port}/{scenario}?program={program.url}"

    def own_address(self, scenario, program):
        """Of the page as the program itself serves it."""
        return (f"http://127.0.0.1:{program.port}/page.html?scenario={scenario}&program={program.url}"
                f"&home=http://127.0.0.1:{self.server.server_port}")

    def next(self):
        return self.posts.get(timeout=PATIENCE)


class Chromium:
    """A headless browser on one page, with a profile of its own; a context manager."""

    def __init__(self, address):
        self.address = address

    def __enter__(self):
        self.profile = tempfile.mkdtemp()
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(["chromium", *FLAGS, f"--user-data-dir={self.profile}", self.address],
                                        stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        return self

    def __exit__(self, kind, *_):
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if kind is not None:
            self.log.seek(0)
            print(f"-- what Chromium said\n{self.log.read().decode(errors='replace')[-4000:]}--")
        self.log.close()
        shutil.rmtree(self.profile, ignore_errors=True)


class Page(unittest.TestCase):
    def result(self, pages):
        path, result = pages.next()
        self.assertEqual(path, "/result")
        self.assertNotIn("error", result)
        return result

    def test_echo(self):
        with Program("echo") as program, Pages() as pages, Chromium(pages.address("echo", program)):
            result = self.result(pages)
            self.assertEqual(result["texts"], [True] * 5)
            self.assertEqual(result["binaries"], [True] * 4)
            self.assertEqual((result["protocol"], result["extensions"]), ("", ""))
            self.assertEqual(result["closed"]["code"], 4001)
            self.assertTrue(result["closed"]["wasClean"])
            self.assertEqual(program.stop(), (1, 1, 0, 0))

    def test_compressed(self):
        rows = {"apart": (), "contexts": ("--compression-server-context", "yes", "--compression-client-context", "yes"),
                "small windows": ("--compression-window-bits", 9, "--compression-client-window-bits", 9)}
        for row, options in rows.items():
            with (self.subTest(row),
                  Program("--engine", "native", "--compression", "yes", "--compression-min-size", 0, *options,
                          "echo") as program, Pages() as pages, Chromium(pages.address("echo", program))):
                result = self.result(pages)
                self.assertEqual((result["texts"], result["binaries"]), ([True] * 5, [True] * 4))
                self.assertTrue(result["extensions"].startswith("permessage-deflate"), result["extensions"])

    def test_page_and_socket_of_one_port(self):
        with (Program("--document-root", FOLDER, "--allowed-origins", "127.0.0.1", "echo") as program, Pages() as pages,
              Chromium(pages.own_address("echo", program))):
            result = self.result(pages)
            self.assertEqual((result["texts"], result["binaries"]), ([True] * 5, [True] * 4))
            self.assertEqual(program.stop()[1], 1)

    def test_page_of_another_origin(self):
        with (Program("--allowed-origins", "https://example.org", "echo") as program, Pages() as pages,
              Chromium(pages.address("echo", program))):
            path, result = pages.next()
            self.assertEqual((path, result), ("/result", {"error": "Error: the socket did not open"}))
            self.assertEqual(program.stop(), (1, 0, 1, 0))

    def test_ticks_and_shutdown(self):
        with Program("hello") as program, Pages() as pages, Chromium(pages.address("hello", program)):
            self.assertEqual(pages.next()[0], "/stop")
            program.terminate()
            result = self.result(pages)
            ticks = [json.loads(text) for text in result["ticks"]]
            self.assertEqual([word for word, _ in ticks], ["hello", "hello"])
            self.assertIn(ticks[1][1] - ticks[0][1], (0, 1, 2))
            for _, seconds in ticks:
                self.assertLess(abs(seconds - result["now"]), PATIENCE)
            self.assertEqual(result["closed"], {"code": 1001, "reason": "the server stops", "wasClean": True})
            self.assertEqual(program.stop(), (1, 1, 0, 0))


if __name__ == "__main__":
    unittest.main(verbosity=2)
