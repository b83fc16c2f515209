"""What is due is put off with a reason and brought back, from Today."""

import pytest

from placewell.records.models import (
    Job,
    Snooze,
)
from tests.web.browsers import date_of, form, send, signed_in, words
from tests.web.test_today.conftest import DAY, held_by, lines_of, page, step_of

pytestmark = pytest.mark.django_db


def test_one_thing_is_put_off_and_brought_back(sam, sue, today):
    late = held_by(sam.staff, today - 30 * DAY, given_name="Mo", family_name="Ahmed")
    held_by(sam.staff, today - 30 * DAY, given_name="Noor", family_name="Begum")
    browser = signed_in(sam.account)
    address = f"/s/{sam.service_id}/today/people/{late.client_id}/put-off/first_profile/"
    assert address in browser.get(f"/s/{sam.service_id}/today/").content.decode()
    assert "Put off: first vocational profile" in words(browser.get(address))
    refused = words(browser.post(address, form(put_off_because="", **date_of("until_on", today + 7 * DAY))))
    assert "Say why it can wait" in refused
    assert "Choose a day after today" in words(
        browser.post(address, form(put_off_because="x", **date_of("until_on", today)))
    )
    said = send(browser, address, form(put_off_because="In hospital", **date_of("until_on", today + 7 * DAY)))
    seen, _, put_off = said.partition("Put off (1)")
    assert "Mo Ahmed The first vocational profile" not in seen
    assert "Mo Ahmed The first employer contact" in seen
    assert "Noor Begum The first vocational profile" in seen
    assert "because: In hospital" in put_off
    assert "because: In hospital" in page(sue)
    snooze = Snooze.objects.get()
    said = send(browser, f"/s/{sam.service_id}/today/put-off/{snooze.pk}/bring-back/", form())
    assert "Mo Ahmed The first vocational profile" in said
    assert "because: In hospital" not in said


def test_a_step_and_a_log_are_put_off(sam, today):
    step = step_of(sam, today)
    browser, sent = signed_in(sam.account), {"put_off_because": "Away", **date_of("until_on", today + DAY)}
    send(browser, f"/s/{sam.service_id}/today/steps/{step.pk}/put-off/", form(**sent))
    said = send(browser, f"/s/{sam.service_id}/today/staff/{sam.staff_id}/put-off/week_log/", form(**sent))
    assert "Put off (2)" in said


def test_what_is_put_off_for_one_job_is_not_for_another_person_s(sam, today):
    lines_of(sam, today, 2)
    own, other = Job.objects.order_by("pk")
    browser = signed_in(sam.account)
    address = f"/s/{sam.service_id}/today/people/{own.episode.client_id}/put-off/advice_after_a_change/"
    assert browser.get(address, {"job": other.pk}).status_code == 404
    assert browser.get(address, {"job": "x"}).status_code == 404
    assert browser.get(address.replace("advice_after_a_change", "nonsense")).status_code == 404
    sent = form(put_off_because="Booked", **date_of("until_on", today + DAY))
    said = send(browser, f"{address}?job={own.pk}", sent)
    assert "Put off (1)" in said


def test_the_way_back_is_to_the_same_day(sam, sue, today):
    late = held_by(sam.staff, today - 30 * DAY)
    browser = signed_in(sue.account)
    address = f"/s/{sam.service_id}/today/people/{late.client_id}/put-off/first_profile/?worker={sam.staff_id}"
    answer = browser.post(address, form(put_off_because="Away", **date_of("until_on", today + DAY)))
    assert f"worker={sam.staff_id}" in answer.headers["Location"]
