"""A date in three boxes."""

from datetime import date

import pytest
from django import forms
from django.core.exceptions import ValidationError

from placewell.web.nhs.dates import DateField


class Meeting(forms.Form):
    held_on = DateField(label="When was the meeting?", called="the date of the meeting")
    ended_on = DateField(required=False)


def sent(day="", month="", year="") -> Meeting:
    return Meeting({"held_on[day]": day, "held_on[month]": month, "held_on[year]": year})


@pytest.mark.parametrize(
    "typed",
    [
        ("27", "3", "2026"),
        ("27", "03", "2026"),
        (" 27 ", "March", "2026"),
        ("27", "mar.", "2026"),
        ("27", "MAR", "2026"),
    ],
)
def test_a_date_is_read_as_people_type_it(typed):
    form = sent(*typed)
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"held_on": date(2026, 3, 27), "ended_on": None}


@pytest.mark.parametrize(
    ("typed", "said", "boxes"),
    [
        (("", "", ""), "Enter the date of the meeting", ["day", "month", "year"]),
        (("27", "", "2026"), "The date of the meeting must include a month", ["month"]),
        (("", "3", ""), "The date of the meeting must include a day and year", ["day", "year"]),
        (("27", "3", "26"), "Year must include 4 numbers", ["year"]),
        (("27", "13", "2026"), "Month must be between 1 and 12", ["month"]),
        (("31", "2", "2026"), "The date of the meeting must be a real date: there is no 31 February 2026", ["day"]),
        (("29", "2", "2026"), "The date of the meeting must be a real date: there is no 29 February 2026", ["day"]),
        (("0", "2", "2026"), "The date of the meeting must be a real date: there is no 0 February 2026", ["day"]),
        (("x", "ma", "2026"), "The date of the meeting must be a real date, like 27 3 2026", ["day", "month"]),
        (("²", "3", "2026"), "The date of the meeting must be a real date, like 27 3 2026", ["day"]),
        (("-1", "3", "2026"), "The date of the meeting must be a real date, like 27 3 2026", ["day"]),
        (("1", "3", "0000"), "The date of the meeting must be a real date: there is no 1 March 0000", ["day"]),
    ],
)
def test_what_is_wrong_is_said_precisely_and_beside_its_box(typed, said, boxes):
    form = sent(*typed)
    assert form.errors["held_on"] == [said]
    html = str(form["held_on"].as_field_group())
    for part, words in zip(("day", "month", "year"), typed, strict=True):
        box = html[html.index(f'id="id_held_on-{part}"') - 120 : html.index(f'id="id_held_on-{part}"')]
        assert ("nhsuk-input--error" in box) == (part in boxes), part
        assert not words or f'value="{words}"' in html


def test_a_date_on_record_stands_in_the_boxes():
    html = str(Meeting(initial={"held_on": date(2026, 3, 27)}))
    for part, value in (("day", "27"), ("month", "3"), ("year", "2026")):
        assert f'inputmode="numeric" name="held_on[{part}]" type="text" value="{value}"' in html


def test_only_another_date_is_a_change():
    data = {"held_on[day]": "27", "held_on[month]": "3", "held_on[year]": "2026"}
    assert Meeting(data, initial={"held_on": date(2026, 3, 27)}).changed_data == []
    assert Meeting(data, initial={"held_on": date(2026, 3, 26)}).changed_data == ["held_on"]


def test_limits_of_a_field_are_kept():
    def refuse_the_future(day):
        if day > date(2026, 6, 30):
            raise ValidationError("The date must be in the past", code="day month year")

    class Past(forms.Form):
        on = DateField(validators=[refuse_the_future])

    form = Past({"on[day]": "1", "on[month]": "7", "on[year]": "2026"})
    assert form.errors["on"] == ["The date must be in the past"]
