"""A referral: looked for first, possible duplicates shown, answers checked, then step by step to support."""

from datetime import timedelta
from uuid import uuid4

from placewell.records import models
from tests.web.test_people.conftest import day_parts, words


def referral(unit, **changed) -> dict:
    answers = {
        "submission": str(uuid4()), "given_name": "Mo", "family_name": "Ahmed", **day_parts("received_on", unit.today),
        "source": "care_coordinator", "team": unit.teams[0].pk, "wants_to_work": "yes", "work_status": "out_of_work",
    }  # fmt: skip
    return {**answers, **changed}


def test_answers_are_shown_before_anything_is_recorded(browser_of, at, unit):
    browser, address = browser_of("ana"), at("referrals/new/person/")
    sent = referral(unit, given_name="Zofia", family_name="Nowak")
    checked = words(browser.post(address, sent))
    assert "Check your answers" in checked
    assert "Zofia" in checked
    assert "Nothing is recorded yet" in checked
    assert not models.Client.objects.filter(given_name="Zofia").exists()
    changing = words(browser.post(address, {**sent, "change": "yes"}))
    assert 'value="Zofia"' in changing
    done = browser.post(address, {**sent, "checked": "yes"})
    made = models.Referral.objects.get()
    assert (made.client.known_as, made.team, made.wants_to_work) == ("Zofia Nowak", unit.teams[0], True)
    assert "Referral recorded" in words(browser.get(done["Location"]))


def test_somebody_of_the_same_name_is_shown_as_possibly_the_same(browser_of, at, unit):
    page = words(browser_of("ana").post(at("referrals/new/person/"), referral(unit)))
    assert "Possibly the same person" in page
    assert f"/clients/{unit.mo.pk}/referrals/new/" in page


def test_somebody_out_of_reach_is_not_shown(browser_of, at, unit):
    sent = referral(unit, given_name="Noor", family_name="Begum")
    page = words(browser_of("ana").post(at("referrals/new/person/"), sent))
    assert "Check your answers" in page
    assert "Possibly the same person" not in page


def test_one_nhs_number_is_one_person(browser_of, at, unit):
    sent = referral(unit, given_name="M", nhs_number="943 476 5919", checked="yes")
    page = words(browser_of("ana").post(at("referrals/new/person/"), sent))
    assert "Somebody with this NHS number is recorded already" in page
    assert models.Referral.objects.count() == 0


def test_a_wrong_check_digit_is_refused_and_stays_as_typed(browser_of, at, unit):
    page = words(browser_of("ana").post(at("referrals/new/person/"), referral(unit, nhs_number="943 476 5918")))
    assert "This is not an NHS number" in page
    assert 'value="943 476 5918"' in page


def test_a_clinician_refers_from_their_own_team_and_sees_what_becomes_of_it(browser_of, at, unit):
    browser, address = browser_of("cleo"), at("referrals/new/person/")
    sent = referral(unit, given_name="Zofia", family_name="Nowak", checked="yes")
    assert "Choose one from the list" in words(browser.post(address, {**sent, "team": unit.teams[1].pk}))
    done = browser.post(address, {**sent, "submission": str(uuid4())})
    assert "Referred" in words(browser.get(done["Location"]))
    assert browser.get(at(f"referrals/{models.Referral.objects.get().pk}/decide/")).status_code == 403


def test_from_referral_to_support_step_by_step(browser_of, at, unit):
    browser = browser_of("ana")
    early = unit.today - timedelta(days=10)
    sent = referral(unit, given_name="Zofia", family_name="Nowak", checked="yes", **day_parts("received_on", early))
    browser.post(at("referrals/new/person/"), sent)
    made = models.Referral.objects.get()
    page = words(browser.get(at(f"clients/{made.client_id}/")))
    assert "Acknowledge the referral" in page
    assert "Begin support" not in page

    before = {"submission": str(uuid4()), **day_parts("acknowledged_on", early - timedelta(days=1))}
    refused = words(browser.post(at(f"referrals/{made.pk}/acknowledge/"), before))
    assert "This lies before the day the referral was received" in refused
    for step, answers in [
        ("acknowledge", day_parts("acknowledged_on", early)),
        ("first-contact", day_parts("first_contact_on", early + timedelta(days=2))),
        ("decide", {"decision": "accepted", **day_parts("decided_on", early + timedelta(days=2))}),
    ]:
        done = browser.post(at(f"referrals/{made.pk}/{step}/"), {"submission": str(uuid4()), **answers})
        assert done.status_code == 302, step
    assert "Waiting to start" in words(browser.get(at(f"clients/{made.client_id}/")))

    begin = {
        "submission": str(uuid4()), **day_parts("entered_on", unit.today), "key_worker": unit.ana.pk,
        "team": unit.teams[0].pk, "work_status_at_entry": "out_of_work",
    }  # fmt: skip
    browser.post(at(f"clients/{made.client_id}/support/new/"), begin)
    episode = models.Episode.objects.get(client=made.client)
    assert episode.referral == made
    assert models.Allocation.objects.get(episode=episode).staff == unit.ana
    again = words(
        browser.post(at(f"clients/{made.client_id}/support/new/"), {**begin, "submission": str(uuid4()), "team": ""})
    )
    assert "Another episode of this person covers that day" in again
