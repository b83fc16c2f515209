"""The database as a command finds it: new, old, newer, another program's, busy, out of reach."""

import json
import sqlite3
import subprocess
from contextlib import closing

import pytest

from tests.commands.installation import ON_POSTGRESQL, Installation

MEASURE = ("fidelity", "--service", "S1")


def forget_last_migration(installation) -> tuple[str, str]:
    """Make the database look as an older placewell left it."""
    (last,) = installation.rows("select app, name from django_migrations where app = 'records' order by id desc limit 1")
    installation.rows(f"delete from django_migrations where app = 'records' and name = '{last[1]}'")
    return last


def test_a_new_database_is_made_by_the_command_that_needs_it(untouched):
    (line,) = untouched.refused(*MEASURE)
    assert line.startswith("There is no service “S1” here, nor any other yet.")
    assert untouched.rows("select count(*) from records_service") == [(0,)]
    assert untouched.done("upgrade") == "The database is up to date. Nothing was changed.\n"


def test_measures_needs_no_database(untouched):
    untouched.done("measures", PLACEWELL_DATABASE_URL="postgresql://nobody@127.0.0.1:1/none")
    assert not untouched.file.exists()


def test_an_old_database_is_refused_naming_the_remedy(empty):
    forget_last_migration(empty)
    (line,) = empty.refused(*MEASURE)
    assert "placewell upgrade" in line
    (told,) = json.loads(empty.run(*MEASURE, "--json").stdout)["faults"]
    assert told["message"] == line


def test_an_upgrade_that_fails_leaves_all_as_it_was_and_its_backup(empty):
    """The tables of `access` are there, and their migrations forgotten: making them again fails."""
    empty.rows("delete from django_migrations where app = 'access'")
    before = empty.rows("select app, name from django_migrations order by id")
    ended = empty.run("upgrade")
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    (kept,) = (empty.home / "backups").glob("before-upgrade-*.zip")
    assert ended.stdout == f"Backup kept as {kept}\n"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert empty.rows("select app, name from django_migrations order by id") == before


def test_upgrade_brings_an_old_database_up_to_date(empty):
    empty.rows("delete from django_migrations where app = 'axes'")
    for (table,) in empty.rows(
        "select tablename from pg_tables where tablename like 'axes_%'"
        if ON_POSTGRESQL
        else "select name from sqlite_master where type = 'table' and name like 'axes_%'"
    ):
        empty.rows(f"drop table {table}{' cascade' if ON_POSTGRESQL else ''}")
    assert "placewell upgrade" in empty.refused(*MEASURE)[0]
    said = empty.done("upgrade")
    assert "Backup kept as" in said
    assert said.endswith("The database is up to date now.\n")
    assert empty.refused(*MEASURE)[0].startswith("There is no service")


def test_a_newer_database_is_refused(empty):
    now = "now()" if ON_POSTGRESQL else "datetime('now')"
    empty.rows(f"insert into django_migrations (app, name, applied) values ('records', '9999_later', {now})")
    for command in (MEASURE, ("upgrade",)):
        (line,) = empty.refused(*command)
        assert "newer placewell" in line


def test_another_programs_database_is_refused(untouched):
    untouched.rows("create table somebody_elses (id integer)")
    for command in (MEASURE, ("upgrade",)):
        (line,) = untouched.refused(*command)
        assert "another program" in line
    assert "records_service" not in str(untouched.rows(
        "select tablename from pg_tables" if ON_POSTGRESQL else "select name from sqlite_master"
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgresql://ann:hunter2@127.0.0.1:1/none", "The database cannot be reached"),
        ("mysql://ann:hunter2@127.0.0.1/none", "PLACEWELL_DATABASE_URL names mysql"),
        ("sqlite:////nosuch/folder/record.sqlite3", "The database file cannot be opened"),
    ],
)
def test_a_database_out_of_reach_is_one_sentence_without_its_password(untouched, address, said):
    (line,) = untouched.refused(*MEASURE, PLACEWELL_DATABASE_URL=address)
    assert line.startswith(said)
    assert "hunter2" not in line


def test_a_file_that_is_no_database_is_one_sentence(tmp_path):
    installation = Installation(tmp_path)
    installation.file.write_text("a letter to my aunt, long enough to be looked at " * 50)
    (line,) = installation.refused(*MEASURE)
    assert "placewell restore FILE" in line


def test_a_writer_that_does_not_finish_is_told_and_nothing_is_lost(empty, tmp_path):
    if empty.database:
        return _postgresql_waits(empty)
    with closing(sqlite3.connect(empty.file, isolation_level=None)) as writer:
        writer.execute("begin immediate")
        ended = empty.run("invite", "a@b.example", "--role", "administrator", "--new-service", "S1", "--name", "N")
        writer.execute("rollback")
    assert ended.returncode == 1
    assert ended.stderr == (
        "Another process is writing to the database and has not finished. Nothing was changed; try again.\n"
    )
    return None


def _postgresql_waits(installation):
    """PostgreSQL lets several write at once: an invitation does not wait for a reader."""
    installation.done("invite", "a@b.example", "--role", "administrator", "--new-service", "S1", "--name", "N")
    assert installation.rows("select count(*) from access_invitation") == [(1,)]


def test_it_runs_from_a_folder_with_an_env_file(untouched, tmp_path):
    home = tmp_path / "named in env"
    (untouched.home / ".env").write_text(f'PLACEWELL_HOME="{home}"\n')
    environment = untouched.environment
    del environment["PLACEWELL_HOME"]
    ended = subprocess.run(
        untouched.command("check", "--json"), env=environment, cwd=untouched.home, capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert str(home) in ended.stdout
    assert home.stat().st_mode & 0o777 == 0o700
