# SPDX-License-Identifier: MIT
"""Measures the program against a plain QWebSocketServer, and its handlers in JavaScript against those in C++, and prints
the ratios that it is meant to reach.

    bench.py FOLDER_OF_THE_PROGRAMS [--rounds N] [--seconds S] [--only idle|qt|script|memory]

The server has core 0 for itself, the load core 1. Servers take turns within a round, each freshly started, and ratios
are made within a round; of the rounds the median stands, with the lowest and the highest. Single figures say little on
a machine that does other things as well; ratios say more, and most of all those of the server's processor time.
"""
import argparse
import json
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import time

PORTHOLE = ["porthole", "--nogui", "--port", "0", "--workers", "1"]
SCRIPT = pathlib.Path(__file__).parents[2] / "resources" / "handlers" / "echo.js"
SERVERS = {
    "porthole": [*PORTHOLE, "echo"],
    "plain Qt": ["bench_plainqtecho"],
} | {f"{language}, {engine}": [*PORTHOLE, "--engine", engine, handler] for engine in ("native", "qt")
     for language, handler in (("C++", "echo"), ("JavaScript", str(SCRIPT)))}


def pinned(core):
    return (lambda: os.sched_setaffinity(0, {core})) if (os.cpu_count() or 1) > 1 else None


def measure(folder, server, **options):
    """What bench_load tells of a fresh server: messages a second, microseconds of processor a message."""
    program, *arguments = SERVERS[server]
    process = subprocess.Popen([f"{folder}/{program}", *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True, preexec_fn=pinned(0))
    try:
        port = process.stdout.readline().strip().rpartition(":")[2]
        load = [f"{folder}/bench_load", "--port", port, "--pid", str(process.pid)]
        for name, value in options.items():
            load += [f"--{name}", str(value)]
        done = subprocess.run(load, capture_output=True, text=True, timeout=120, preexec_fn=pinned(1), check=False)
        if done.returncode:
            sys.exit(f"{server}: {done.stderr}")
        figures = json.loads(done.stdout)
        return figures["per_second"], figures["microseconds"]
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def resident(pid):
    """Its memory in bytes, but for what is shared with files."""
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return 1024 * next(int(row.split()[1]) for row in file if row.startswith("RssAnon:"))


def bytes_an_idle_client(folder, clients):
    """What each of many clients that say nothing adds to the memory of the native engine's server."""
    program, *arguments = SERVERS["porthole"]
    process = subprocess.Popen([f"{folder}/{program}", "--engine", "native", *arguments], stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        port = process.stdout.readline().strip().rpartition(":")[2]
        load = [f"{folder}/bench_load", "--port", port, "--busy", "1", "--seconds", "0.5"]
        subprocess.run([*load, "--idle", "100"], stdout=subprocess.DEVNULL, timeout=60, check=True)
        before, most = resident(process.pid), 0
        with subprocess.Popen([*load, "--idle", str(clients)], stdout=subprocess.DEVNULL) as loading:
            while loading.poll() is None:
                most = max(most, resident(process.pid))
                time.sleep(0.02)
        return (most - before) / clients
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def line(name, form, figures, rest=""):
    low, middle, high = min(figures), statistics.median(figures), max(figures)
    print(f"  {name:<26} {form(middle):>9}   [{form(low)} .. {form(high)}]{rest}", flush=True)


def report(title, names, rounds, bar=None):
    """Each round is a pair of measurements; ratios are the second to the first, and for time the other way round."""
    print(f"\n{title}: messages a second")
    for name, figures in zip(names, zip(*rounds)):
        line(name, "{:,.0f}".format, [rate for rate, _ in figures])
    ratios = [second[0] / first[0] for first, second in rounds]
    reached = "" if bar is None else f"   bar {bar}: {'reached' if statistics.median(ratios) >= bar else 'MISSED'}"
    line("ratio", "{:.3f}".format, ratios, reached)
    print("  microseconds of processor a message")
    for name, figures in zip(names, zip(*rounds)):
        line(name, "{:.2f}".format, [time for _, time in figures])
    line("ratio, inverted", "{:.3f}".format, [first[1] / second[1] for first, second in rounds])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--only", choices=("idle", "qt", "script", "memory"))
    given = parser.parse_args()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))

    def idle_among(server, rounds):
        return [[measure(given.folder, server, busy=50, idle=idle, seconds=given.seconds) for idle in (0, 5000)]
                for _ in range(rounds)]

    def busy(*servers):
        return [[measure(given.folder, server, busy=200, size=20, seconds=given.seconds) for server in servers]
                for _ in range(given.rounds)]

    if given.only in (None, "idle"):
        names = ("50 busy clients alone", "the same beside 5,000 idle")
        report("Idle clients beside busy ones, porthole", names, idle_among("porthole", given.rounds), bar=0.8)
        report("Idle clients beside busy ones, plain Qt (once)", names, idle_among("plain Qt", 1))
    if given.only in (None, "qt"):
        pair = ("plain Qt", "porthole")
        report("200 busy clients, 20 bytes", pair, busy(*pair), bar=1.4)
    if given.only in (None, "script"):
        for engine in ("native", "qt"):
            pair = (f"C++, {engine}", f"JavaScript, {engine}")
            report(f"The same echo in JavaScript, 200 busy clients, 20 bytes, engine {engine}", pair, busy(*pair), bar=0.8)

    if given.only in (None, "memory"):
        bar = 1536
        print(f"\nMemory of an idle client, native engine (bar {bar} bytes)")
        figures = [bytes_an_idle_client(given.folder, 10000) for _ in range(given.rounds)]
        line("bytes", "{:,.0f}".format, figures, f"   {'reached' if statistics.median(figures) <= bar else 'MISSED'}")


if __name__ == "__main__":
    main()
