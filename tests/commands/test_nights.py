"""When `serve` does the nightly round, and that nothing that happens in it ends serving."""

import sys
import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest

from placewell.commands import nights

ZONE = timezone(timedelta(hours=13))
LONG = timedelta(days=1)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 6, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("last", "now", "is_due"),
    [
        (None, at(2, 12), True),
        (at(1, 3, 5), at(2, 2, 59), False),
        (at(1, 3, 5), at(2, 3, 0), True),
        (at(2, 3, 5), at(2, 23), False),
        (at(2, 2, 50), at(2, 3, 0), True),
        (at(1, 23), at(2, 9), True),  # the machine was off at three
        (at(1, 3, 5).astimezone(UTC), at(2, 2, 59), False),
    ],
)
def test_it_is_due_once_three_o_clock_has_passed(last, now, is_due):
    assert nights.due(last, now) is is_due


@pytest.mark.parametrize(("told", "found"), [(None, None), ("rubbish", None), (at(1, 3).isoformat(), at(1, 3))])
def test_when_it_was_last_done_is_read_from_the_home_folder(settings, tmp_path, told, found):
    settings.HOME = tmp_path
    if told is not None:
        (tmp_path / "nightly.done").write_text(told)
    assert nights.last_done() == found


def rounds_of(monkeypatch, outcomes: list) -> int:
    """How many rounds are tried when each ends so; the last one stops serving."""
    stopped, tried = threading.Event(), []

    def do_the_round():
        tried.append(1)
        outcome = outcomes[len(tried) - 1]
        if len(tried) == len(outcomes):
            stopped.set()
        if outcome is not None:
            raise outcome

    monkeypatch.setattr(nights, "do_the_round", do_the_round)
    monkeypatch.setattr(nights, "last_done", lambda: None)
    nights.go_round(stopped, every=timedelta(milliseconds=1))
    return len(tried)


def test_a_round_that_cannot_be_started_is_told_and_tried_again(monkeypatch, capsys):
    assert rounds_of(monkeypatch, [OSError("no processes left"), None]) == 2
    assert "could not be started: no processes left" in capsys.readouterr().err


def test_a_round_that_is_not_due_is_not_done(monkeypatch):
    looked, stopped = [], threading.Event()

    def last_done():
        looked.append(1)
        if len(looked) == 3:
            stopped.set()
        return datetime.now().astimezone() + LONG

    monkeypatch.setattr(nights, "last_done", last_done)
    monkeypatch.setattr(nights, "do_the_round", lambda: pytest.fail("it was not due"))
    nights.go_round(stopped, every=timedelta(milliseconds=1))
    assert len(looked) == 3


def test_a_failure_is_told_on_the_terminal(monkeypatch, capsys):
    monkeypatch.setattr(nights, "COMMAND", [sys.executable, "-c", "raise SystemExit('no room on the disk')"])
    nights.do_the_round()
    said = capsys.readouterr().err
    assert "serving goes on" in said
    assert "no room on the disk" in said


def test_a_round_that_went_well_says_nothing(monkeypatch, capsys):
    monkeypatch.setattr(nights, "COMMAND", [sys.executable, "-c", "print('done')"])
    nights.do_the_round()
    assert capsys.readouterr() == ("", "")


def test_the_round_of_serve_is_the_one_done_by_hand(example, monkeypatch, capsys):
    for name, value in (example.environment | {"DJANGO_SETTINGS_MODULE": "placewell.settings"}).items():
        monkeypatch.setenv(name, value)
    nights.do_the_round()
    assert capsys.readouterr().err == ""
    assert (example.home / "nightly.done").exists()
    assert example.rows("select count(*) from records_event where verb = 'installation.tidied'") == [(1,)]
    assert example.rows("select count(*) from measures_keptfigure")[0][0] >= 12
