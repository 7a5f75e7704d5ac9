#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Runs the scenarios of nodews.mjs, each against a program of its own."""
import os
import pathlib
import subprocess
import unittest

from program import PATIENCE, Program

SCENARIOS = pathlib.Path(__file__).with_name("nodews.mjs")

# scenario: the program's arguments, its totals at the end (accepted, closed, refused, left)
TABLE = {
    "echo": (["echo"], (1, 1, 0, 0)),
    "fragments": (["echo"], (1, 1, 0, 0)),
    "order": (["echo"], (1, 1, 0, 0)),
    "pings": (["echo"], (1, 1, 0, 0)),
    "closing": (["echo"], (5, 5, 0, 0)),
    "tooBig": (["echo"], (1, 1, 0, 0)),
    "broadcast": (["--workers", "2", "broadcast"], (3, 3, 0, 0)),
    "hello": ([], (1, 1, 0, 0)),
    "deflate": (["--engine", "native", "--compression", "yes", "echo"], (18, 18, 0, 0)),
    "deflateContexts": (["--engine", "native", "--compression", "yes", "--compression-server-context", "yes",
                         "--compression-client-context", "yes", "echo"], (18, 18, 0, 0)),
}


def start(scenario, program):
    return subprocess.Popen(["node", SCENARIOS, scenario, program.url], stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


class NodeWs(unittest.TestCase):
    def setUp(self):
        modules = pathlib.Path(os.environ["PORTHOLE_NODE_MODULES"])
        self.assertTrue((modules / "node_modules" / "ws").is_dir(), f"no ws in {modules}; tests/run puts it there")

    def finish(self, node):
        output, errors = node.communicate(timeout=PATIENCE)
        self.assertEqual(node.returncode, 0, output + errors)

    def test_scenarios(self):
        for scenario, (arguments, totals) in TABLE.items():
            with self.subTest(scenario), Program(*arguments) as program:
                self.finish(start(scenario, program))
                self.assertEqual(program.stop(), totals)

    def test_gate(self):
        with Program(program=os.environ["PORTHOLE_GATEKEEPER"]) as program:
            self.finish(start("gate", program))
            self.assertEqual(program.stop()[1], 2)

    def test_origins(self):
        with Program("--allowed-origins", "https://*.example.org", "echo") as program:
            self.finish(start("origins", program))
            self.assertEqual(program.stop(), (4, 2, 2, 0))

    def test_shutdown(self):
        with Program("hello") as program:
            node = start("shutdown", program)
            self.assertEqual(node.stdout.readline(), "open\n")
            program.terminate()
            self.finish(node)
            self.assertEqual(program.stop(), (3, 3, 0, 0))


if __name__ == "__main__":
    unittest.main(verbosity=2)
