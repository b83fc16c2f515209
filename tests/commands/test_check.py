"""`check`: what is in force, without secrets; what is unsound ends 1."""

import json

import pytest

from placewell.commands.looking.installation import without_password


def looked(ended) -> dict[str, dict]:
    return {finding["what"]: finding for finding in json.loads(ended.stdout)["findings"]}


def test_a_new_installation_is_sound(empty):
    ended = empty.run("check", "--json")
    findings = looked(ended)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert {finding["is"] for finding in findings.values()} == {"sound"}
    for what in ("version", "home folder", "secret key", "addresses", "front end", "time zones", "database", "tables",
                 "clock", "backups", "second factors"):  # fmt: skip
        assert what in findings, what
    assert "Nothing is unsound." in empty.done("check")


def test_no_secret_is_shown(empty):
    told = {"PLACEWELL_SECRET_KEY": "a-secret-of-forty-characters-and-more-than-that",
            "PLACEWELL_SOMETHING": "who knows what this is"}  # fmt: skip
    ended = empty.run("check", "--json", **told)
    assert not any(secret in ended.stdout for secret in told.values())
    assert looked(ended)["PLACEWELL_SECRET_KEY"]["state"] == "set, not shown"
    unreachable = empty.run("check", "--json", PLACEWELL_DATABASE_URL="postgresql://ann:hunter2@127.0.0.1:1/none")
    assert "hunter2" not in unreachable.stdout + unreachable.stderr
    assert unreachable.returncode == 1
    assert looked(unreachable)["database"]["is"] == "unsound"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql://ann:secret@db:5432/ips", "postgresql://ann:***@db:5432/ips"),
        ("postgresql://ann:se/cr@e:t@db/ips", "postgresql://ann:***@db/ips"),
        ("postgresql://db/ips?user=ann&password=secret&sslmode=require", "postgresql://db/ips?user=ann&password=***&sslmode=require"),
        ("postgresql://ann@db/ips", "postgresql://ann@db/ips"),
        ("sqlite:////srv/ips.sqlite3", "sqlite:////srv/ips.sqlite3"),
    ],
)  # fmt: skip
def test_an_address_is_shown_without_its_password(address, shown):
    assert without_password(address) == shown


def test_what_is_open_to_others_is_unsound(empty):
    (empty.home / "secret-key").chmod(0o644)
    ended = empty.run("check", "--json")
    assert ended.returncode == 1
    assert looked(ended)["secret key"]["is"] == "unsound"
    assert f"chmod go= {empty.home / 'secret-key'}" in ended.stderr
    assert json.loads(ended.stdout)["sound"] is False


def test_serving_others_in_the_clear_is_unsound(empty):
    assert empty.refused("check", PLACEWELL_HOSTS="ips.trust.example")
    empty.done("check", PLACEWELL_HOSTS="ips.trust.example", PLACEWELL_TLS="yes")
    assert empty.refused("check", PLACEWELL_HOSTS="*", PLACEWELL_TLS="yes")


def test_old_tables_and_a_clock_that_went_back_are_unsound(empty):
    empty.done("invite", "a@b.example", "--role", "administrator", "--new-service", "S1", "--name", "Riverside")
    empty.rows("update records_event set at = '2199-01-01 00:00:00+00:00'")
    assert looked(empty.run("check", "--json"))["clock"]["is"] == "unsound"
    empty.rows("delete from django_migrations where app = 'access'")
    findings = looked(empty.run("check", "--json"))
    assert (findings["tables"]["is"], "placewell upgrade" in findings["tables"]["remedy"]) == ("unsound", True)


def test_missing_backups_administrators_and_second_factors_are_to_be_looked_at(example, tmp_path):
    findings = looked(example.run("check", "--json"))
    assert (findings["backups"]["is"], findings["administrators"]["is"]) == ("look", "look")
    example.done("backup", tmp_path / "b.zip")
    findings = looked(example.run("check", "--json"))
    assert findings["backups"]["is"] == "sound"
    assert "b.zip" in findings["backups"]["state"]


def test_settings_that_do_not_hold_are_a_finding(empty):
    told = {"DATABASE_URL": "mysql://localhost/x", "PATIENCE": "long", "HOLIDAY_AREAS": "Scotland"}
    for wrong in ({f"PLACEWELL_{name}": value} for name, value in told.items()):
        ended = empty.run("check", "--json", **wrong)
        assert ended.returncode == 1
        assert next(iter(wrong)) in looked(ended)["settings"]["remedy"]


def test_a_part_of_a_country_that_is_not_there_is_a_finding(empty):
    told = looked(empty.run("check", "--json", PLACEWELL_HOLIDAY_AREAS="GB-LON"))["public holidays"]
    assert (told["is"], told["remedy"]) == ("unsound", "Correct PLACEWELL_HOLIDAY_AREAS.")
    assert "use one of ENG" in told["state"]
    assert looked(empty.run("check", "--json", PLACEWELL_HOLIDAY_AREAS="GB-SCT"))["public holidays"]["is"] == "sound"
