# SPDX-License-Identifier: MIT
"""The real program, started and ended by tests. PORTHOLE_PROGRAM names it, PORTHOLE_LAUNCHER what runs it if it is one
for another system: wine."""
import functools
import os
import re
import select
import signal
import subprocess
import tempfile
import time

READY = re.compile(r"listening on (wss?)://(\[.*\]|[^:]+):(\d+)\n")
TOTALS = re.compile(r"porthole\.server: stopped: (\d+) accepted, (\d+) closed, (\d+) refused, (\d+) left")
SANITIZER = re.compile(r"^.*(Sanitizer|runtime error:).*$", re.MULTILINE)

STOPPING = re.compile(r"porthole\.server: stopping")

PATIENCE = 60  # seconds that anything may take; sanitizers are slow
SIGNAL_PATIENCE = 10  # seconds until a signal counts as lost, where one can be lost
DISPLAY_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def path():
    return os.environ["PORTHOLE_PROGRAM"]


def launcher():
    return os.environ.get("PORTHOLE_LAUNCHER", "").split()


def environment(display=None, **more):
    """The environment of the program: no display, or the one given."""
    kept = {name: value for name, value in os.environ.items() if name not in DISPLAY_VARIABLES}
    return kept | ({"DISPLAY": display} if display else {}) | {name: str(value) for name, value in more.items()}


def run(*arguments, env=None):
    """Runs the program to its end: (status, stdout, stderr)."""
    done = subprocess.run([*launcher(), path(), *map(str, arguments)], env=env or environment(), stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=PATIENCE, check=False)
    refuse_reports(done.stderr)
    return done.returncode, done.stdout, done.stderr


def refuse_reports(text):
    if found := SANITIZER.search(text):
        begin = max(0, found.start() - 1000)
        raise AssertionError(f"the program made a sanitizer report\n{text[begin:begin + 16000]}")


@functools.cache
def is_thread_sanitized(program):
    with open(program, "rb") as file:
        return b"__tsan_init" in file.read()


class Program:
    """`porthole --nogui --port 0 ARGUMENTS...` from its ready line to its end; a context manager.

    Leaving the context ends it with SIGTERM where the test has not, and demands status 0 and no sanitizer report.
    """

    def __init__(self, *arguments, gui=False, env=None, program=None, listens=1):
        self._log = tempfile.TemporaryFile()
        where = [] if "--listen" in arguments else ["--port", "0"]
        program = program or path()
        command = [*launcher(), program, *where, *map(str, arguments)] + ([] if gui else ["--nogui"])
        self.process = subprocess.Popen(command, env=env or environment(), stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=self._log)
        self.stopping = False
        self._loses_signals = is_thread_sanitized(program)
        self.ready_lines = [self._read_line() for _ in range(listens)]
        self.ready_line = self.ready_lines[0]
        ready = READY.fullmatch(self.ready_line)
        if not ready:
            self.process.kill()
            raise AssertionError(f"not a ready line: {self.ready_line!r}\n{self.stderr()}")
        self.port = int(ready[3])
        self.url = f"{ready[1]}://127.0.0.1:{self.port}"

    def _read_line(self):
        line, deadline, pipe = b"", time.monotonic() + PATIENCE, self.process.stdout.fileno()
        while not line.endswith(b"\n") and select.select([pipe], [], [], max(0, deadline - time.monotonic()))[0]:
            byte = os.read(pipe, 1)
            if not byte:
                break
            line += byte
        return line.decode().replace("\r\n", "\n")

    def stderr(self):
        # Not seek(): the program writes where this file stands.
        number = self._log.fileno()
        return os.pread(number, os.fstat(number).st_size, 0).decode(errors="replace")

    def terminate(self, number=signal.SIGTERM):
        self.stopping = True
        if launcher() and number == signal.SIGTERM:
            number = signal.SIGINT  # which wine makes Windows' Ctrl+C of
        self.process.send_signal(number)

    def wait(self, patience=PATIENCE):
        """Its status, and the seconds it took from now on."""
        begin = time.monotonic()
        if self.stopping and self._loses_signals:
            self._repeat_lost_signal()
        status = self.process.wait(patience)
        return status, time.monotonic() - begin

    def _repeat_lost_signal(self):
        """Of a thousand signals GCC 12's libtsan loses one or two: their handler is never called."""
        try:
            self.process.wait(SIGNAL_PATIENCE)
        except subprocess.TimeoutExpired:
            if not STOPPING.search(self.stderr()):
                self.process.send_signal(signal.SIGTERM)

    def stop(self):
        """Ends it and returns the totals it logs: accepted, closed, refused, left."""
        if not self.stopping:
            self.terminate()
        status, _ = self.wait()
        text = self.stderr()
        refuse_reports(text)
        if status != 0:
            raise AssertionError(f"the program ended with status {status}\n{text[-20000:]}")
        found = TOTALS.search(text)
        if not found:
            raise AssertionError(f"the program logged no totals\n{text[-20000:]}")
        return tuple(map(int, found.groups()))

    def __enter__(self):
        return self

    def __exit__(self, kind, error, _):
        try:
            if kind is None and self.process.poll() is None:
                self.stop()
            refuse_reports(self.stderr())
            rest = self.process.stdout.read().decode() if kind is None else ""
            if rest:
                raise AssertionError(f"more lines on stdout than it listens at: {rest!r}")
        finally:
            if self.process.poll() is None:
                self.process.kill()
                self.process.wait()
            if kind is not None:
                print(f"-- what the program logged\n{self.stderr()[-4000:]}--")
            self.process.stdout.close()
            self._log.close()
