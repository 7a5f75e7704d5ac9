#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""check.py on small made-up trees: each rule must be able to fail."""
import pathlib
import tempfile
import unittest

from check import Tree

LAYERS = """
low/               | low/            | Qt
server/core/       | server/core/    | Qt
server/core/pure.h |                 | no Qt
server/seam/*      | server/core/ server/seam/* | Qt
server/seam/near/  | server/seam/    | Qt
server/*           | server/* server/core/ | Qt   # a remark
ui/                | ui/ @server/seam/seam.h | Qt
app/               | app/ server/ ui/ | Qt
"""
H = "// SPDX-License-Identifier: MIT\n#pragma once\n"
CPP = "// SPDX-License-Identifier: MIT\n"

GOOD = {
    "server/core/pure.h": H + "#include <vector>\n",
    "server/core/value.h": H + '#include "server/core/pure.h"\n#include <QString>\n',
    "server/seam/seam.h": H + '#include "server/core/value.h"\n',
    "server/seam/near/far.h": H + '#include "server/seam/seam.h"\n',
    "server/core/value.cpp": CPP + '#include "server/core/value.h"\n\n#include "server/core/pure.h"\n',
    "server/server.cpp": CPP + '#include "server/core/value.h"\n',
    "ui/window.cpp": CPP + '#include "server/seam/seam.h"\n#include "server/core/pure.h"\n',
    "app/main.cpp": CPP + '#include "ui/window.h"\n#include "server/server.h"\n',
    "tests/run": "#!/bin/sh\n",
    "tests/tst_x.cpp": CPP + "QTest::qWaitFor(done);\n",
    "tests/x.py": "#!/usr/bin/python3\n" + CPP.replace("//", "#"),
}

# rule -> file, what it holds, what the breach says
BAD = {
    "a layer includes one above it": ("server/core/up.h", H + '#include "server/server.h"\n', "core/up.h:3: server/core/"),
    "a layer includes one beside it": ("server/core/up.h", H + '#include "server/seam/seam.h"\n', "may not include"),
    "with white space": ("server/core/up.h", H + '  #  include "server/server.h"\n', ":3:"),
    "the row of a file beats that of its folder":
        ("server/core/pure.h", H + '#include "server/core/value.h"\n', "pure.h may not include server/core/value.h"),
    "a star does not reach below": ("server/seam/x.cpp", CPP + '#include "server/seam/near/far.h"\n', "x.cpp:2:"),
    "ui sees the seam and nothing else": ("ui/a/b.cpp", CPP + '#include "server/server.h"\n', "ui/a/b.cpp:2:"),
    "what the seam does not include": ("ui/b.cpp", CPP + '#include "server/core/other.h"\n', "ui/b.cpp:2:"),
    "nothing includes app": ("ui/c.cpp", CPP + '#include "app/main.h"\n', "ui/c.cpp:2:"),
    "Qt where none may be": ("server/core/pure.h", H + "#include <QString>\n", "pure.h is free of Qt"),
    "QtCore/ where none may be": ("server/core/pure.h", H + "#include <QtCore/qglobal.h>\n", "pure.h is free of Qt"),
    "a folder without a row": ("server/odd/x.h", H, "server/odd/x.h:1: has no row"),
    "own header first": ("server/core/value.cpp", CPP + '#include <QList>\n#include "server/core/value.h"\n', "value.cpp:2:"),
    "own header at all": ("server/core/value.cpp", CPP, "value.cpp:1: must include server/core/value.h"),
    "a long file": ("app/long.cpp", CPP + "\n" * 500, "app/long.cpp:501:"),
    "a test that sleeps": ("tests/tst_y.cpp", CPP + "    QTest::qSleep(10);\n", "tst_y.cpp:2: sleeps"),
    "a test that waits for time": ("tests/tst_y.cpp", CPP + "QTest::qWait(10);\n", "tst_y.cpp:2: sleeps"),
    "no licence": ("app/x.cpp", "int x;\n", "app/x.cpp:1: does not begin with its SPDX"),
    "no licence in a script": ("tests/y.py", "#!/usr/bin/python3\n", "tests/y.py:1: does not begin with its SPDX"),
    "an empty file": ("app/x.cpp", "", "app/x.cpp:1: does not begin with its SPDX"),
    "no guard": ("app/x.h", CPP, "app/x.h:1: has no #pragma once"),
    "a path of one machine": ("tests/y.py", GOOD["tests/x.py"] + "p = '/" + "home/me/x'\n", "tests/y.py:3: names a path"),
    "a path in a text": ("resources/changes.md", "see /" + "work/x\n", "changes.md:1: names a path"),
    "something left open": ("app/x.cpp", CPP + "// TO" "DO: more\n", "app/x.cpp:2: leaves something open"),
}


class Checks(unittest.TestCase):
    def check(self, files):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in files.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, encoding="utf-8")
            return Tree(root, LAYERS).check()

    def test_a_good_tree_has_no_breach(self):
        self.assertEqual(self.check(GOOD), [])

    def test_each_bad_file_is_the_one_breach(self):
        for rule, (file, text, expected) in BAD.items():
            with self.subTest(rule):
                breaches = self.check(GOOD | {file: text})
                self.assertEqual(len(breaches), 1, breaches)
                self.assertIn(expected, breaches[0])

    def test_what_is_made_elsewhere_is_left_out(self):
        self.assertEqual(self.check(GOOD | {"tests/x/node_modules/ws/index.js": "", "ui/build/x.cpp": ""}), [])

    def test_a_broken_table_is_refused(self):
        with self.assertRaises(ValueError):
            Tree(pathlib.Path("."), "server/core | server/core\n")


if __name__ == "__main__":
    unittest.main()
