"""`serve` and `demo`: pages over HTTP, and commands beside them."""

import re
import select
import signal
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

from tests.commands.installation import ON_POSTGRESQL
from tests.ports import free_port

PATIENCE = 120


@contextmanager
def served(installation, *arguments, **environment):
    """A command that serves, until the block ends: process, what it has printed so far, its address."""
    process = installation.start(*arguments, **environment)
    said, address = "", None
    try:
        end = time.monotonic() + PATIENCE
        while address is None:
            assert time.monotonic() < end, said
            if select.select([process.stdout], [], [], 0.5)[0]:
                line = process.stdout.readline()
                assert line, f"it ended: {said}"
                said += line
                if found := re.search(r"Serving (http://\S+)", line):
                    address = found[1]
        yield process, said, address
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.communicate(timeout=40)


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return answer.status
    except urllib.error.HTTPError as fault:
        return fault.code


def test_it_serves_while_other_commands_work_and_stops_when_asked(example, tmp_path):
    port = free_port()
    with served(example, "serve", "--port", port) as (process, _, address):
        assert address == f"http://localhost:{port}/"
        assert status(address + "health/") == 200
        assert status(address + "accounts/login/") == 200
        (line,) = example.refused("serve", "--port", port)
        assert f"Port {port} is taken" in line
        example.done("backup", tmp_path / "b.zip")
        example.done("invite", "a@b.example", "--role", "executive")
        example.done("restore", tmp_path / "b.zip")
        assert status(address + "accounts/login/") == 200
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=40) == 0
    assert example.rows("select count(*) from access_invitation") == [(0,)]


def test_an_address_of_no_machine_here_is_refused(empty):
    (line,) = empty.refused("serve", "--host", "192.0.2.7", "--port", free_port())
    assert line == "“192.0.2.7” is not an address of this machine."


def test_the_demo_is_made_once_and_leaves_the_configured_database_alone(untouched):
    port = free_port()
    with served(untouched, "demo", "--port", port, "--people", "12") as (process, said, address):
        assert status(address + "accounts/login/") == 200
        sign_ins = re.findall(r"^\s*(\w[\w ]+?)\s{2,}(\S+@example\.org)\s+(\S+)", said, re.MULTILINE)
        assert {role for role, _, _ in sign_ins} == {
            "Client", "Employment specialist", "Supervisor", "Clinician", "Service manager", "Executive",
            "Fidelity reviewer", "Trainer", "Commissioner", "Administrator",
        }  # fmt: skip
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=40) == 0
    password = (untouched.home / "demo" / "password").read_text()
    assert {told for _, _, told in sign_ins} == {password}
    assert (untouched.home / "demo" / "password").stat().st_mode & 0o777 == 0o600
    assert not untouched.file.exists()
    if ON_POSTGRESQL:
        assert untouched.rows("select count(*) from pg_tables where schemaname = 'public'") == [(0,)]
    made = (untouched.home / "demo.sqlite3").stat().st_ino
    began = time.monotonic()
    with served(untouched, "demo", "--port", port) as (_, again, _):
        assert "Making" not in again
        assert re.findall(r"\S+@example\.org", again) == [email for _, email, _ in sign_ins]
        (line,) = untouched.refused("demo", "--fresh", "--port", free_port())
        assert "Another demo is being made or served" in line
    assert time.monotonic() - began < 60
    assert (untouched.home / "demo.sqlite3").stat().st_ino == made
