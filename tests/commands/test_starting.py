"""A command as the shell starts it: what the other tests here start more cheaply is the same."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SHELLS = Path(sys.executable).with_name("placewell")
AS_AT = ("--as-at", "2026-06-30")


def from_the_shell(installation, *arguments) -> subprocess.CompletedProcess:
    """Run the installed program `placewell`."""
    return subprocess.run(
        [SHELLS, *map(str, arguments)], env=installation.environment, cwd=installation.home,
        capture_output=True, text=True, timeout=150, stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("fidelity", "--service", "S1", *AS_AT, "--json"), 0),
        (("fidelity", "--service", "S1", *AS_AT), 0),
        (("measures",), 0),
        (("fidelity", "--service", "S9", "--json"), 1),
        (("fidelity", "--service", "S9"), 1),
        (("fidelity", "--as-at", "yesterday"), 2),
        (("nosuch",), 2),
    ],
    ids=lambda told: " ".join(told) if isinstance(told, tuple) else str(told),
)
def test_it_ends_and_says_the_same(kept_example, asked, code):
    ended = from_the_shell(kept_example, *asked)
    cheaply = kept_example.run(*asked)
    assert (ended.returncode, ended.stdout, ended.stderr) == (code, cheaply.stdout, cheaply.stderr)
    assert cheaply.returncode == code
    assert "Traceback" not in ended.stderr
    if "--json" in asked:
        assert isinstance(json.loads(ended.stdout), dict)
    assert bool(ended.stderr) == (code != 0)
    assert bool(ended.stdout) == (code == 0 or "--json" in asked)
