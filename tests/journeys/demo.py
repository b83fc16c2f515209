"""Runs `placewell demo` as a stranger would, and reads what it prints. The first run makes it; others get a copy."""

import fcntl
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.journeys import browser as sight
from tests.ports import free_port

COMMAND = Path(sys.executable).with_name("placewell")
PEOPLE = 40
PATIENCE = 240
SIGN_IN = re.compile(r"(?P<role>[A-Za-z][A-Za-z ()-]*?)\W+(?P<email>[\w.+-]+@[\w.-]+)\W+(?P<password>\S+)")


@dataclass(frozen=True)
class Demo:
    """The served demo: where it is, and who can sign in (role in lower case → email, password)."""

    address: str
    accounts: dict[str, tuple[str, str]]

    def sign_in(self, page, role: str) -> None:
        """Sign in as the first account of a role, in the words that the demo prints."""
        email, password = self.accounts[role]
        sight.sign_in(page, self.address, email, password)

    @classmethod
    @contextmanager
    def served(cls, home: Path):
        """Serve a small demo out of `home` until the block ends. Raises RuntimeError if it does not start."""
        port = free_port()
        process, accounts = start(home, port)
        try:
            yield cls(address_of(port), accounts)
        finally:
            process.terminate()
            process.wait(timeout=20)


def address_of(port: int) -> str:
    """Where a demo is served."""
    return f"http://127.0.0.1:{port}"


def start(home: Path, port: int, people: int = PEOPLE) -> tuple[subprocess.Popen, dict[str, tuple[str, str]]]:
    """Serve the demo that lies in `home`, or make one there; answers once it serves, with who can sign in."""
    environment = os.environ | {"PLACEWELL_HOME": str(home), "PYTHONUNBUFFERED": "1", "COLUMNS": "200"}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    environment.pop("PLACEWELL_DATABASE_URL", None)
    with tempfile.TemporaryFile("w+") as said:
        command = [str(COMMAND), "demo", "--port", str(port), "--people", str(people)]
        process = subprocess.Popen(
            command, stdout=said, stderr=subprocess.STDOUT, env=environment, cwd=home, start_new_session=True
        )
        try:
            wait_until_served(address_of(port), process, said)
        except RuntimeError:
            process.kill()
            raise
        return process, sign_ins(read(said))


def copied(shared: Path, home: Path, people: int = PEOPLE) -> Path:
    """A home of one's own with a demo in it, as it was made for all whose folder is `shared`."""
    made = shared / f"demo-of-{people}"
    with open(f"{made}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            making = Path(f"{made}.being-made")
            making.mkdir()
            process, _ = start(making, free_port(), people)
            process.terminate()
            process.wait(timeout=20)
            making.rename(made)
    return Path(shutil.copytree(made, home))


def read(said) -> str:
    """All that the command has printed so far."""
    said.seek(0)
    return said.read()


def wait_until_served(address: str, process: subprocess.Popen, said) -> None:
    """Come back when the sign-in page answers. Raises RuntimeError with what the command said."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"placewell demo ended with {process.returncode}:\n{read(said)}")
        try:
            with urllib.request.urlopen(f"{address}/accounts/login/", timeout=5):
                return
        except OSError:
            time.sleep(0.5)
    raise RuntimeError(f"placewell demo did not serve within {PATIENCE} seconds:\n{read(said)}")


def sign_ins(text: str) -> dict[str, tuple[str, str]]:
    """The accounts that the demo prints, one a line: role, email, password."""
    found = [match for line in text.splitlines() if (match := SIGN_IN.search(line))]
    accounts = {}
    for match in found:
        accounts.setdefault(match["role"].strip().lower(), (match["email"], match["password"]))
    return accounts
