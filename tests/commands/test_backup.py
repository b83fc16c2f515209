"""`backup` and `restore`: consistent while others work, all or nothing, never over what is there."""

import json
import shutil
import sqlite3
import threading
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands.installation import Installation

EMAILS = "select email from access_invitation order by email"


def invite(installation, email, *more):
    return installation.done("invite", email, "--role", "executive", "--service", "S1", *more)


def emails(installation) -> list[str]:
    return [email for (email,) in installation.rows(EMAILS)]


def rewritten(source: Path, target: Path, *, manifest=None, members=None, leave_out=()) -> Path:
    """A backup with another manifest or other members."""
    with zipfile.ZipFile(source) as given, zipfile.ZipFile(target, "w") as made:
        for name in given.namelist():
            content = given.read(name)
            if name == "manifest.json":
                content = json.dumps(json.loads(content) | (manifest or {})).encode()
            if name not in leave_out:
                made.writestr(name, (members or {}).pop(name, content))
        for name, content in (members or {}).items():
            made.writestr(name, content)
    return target


@pytest.fixture(scope="session")
def _invited_and_backed_up(tmp_path_factory, _example_imported):
    """The example with an upload, an invitation, a backup of both, and what came since; and the backup."""
    made = Installation.made(tmp_path_factory.mktemp("commands") / "backed_up", like=_example_imported)
    kept = tmp_path_factory.mktemp("backups") / "kept.zip"
    uploads = made.home / "uploads" / "letters"
    uploads.mkdir(parents=True)
    (uploads / "one.txt").write_text("the first")
    invite(made, "before@b.example")
    made.done("backup", kept)
    invite(made, "since@b.example")
    (uploads / "one.txt").write_text("changed since")
    (uploads / "two.txt").write_text("the second")
    yield made, kept
    made.gone()


@pytest.fixture
def since(tmp_path, _invited_and_backed_up):
    """The example with one invitation and one upload, its backup, and a second invitation since."""
    made = Installation.made(tmp_path / "since", like=_invited_and_backed_up[0])
    yield made
    made.gone()


@pytest.fixture
def backed_up(tmp_path, _invited_and_backed_up):
    """The backup of `since`, made before its second invitation."""
    return Path(shutil.copy(_invited_and_backed_up[1], tmp_path / "kept.zip"))


def test_what_was_backed_up_comes_back_and_what_was_there_is_kept(since, backed_up):
    assert backed_up.stat().st_mode & 0o777 == 0o600
    assert emails(since) == ["before@b.example", "since@b.example"]
    last = since.rows("select max(id) from records_event")[0][0]
    said = since.done("restore", backed_up)
    assert "rows of the record" in said
    assert emails(since) == ["before@b.example"]
    uploads = since.home / "uploads" / "letters"
    assert {path.name: path.read_text() for path in uploads.iterdir()} == {"one.txt": "the first"}
    (event,) = since.rows("select id, system_user from records_event where verb = 'installation.restored'")
    assert event[0] > last
    (kept,) = (since.home / "backups").glob("before-restore-*.zip")
    assert str(kept) in said
    since.done("restore", kept)
    assert emails(since) == ["before@b.example", "since@b.example"]
    assert (uploads / "two.txt").read_text() == "the second"
    figures = json.loads(since.done("fidelity", "--service", "S1", "--as-at", "2026-06-30", "--json"))
    assert figures["items"][0]["numerator"] == 30
    invite(since, "later@b.example")


def test_the_manifest_tells_what_is_in_it(backed_up):
    with zipfile.ZipFile(backed_up) as opened:
        manifest = json.loads(opened.read("manifest.json"))
        assert set(manifest["members"]) == set(opened.namelist()) - {"manifest.json"}
    assert manifest["counts"]["records_contact"] == 1275
    assert ["records", "0001_initial"] in manifest["migrations"]
    assert "uploads/letters/one.txt" in manifest["members"]
    assert not any("secret" in name for name in manifest["members"])


def test_a_backup_is_in_the_log_with_who_made_it(since, backed_up):
    (event,) = since.rows("select about, system_user from records_event where verb = 'installation.backed_up'")
    assert event[0] == "kept.zip"
    assert event[1]


def test_a_backup_goes_over_nothing(since, backed_up, tmp_path):
    before = backed_up.read_bytes()
    (line,) = since.refused("backup", backed_up)
    assert "--force" in line
    assert backed_up.read_bytes() == before
    since.done("backup", backed_up, "--force")
    assert backed_up.read_bytes() != before
    assert "there is no such folder" in since.refused("backup", tmp_path / "nosuch" / "b.zip")[0]
    assert "this is a folder" in since.refused("backup", tmp_path)[0]
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


def test_a_backup_that_is_not_whole_is_refused_and_nothing_is_touched(since, backed_up, tmp_path):
    whole = backed_up.read_bytes()
    middle = len(whole) // 2
    database = next(
        name for name in zipfile.ZipFile(backed_up).namelist() if name.startswith(("database", "tables/records_client"))
    )
    wrong = {
        "cut short": lambda path: path.write_bytes(whole[:middle]),
        "a bit flipped": lambda path: path.write_bytes(
            whole[:middle] + bytes([whole[middle] ^ 0xFF]) + whole[middle + 1 :]
        ),
        "no backup": lambda path: path.write_text("dear diary"),
        "empty": lambda path: path.write_bytes(b""),
        "another zip": lambda path: rewritten(backed_up, path, leave_out=["manifest.json"]),
        "a member more": lambda path: rewritten(backed_up, path, members={"x.txt": b"x"}),
        "a member less": lambda path: rewritten(backed_up, path, leave_out=[database]),
        "other content": lambda path: rewritten(backed_up, path, members={database: b"x"}),
        "a newer form": lambda path: rewritten(backed_up, path, manifest={"format": 99}),
        "newer tables": lambda path: rewritten(backed_up, path, manifest={"migrations": [["records", "9999_later"]]}),
        "another engine": lambda path: rewritten(backed_up, path, manifest={"engine": "oracle"}),
    }
    for what, write in wrong.items():
        path = tmp_path / "wrong.zip"
        path.unlink(missing_ok=True)
        write(path)
        (line,) = since.refused("restore", path)
        assert str(path) in line, what
    assert "there is no such file" in since.refused("restore", tmp_path / "nosuch.zip")[0]
    assert emails(since) == ["before@b.example", "since@b.example"]
    assert not (since.home / "backups").exists()
    assert (since.home / "uploads" / "letters" / "one.txt").read_text() == "changed since"


def test_a_member_that_would_land_elsewhere_is_refused(since, backed_up, tmp_path):
    with zipfile.ZipFile(backed_up) as opened:
        manifest = json.loads(opened.read("manifest.json"))
    manifest["members"]["../../escaped.txt"] = {"bytes": 1, "sha256": "0"}
    path = rewritten(
        backed_up, tmp_path / "escape.zip", manifest=manifest, members={"../../escaped.txt": b"x"}
    )
    (line,) = since.refused("restore", path)
    assert "named to land elsewhere" in line
    assert list(tmp_path.rglob("escaped.txt")) == []


def test_readers_see_the_old_record_or_the_new_and_a_writers_wait_is_short(since, backed_up):
    """Somebody reads all the while: never half a record, never an error."""
    seen, failed, over = set(), [], threading.Event()

    def read():
        while not over.is_set():
            try:
                seen.add(tuple(emails(since)))
            except Exception as fault:  # any error at all is what the test looks for
                failed.append(repr(fault))

    reader = threading.Thread(target=read)
    reader.start()
    since.done("restore", backed_up)
    over.set()
    reader.join()
    assert failed == []
    assert seen <= {("before@b.example", "since@b.example"), ("before@b.example",)}
    assert emails(since) == ["before@b.example"]


def test_nobody_is_signed_in_after_a_restore(example, tmp_path):
    example.rows(
        "insert into django_session (session_key, session_data, expire_date) values ('k', 'd', '2099-01-01 00:00:00')"
    )
    example.done("backup", tmp_path / "b.zip")
    example.done("restore", tmp_path / "b.zip")
    assert example.rows("select count(*) from django_session") == [(0,)]


def test_a_backup_is_restored_into_a_new_installation(untouched, backed_up):
    untouched.done("restore", backed_up)
    assert emails(untouched) == ["before@b.example"]
    assert not (untouched.home / "backups").exists()
    invite(untouched, "next@b.example")


def test_a_backup_of_an_older_placewell_is_brought_up_to_date(example, tmp_path):
    """The last migration of the sign-in library's log was not there yet."""
    example.rows("delete from django_migrations where app = 'usersessions'")
    example.rows("drop table usersessions_usersession")
    example.done("upgrade")
    (old,) = (example.home / "backups").glob("before-upgrade-*.zip")
    shutil.copy(old, tmp_path / "old.zip")
    example.done("restore", tmp_path / "old.zip")
    assert example.rows("select count(*) from usersessions_usersession") == [(0,)]
    assert example.rows("select count(*) from records_contact") == [(1275,)]


def test_a_damaged_database_is_set_aside_and_replaced(since, backed_up):
    if since.database:
        assert not since.file.exists()  # PostgreSQL looks after its own files
        return
    for end in ("-wal", "-shm"):
        Path(f"{since.file}{end}").unlink(missing_ok=True)
    content = bytearray(since.file.read_bytes())
    content[:4096] = b"x" * 4096
    since.file.write_bytes(content)
    assert "placewell restore FILE" in since.refused("fidelity", "--service", "S1")[0]
    said = since.done("restore", backed_up)
    (aside,) = since.home.glob("placewell.sqlite3.damaged-*")
    assert str(aside) in said
    assert emails(since) == ["before@b.example"]


def test_a_writer_who_does_not_finish_is_waited_for_and_then_told(since, backed_up):
    """A long writer keeps a restore out; it says so, and the record is as it was."""
    if since.database:
        import psycopg

        from tests.commands.installation import url_of

        with psycopg.connect(url_of(since.database)) as writer:
            writer.execute("lock table access_invitation in access exclusive mode")
            ended = since.start("restore", backed_up)
            said, _ = ended.communicate(timeout=150)
    else:
        with closing(sqlite3.connect(since.file, isolation_level=None)) as writer:
            writer.execute("begin immediate")
            ended = since.start("restore", backed_up)
            said, _ = ended.communicate(timeout=150)
            writer.execute("rollback")
    assert ended.returncode == 1
    assert "Nothing was changed" in said
    assert emails(since) == ["before@b.example", "since@b.example"]
