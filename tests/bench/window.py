# SPDX-License-Identifier: MIT
"""Measures the dashboard while another process loads the server that it shows, and prints the figures.

    window.py FOLDER_OF_THE_PROGRAMS [--seconds S] [--rounds N] [--clients N]

It needs a display; tests/bench/run window starts Xvfb. With and without the window take turns within a round, each
freshly started; the ratio is made within a round.
"""
import argparse
import json
import resource
import statistics
import subprocess
import sys


class Program:
    """A bench_window and the load on it."""

    def __init__(self, folder, *options):
        self.folder = folder
        self.process = subprocess.Popen([f"{folder}/bench_window", *options], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.port = self.process.stdout.readline().strip().rpartition(":")[2]

    def load(self, **options):
        command = [f"{self.folder}/bench_load", "--port", self.port, "--pid", str(self.process.pid)]
        for name, value in options.items():
            command += [f"--{name}", str(value)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        if done.returncode:
            sys.exit(done.stderr)
        return json.loads(done.stdout)

    def figures(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def end(self):
        self.process.stdin.close()
        if status := self.process.wait(60):
            sys.exit(f"bench_window ended with status {status}")


def tell(figures):
    print(f"  GUI thread: longest block {figures['longest_block_ms']:.1f} ms, slowest answer"
          f" {figures['slowest_answer_ms']:.1f} ms, busy {figures['busy_share']:.0%},"
          f" log painted {figures['paints_per_second']:.1f} times a second,"
          f" a row at most {figures['row_behind_ms']:.0f} ms after it came")
    print(f"  log: {figures['rows']:,} of {figures['rows_cap']:,} rows, {figures['log_mib']:.1f} of"
          f" {figures['log_mib_cap']:.0f} MiB, {figures['skipped']:,} rows skipped;"
          f" process {figures['resident_mib']:.0f} MiB")
    for name, times in figures["refilter"].items():
        print(f"  refiltered, {name}: {times['ms']:.1f} ms, longest block {times['longest_block_ms']:.1f} ms")


def busy(given):
    print(f"\n200 busy clients for {given.seconds:g} s, each message in and out a row of the log")
    ratios = []
    for _ in range(given.rounds):
        rates = {}
        for window in ("no", "yes"):
            program = Program(given.folder, "--window", window, "--engine", given.engine)
            program.figures()
            rates[window] = program.load(busy=200, size=40, seconds=given.seconds)["per_second"]
            figures = program.figures()
            program.end()
        ratios.append(rates["yes"] / rates["no"])
        print(f"  echoes a second: {rates['no']:,.0f} without, {rates['yes']:,.0f} with the window")
        tell(figures)
    print(f"  throughput with the window to without: {statistics.median(ratios):.3f}"
          f" [{min(ratios):.3f} .. {max(ratios):.3f}]")


def arrivals(given):
    print(f"\n{given.clients:,} clients arrive, {given.arrivals:,.0f} a second, and stay")
    program = Program(given.folder, "--engine", given.engine)
    program.figures()
    program.load(busy=1, idle=given.clients, seconds=1, warmup=0.1, arrivals=given.arrivals)
    figures = program.figures()
    print(f"  GUI thread: longest block {figures['longest_block_ms']:.1f} ms, slowest answer"
              f" {figures['slowest_answer_ms']:.1f} ms, busy {figures['busy_share']:.0%}")
    print(f"  count at most {figures['count_behind_ms']:.0f} ms behind; sorted in {figures['sort_ms']:.1f} ms;"
          f" process {figures['resident_mib']:.0f} MiB")
    program.end()


def paced(given):
    rate = 50000
    print(f"\n{rate:,} messages a second for {given.paced:g} s, 200 clients, each message echoed")
    program = Program(given.folder, "--engine", given.engine)
    program.figures()
    done = program.load(busy=200, size=40, seconds=given.paced, rate=rate)
    figures = program.figures()
    program.end()
    print(f"  {done['per_second']:,.0f} echoes a second came back: {done['per_second'] / rate:.3f} of what was asked")
    tell(figures)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--clients", type=int, default=10000)
    parser.add_argument("--arrivals", type=float, default=1000, help="of clients, a second")
    parser.add_argument("--paced", type=float, default=60, help="seconds of 50,000 messages a second")
    parser.add_argument("--engine", default="native")
    given = parser.parse_args()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    arrivals(given)
    paced(given)
    busy(given)


if __name__ == "__main__":
    main()
