"""An installation of its own for a test: a folder, a database, and commands run in it as processes.

On SQLite the database lies in the folder; when the suite runs on PostgreSQL it is a database of
its own beside the suite's.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

EXAMPLE = Path(__file__).resolve().parents[1] / "contract" / "example"
SUITES_DATABASE = os.environ.get("PLACEWELL_DATABASE_URL", "")
ON_POSTGRESQL = SUITES_DATABASE.startswith("postgres")
_numbers = count(1)


@dataclass
class Installation:
    """A home folder; `database` names its database on PostgreSQL."""

    home: Path
    database: str = ""

    @classmethod
    def made(cls, home: Path, *, like: "Installation | None" = None) -> "Installation":
        """A new installation, or a copy of one that nobody is using."""
        if like is None:
            home.mkdir(mode=0o700, parents=True)
        else:
            shutil.copytree(like.home, home)
        if not ON_POSTGRESQL:
            return cls(home)
        name = f"commands_{os.getpid()}_{next(_numbers)}"
        template = f" template {like.database}" if like else ""
        on_server(f"create database {name}{template}")
        return cls(home, name)

    @property
    def environment(self) -> dict[str, str]:
        """What a command of this installation is told."""
        told = {name: value for name, value in os.environ.items() if not name.startswith(("PLACEWELL_", "DJANGO_"))}
        told |= {"PLACEWELL_HOME": str(self.home), "PLACEWELL_PATIENCE": "3"}
        if self.database:
            told["PLACEWELL_DATABASE_URL"] = url_of(self.database)
        return told

    def command(self, *arguments) -> list[str]:
        return [sys.executable, "-m", "placewell", *map(str, arguments)]

    def run(self, *arguments, **environment) -> subprocess.CompletedProcess:
        """Run a command to its end. Its output is no terminal."""
        return subprocess.run(
            self.command(*arguments), env=self.environment | environment, cwd=self.home,
            capture_output=True, text=True, timeout=150, stdin=subprocess.DEVNULL,
        )  # fmt: skip

    def done(self, *arguments, **environment) -> str:
        """What a command prints that ends well."""
        ended = self.run(*arguments, **environment)
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout

    def refused(self, *arguments, code: int = 1, **environment) -> list[str]:
        """What a command says on standard error, line by line, that ends with `code`; no traceback."""
        ended = self.run(*arguments, **environment)
        assert ended.returncode == code, ended.stdout + ended.stderr
        assert "Traceback" not in ended.stderr
        assert ended.stderr.strip()
        if "--json" not in arguments and "check" not in arguments:
            assert ended.stdout == ""
        return ended.stderr.splitlines()

    def start(self, *arguments, **environment) -> subprocess.Popen:
        """Start a command and leave it running."""
        return subprocess.Popen(
            self.command(*arguments), env=self.environment | environment, cwd=self.home,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip

    def rows(self, query: str) -> list[tuple]:
        """What the database answers, asked past all code of the product."""
        if self.database:
            import psycopg

            with psycopg.connect(url_of(self.database), autocommit=True) as connection:
                cursor = connection.execute(query)
                return cursor.fetchall() if cursor.description else []
        with closing(sqlite3.connect(self.file, timeout=30)) as connection, connection:
            return connection.execute(query).fetchall()

    @property
    def file(self) -> Path:
        """The SQLite database."""
        return self.home / "placewell.sqlite3"

    def gone(self) -> None:
        """Take the database away; the folder goes with the test."""
        if self.database:
            on_server(f"drop database if exists {self.database} with (force)")


def url_of(name: str) -> str:
    """The address of another database on the suite's server."""
    return urlunsplit(urlsplit(SUITES_DATABASE)._replace(path=f"/{name}"))


def on_server(statement: str) -> None:
    """Tell PostgreSQL's server something."""
    import psycopg

    with psycopg.connect(url_of("postgres"), autocommit=True) as connection:
        connection.execute(statement)
