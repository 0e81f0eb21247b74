"""Runs a program, given as arguments, until it ends or standard input does; then nothing is left.

A script of its own, which stands between the tests and what runs beside them: even tests that are
killed close the pipe that it reads. It leads the group of processes that it ends.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading


def main() -> None:
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    program = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)

    def watch() -> None:
        program.wait()
        end()

    threading.Thread(target=watch, daemon=True).start()
    sys.stdin.buffer.read()
    end()


def end(*_: object) -> None:
    """End all that were started, and all that these started, and this process."""
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    main()
