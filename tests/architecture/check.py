#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Holds the tree to the rules that no compiler sees: check.py [ROOT]

Who may include whom stands in layers.txt beside this file. Prints a line for each breach, with
file, line and rule, and exits 1 when there is one.
"""
import fnmatch
import pathlib
import re
import sys

SOURCE_FOLDERS = ("server", "ui", "app")
ALL_FOLDERS = SOURCE_FOLDERS + ("tests", "resources", "translations", ".ci")
MADE_ELSEWHERE = {"build", "node_modules", "__pycache__"}
MAX_LINES = 500

CPP = {".h", ".cpp"}
CODE = CPP | {".py", ".mjs", ".js", ".sh"}
TEXT = CODE | {".txt", ".md", ".json", ".qrc", ".ts", ".ui", ".html", ".toml", ".service", ".supp", ""}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
QT_HEADER = re.compile(r"Q[A-Z]|Qt[A-Z]")
SLEEP = re.compile(r"\bq(Sleep|Wait)\(")
MACHINE_PATH = re.compile(r"(?<![\w.}/)-])/(home|root|work|Users)/\w")
LEFT_OPEN = re.compile(r"\b(TOD[O]|FIXM[E])\b")


def holds(pattern, path):
    """Whether a pattern of the table (see its head) holds a file."""
    if pattern.endswith("/"):
        return path.startswith(pattern)
    folder, _, name = pattern.rpartition("/")
    path_folder, _, path_name = path.rpartition("/")
    return folder == path_folder and fnmatch.fnmatchcase(path_name, name)


class Tree:
    """The files of a checkout and the table that rules them."""

    def __init__(self, root, layers):
        self.root = root
        self.rows = dict(self.parse(layers))
        self.breaches = []

    @staticmethod
    def parse(layers):
        for number, line in enumerate(layers.splitlines(), 1):
            cells = [cell.strip() for cell in line.split("#")[0].split("|")]
            if cells == [""]:
                continue
            if len(cells) != 3 or cells[2] not in ("Qt", "no Qt"):
                raise ValueError(f"layers.txt:{number}: not PLACE | MAY INCLUDE | Qt or no Qt")
            yield cells[0], (cells[1].split(), cells[2] == "Qt")

    def files(self, folders, suffixes):
        for folder in folders:
            for path in sorted((self.root / folder).rglob("*")):
                inside = path.relative_to(self.root)
                if path.suffix in suffixes and path.is_file() and not MADE_ELSEWHERE.intersection(inside.parts):
                    yield inside.as_posix(), path.read_text(encoding="utf-8", errors="replace").splitlines()

    def breach(self, file, line, rule):
        self.breaches.append(f"{file}:{line}: {rule}")

    def includes(self, lines):
        for number, line in enumerate(lines, 1):
            if found := INCLUDE.match(line):
                yield number, found[1] == '"', found[2]

    def closure(self, header, seen=None):
        """A header and all that it includes of this tree."""
        seen = set() if seen is None else seen
        if header not in seen and (self.root / header).is_file():
            seen.add(header)
            for _, own, name in self.includes((self.root / header).read_text(encoding="utf-8").splitlines()):
                if own:
                    self.closure(name, seen)
        return seen

    def allowed(self, pattern, header):
        if pattern.startswith("@"):
            return header in self.closure(pattern[1:])
        return holds(pattern, header)

    def check_layers(self):
        for file, lines in self.files(SOURCE_FOLDERS, CPP):
            place = max((p for p in self.rows if holds(p, file)), key=len, default=None)
            if place is None:
                self.breach(file, 1, "has no row in layers.txt")
                continue
            patterns, qt = self.rows[place]
            for number, own, name in self.includes(lines):
                if own and not any(self.allowed(p, name) for p in patterns):
                    self.breach(file, number, f"{place} may not include {name}")
                if not own and not qt and QT_HEADER.match(name):
                    self.breach(file, number, f"{place} is free of Qt and may not include <{name}>")

    def check_sources(self):
        for file, lines in self.files(SOURCE_FOLDERS, CPP):
            if len(lines) > MAX_LINES:
                self.breach(file, MAX_LINES + 1, f"is longer than {MAX_LINES} lines")
            # So each header that has a source compiles alone; CMakeLists.txt sees to the others.
            own = file.removesuffix(".cpp") + ".h"
            if file.endswith(".cpp") and (self.root / own).is_file():
                number, _, first = next(self.includes(lines), (1, True, None))
                if first != own:
                    self.breach(file, number, f"must include {own} before all others")

    def check_tests(self):
        for file, lines in self.files(("tests",), CPP):
            for number, line in enumerate(lines, 1):
                if SLEEP.search(line):
                    self.breach(file, number, "sleeps; wait for the event instead")

    def check_heads(self):
        for file, lines in self.files(ALL_FOLDERS, CODE):
            head = lines[1:2] if lines and lines[0].startswith("#!") else lines[:1]
            if not head or "SPDX-License-Identifier: MIT" not in head[0]:
                self.breach(file, 1, "does not begin with its SPDX line")
            if file.endswith(".h") and "#pragma once" not in lines:
                self.breach(file, 1, "has no #pragma once")

    def check_text(self):
        for file, lines in self.files(ALL_FOLDERS, TEXT):
            for number, line in enumerate(lines, 1):
                if MACHINE_PATH.search(line):
                    self.breach(file, number, "names a path of one machine")
                if file.endswith(tuple(CODE)) and LEFT_OPEN.search(line):
                    self.breach(file, number, "leaves something open; do it or say it in an issue")

    def check(self):
        self.check_layers()
        self.check_sources()
        self.check_tests()
        self.check_heads()
        self.check_text()
        return self.breaches


def main(arguments):
    here = pathlib.Path(__file__).resolve().parent
    root = pathlib.Path(arguments[0]).resolve() if arguments else here.parents[1]
    tree = Tree(root, (here / "layers.txt").read_text(encoding="utf-8"))
    breaches = tree.check()
    print("".join(breach + "\n" for breach in breaches), end="")
    print(f"{sum(1 for _ in tree.files(SOURCE_FOLDERS, CPP))} source files, {len(breaches)} breaches")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
