#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The program's command line, its exit statuses and its signals."""
import os
import signal
import socket
import unittest

from program import Program, launcher, run
from rawwebsocket import TEXT, RawClient, close_frame, frame


class Statuses(unittest.TestCase):
    def refused(self, status, *arguments, env=None, word=""):
        """The program ends with that status, nothing on stdout and one sentence on stderr."""
        got, output, errors = run(*arguments, env=env)
        self.assertEqual((got, output), (status, ""), errors)
        said = [line for line in errors.splitlines() if line.startswith("porthole: ")]
        self.assertEqual(len(said), 1, errors)
        self.assertRegex(said[0], r"^porthole: \S.*\.$")
        self.assertIn(word, said[0])

    def test_a_wrong_command_line_is_2(self):
        rows = {
            "port too high": (["--nogui", "--port", "70000"], "70000"),
            "port below 0": (["--nogui", "--port=-1"], "-1"),
            "port is no number": (["--nogui", "--port", "http"], "http"),
            "port without a value": (["--nogui", "--port"], "port"),
            "unknown option": (["--nogui", "--frobnicate"], "frobnicate"),
            "unknown handler": (["--nogui", "--port", "0", "shout"], "shout"),
            "two handlers": (["--nogui", "--port", "0", "echo", "hello"], ""),
            "unknown engine": (["--nogui", "--port", "0", "--engine", "steam"], "steam"),
            "workers below 0": (["--nogui", "--port", "0", "--workers=-2"], "-2"),
        }
        for row, (arguments, word) in rows.items():
            with self.subTest(row):
                self.refused(2, *arguments, word=word)

    def test_an_address_that_is_not_ours_is_1(self):
        self.refused(1, "--nogui", "--port", "0", "--host", "192.0.2.1", word="192.0.2.1")

    def test_a_port_that_is_taken_is_1(self):
        with Program("echo") as program:
            self.refused(1, "--nogui", "--port", program.port, word=str(program.port))

    @unittest.skipUnless(launcher(), "all is built here")
    def test_what_is_not_built_is_told_so(self):
        self.refused(2, "--nogui", "--port", "0", "--engine", "qt", word="native")
        self.refused(1, "--nogui", "--port", "0", "chat", word="JavaScript")

    def test_no_display_is_1(self):
        self.refused(1, "--port", "0", word="--nogui")

    def test_help_and_version_are_0(self):
        status, output, _ = run("--help")
        self.assertEqual(status, 0)
        for word in ("--nogui", "--host", "--port", "--workers", "--engine", "--version", "hello", "echo", "broadcast"):
            self.assertIn(word, output)
        status, output, errors = run("--version")
        self.assertEqual((status, errors), (0, ""))
        self.assertRegex(output, r"^porthole \d+\.\d+\.\d+\n$")


class Listening(unittest.TestCase):
    def serves(self, program, address=("127.0.0.1",)):
        with socket.create_connection((*address, program.port), 30):
            pass

    def test_the_ready_line(self):
        rows = {"default": ([], "ws://127.0.0.1:"), "localhost": (["--host", "localhost"], "ws://"),
                "any": (["--host", "0.0.0.0"], "ws://0.0.0.0:")}
        for row, (arguments, url) in rows.items():
            with self.subTest(row), Program(*arguments, "echo") as program:
                self.assertTrue(program.ready_line.startswith("listening on " + url), program.ready_line)
                self.serves(program)

    @unittest.skipUnless(os.path.exists("/proc/net/if_inet6") and open("/proc/net/if_inet6").read(), "no IPv6 here")
    def test_ipv6(self):
        with Program("--host", "::1", "echo") as program:
            self.assertEqual(program.ready_line, f"listening on ws://[::1]:{program.port}\n")
            self.serves(program, ("::1",))

    def test_a_port_is_free_again_after_the_end(self):
        with Program("echo") as first:
            with RawClient(first.port) as client:
                client.upgrade()
                first.terminate()
                self.assertEqual(client.closed()[0], 1001)
        with Program("--port", first.port, "echo") as second:
            self.assertEqual(second.port, first.port)


class Signals(unittest.TestCase):
    def test_each_ends_it_with_0(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(number), Program("echo") as program:
                program.terminate(number)
                status, seconds = program.wait()
                self.assertEqual(status, 0)
                self.assertLess(seconds, 4)

    def test_clients_are_closed_with_1001(self):
        with Program("echo") as program, RawClient(program.port) as client:
            client.upgrade()
            program.terminate()
            self.assertEqual(client.closed()[0], 1001)
            client.send(close_frame(1001))
            self.assertEqual(client.rest(), b"")
            status, seconds = program.wait()
            self.assertEqual(status, 0)
            self.assertLess(seconds, 4)

    def test_nobody_new_while_stopping(self):
        with Program("echo") as program, RawClient(program.port) as client:
            client.upgrade()
            program.terminate()
            self.assertEqual(client.closed()[0], 1001)
            with self.assertRaises(OSError), RawClient(program.port) as late:
                late.upgrade()
            client.send(close_frame(1001))

    def test_a_silent_client_is_waited_for_5_seconds(self):
        with Program("echo") as program, RawClient(program.port) as client:
            client.upgrade()
            client.send(frame(TEXT, b"here"))
            self.assertEqual(client.frame(), (TEXT, b"here"))
            program.terminate()
            self.assertEqual(client.closed()[0], 1001)
            status, seconds = program.wait()
            self.assertEqual(status, 0)
            self.assertGreater(seconds, 4)
            self.assertLess(seconds, 10)
            self.assertEqual(program.stop(), (1, 1, 0, 0))

    def test_a_second_signal_exits_at_once(self):
        with Program("echo") as program, RawClient(program.port) as client:
            client.upgrade()
            program.terminate()
            self.assertEqual(client.closed()[0], 1001)
            program.terminate(signal.SIGINT)
            status, seconds = program.wait()
            self.assertEqual(status, 0 if launcher() else 128 + signal.SIGINT)  # 0: as wine has it
            self.assertLess(seconds, 3)


if __name__ == "__main__":
    unittest.main(verbosity=2)
