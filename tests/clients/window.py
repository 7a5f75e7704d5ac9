#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The program with its window, on a display that nobody sees."""
import os
import pathlib
import struct
import subprocess
import tempfile
import time
import unittest

from program import PATIENCE, Program, environment
from rawwebsocket import TEXT, RawClient, close_frame, frame


class Display:
    """An Xvfb of its own; a context manager."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        reading, writing = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-fbdir",
             self.folder.name], pass_fds=[writing], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            self.name = ":" + pipe.readline().strip()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(PATIENCE)
        self.folder.cleanup()

    def colours(self):
        """How many different pixels the screen shows: an XWD file, which begins with its own length."""
        data = (pathlib.Path(self.folder.name) / "Xvfb_screen0").read_bytes()
        header, = struct.unpack_from(">I", data)
        colour_entries, = struct.unpack_from(">I", data, 76)
        pixels = memoryview(data)[header + 12 * colour_entries:]
        return len(set(pixels[:len(pixels) // 4 * 4].cast("I")))


class Window(unittest.TestCase):
    def test_it_is_drawn_and_serves(self):
        with Display() as display, tempfile.TemporaryDirectory() as home:
            before = display.colours()
            self.assertEqual(before, 1)
            settings = environment(display.name, HOME=home, XDG_CONFIG_HOME=home, QT_QPA_PLATFORM="xcb")
            with Program("echo", gui=True, env=settings) as program, RawClient(program.port) as client:
                client.upgrade()
                client.send(frame(TEXT, b"seen"))
                self.assertEqual(client.frame(), (TEXT, b"seen"))
                deadline = time.monotonic() + PATIENCE
                while display.colours() < 20 and time.monotonic() < deadline:
                    time.sleep(0.1)
                self.assertGreaterEqual(display.colours(), 20)
                program.terminate()
                self.assertEqual(client.closed()[0], 1001)
                client.send(close_frame(1001))
                self.assertEqual(program.stop(), (1, 1, 0, 0))


if __name__ == "__main__":
    unittest.main(verbosity=2)
