"""Runs commands in processes of their own without loading the libraries anew for each.

A process that has loaded the libraries, but no settings and nothing of placewell, forks one child
a command. The child is given the environment, folder and output of the command, and becomes what
`python -m placewell` is; test_starting.py holds the two equal.
"""

import json
import os
import runpy
import signal
import socket
import subprocess
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile

# What a command spends most of its start on. None of it reads settings.
LIBRARIES = (
    "click", "django.contrib.auth.hashers", "django.core.management.commands.migrate", "django.db.models",
    "django.forms", "django.template", "django.urls", "openpyxl", "platformdirs", "rich.progress", "rich.table",
    "sqlparse", "yaml",
)  # fmt: skip
ROOT = Path(__file__).resolve().parents[2]
OUTPUTS = 2


class Starter:
    """The process that forks, as tests see it."""

    def __init__(self):
        self._line, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.commands.warm", str(theirs.fileno())],
                cwd=ROOT, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip

    def run(self, arguments: list[str], *, environment: dict[str, str], folder: Path, timeout: float):
        """Run `placewell ARGUMENTS` to its end, as subprocess.run would. Raises TimeoutError when it hangs."""
        with TemporaryFile("w+", encoding="utf-8") as out, TemporaryFile("w+", encoding="utf-8") as err:
            asked = {"arguments": arguments, "environment": environment, "folder": str(folder)}
            self._line.settimeout(timeout)
            socket.send_fds(self._line, [json.dumps(asked).encode() + b"\n"], [out.fileno(), err.fileno()])
            answer = self._line.recv(64)
            assert answer, "the process that starts commands has ended"
            out.seek(0)
            err.seek(0)
            return subprocess.CompletedProcess(arguments, int(answer), out.read(), err.read())

    def gone(self) -> None:
        """End the process, and what it may have left hanging."""
        self._line.close()
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(timeout=20)


@cache
def starter() -> Starter:
    """The one of this test process."""
    return Starter()


def serve(line: socket.socket) -> dict | None:
    """Fork a child for each command; None when nobody asks any more, and in a child what it is to do."""
    for library in LIBRARIES:
        import_module(library)
    while True:
        asked, outputs = _received(line)
        if asked is None:
            return None
        child = os.fork()
        if child == 0:
            for number, output in enumerate(outputs, start=1):
                os.dup2(output, number)
            return asked
        for output in outputs:
            os.close(output)
        _, status = os.waitpid(child, 0)
        line.send(str(os.waitstatus_to_exitcode(status)).encode())


def _received(line) -> tuple[dict | None, list[int]]:
    message, outputs, _, _ = socket.recv_fds(line, 1 << 16, OUTPUTS)
    while message and not message.endswith(b"\n"):
        message += line.recv(1 << 16)
    return (json.loads(message) if message else None), outputs


def become(asked: dict) -> None:
    """Do what `python -m placewell` does in that folder and environment; ends the process."""
    os.environ.clear()
    os.environ.update(asked["environment"])
    os.chdir(asked["folder"])
    sys.path[0] = asked["folder"]
    sys.argv = ["placewell", *asked["arguments"]]
    runpy.run_module("placewell", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as ours:
        command = serve(ours)
    if command is not None:
        become(command)
