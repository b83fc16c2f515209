"""Today in order: the latest missed at the top, then what is due, and what is long past at the end."""

from datetime import date, timedelta

from placewell.web.presenters.today.lines import Line
from placewell.web.presenters.today.page import LONG, in_order

TODAY = date(2026, 6, 30)


def line(words, days, is_late):
    return Line("rule", words, on=None if days is None else TODAY + timedelta(days=days), is_late=is_late)


def test_what_can_still_be_done_in_time_stands_before_what_is_long_past():
    long_ago = -LONG.days
    lines = [
        line("a year late", -365, True), line("just long", long_ago - 1, True), line("not long", long_ago, True),
        line("yesterday", -1, True), line("now", None, True), line("today", 0, False), line("in a week", 7, False),
    ]  # fmt: skip
    told = [one.words for one in in_order(lines, TODAY)]
    assert told == ["now", "yesterday", "not long", "today", "in a week", "just long", "a year late"]
