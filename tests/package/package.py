#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Installs the library, builds an echo server with it in a fresh folder, and talks to that.

    package.py BUILD_FOLDER
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

from rawwebsocket import TEXT, RawClient, frame


def run(*command):
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          timeout=240, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}")


def main(build):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        run("cmake", "--install", build, "--prefix", root / "installed")
        shutil.copytree(pathlib.Path(__file__).parent / "echo", root / "echo")
        run("cmake", "-S", root / "echo", "-B", root / "built", "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release",
            f"-DCMAKE_PREFIX_PATH={root / 'installed'}")
        run("cmake", "--build", root / "built")
        server = subprocess.Popen([root / "built" / "echo"], stdout=subprocess.PIPE, text=True)
        try:
            port = int(server.stdout.readline().rpartition(":")[2])
            with RawClient(port) as client:
                client.upgrade()
                client.send(frame(TEXT, b"from a fresh folder"))
                assert client.frame() == (TEXT, b"from a fresh folder")
        finally:
            server.kill()
            server.wait()
            server.stdout.close()


if __name__ == "__main__":
    main(sys.argv[1])
