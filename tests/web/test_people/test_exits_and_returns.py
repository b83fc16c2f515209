"""The page on which support ends, and the one on which it begins again."""

from datetime import time, timedelta
from uuid import uuid4

import pytest

from placewell.access.models import RoleHeld
from placewell.people.models import Account
from placewell.records import models
from tests.web.browsers import signed_in
from tests.web.test_people.conftest import day_parts, words


@pytest.fixture
def exit_at(at, unit):
    return at(f"episodes/{unit.episode.pk}/exit/")


def leaving(unit, **changed) -> dict:
    return {
        "submission": str(uuid4()), **day_parts("ended_on", unit.today), "end_reason": "cannot_be_reached", **changed,
    }  # fmt: skip


@pytest.fixture
def tried(unit, laying_down):
    def lay(**facts):
        told = {"mode": "telephone", "place": "remote", "attempt_by": "employment_specialist", **facts}
        with laying_down(on=unit.today):
            models.Contact.objects.create(
                service=unit.service, key=f"k{models.Contact.objects.count()}", episode=unit.episode, staff=unit.ana,
                began_on=unit.today - timedelta(days=3), began_time=time(9), minutes=0, phase="engagement",
                attendance="no_answer", with_whom="client", **told,
            )  # fmt: skip

    return lay


def test_who_cannot_be_reached_is_not_let_go_without_a_word_about_tries(browser_of, exit_at, unit, tried):
    ana = browser_of("ana")
    assert "No try is recorded since then." in words(ana.get(exit_at))
    tried()
    refused = words(ana.post(exit_at, leaving(unit, feedback="I was ill")))
    assert "The record holds 1 try in 1 way" in refused
    assert "I was ill" in refused
    asked = words(ana.post(exit_at, leaving(unit, few_tries_because="Moved without an address")))
    assert "Few tries" in asked
    ana.post(exit_at, leaving(unit, few_tries_because="Moved without an address", checked="yes"))
    assert models.Episode.objects.get(pk=unit.episode.pk).end_reason == "cannot_be_reached"
    assert models.ExitWords.objects.get().few_tries_because == "Moved without an address"


def test_tries_in_several_ways_are_enough(browser_of, exit_at, unit, tried):
    tried()
    tried(mode="face_to_face", place="home", attempt_by="joint")
    ana = browser_of("ana")
    assert "Ways used: telephone or video, at home and through the clinical team." in words(ana.get(exit_at))
    assert "Few tries" not in words(ana.post(exit_at, leaving(unit)))
    assert ana.post(exit_at, leaving(unit, checked="yes")).status_code == 302


def test_a_person_s_own_wish_needs_no_tries(browser_of, exit_at, unit):
    answer = browser_of("ana").post(exit_at, leaving(unit, end_reason="person_chose_to_stop", checked="yes"))
    assert answer.status_code == 302


def test_it_says_which_ends_count_against_fidelity_and_who_asks_for_tries(browser_of, exit_at):
    page = words(browser_of("ana").get(exit_at))
    assert page.count("Counts against assertive outreach") == 2
    assert "Service Specifications (New Zealand)" in page


def test_the_service_s_own_number_of_ways_holds(browser_of, exit_at, unit, tried, laying_down):
    with laying_down(on=unit.today):
        models.ChosenStandard.objects.create(
            service=unit.service, standard="ways_before_exit", at_least=1, unit="ways", source="Contract",
            started_on=unit.today,
        )  # fmt: skip
    tried()
    assert browser_of("ana").post(exit_at, leaving(unit, checked="yes")).status_code == 302


@pytest.mark.parametrize("form", ["word", "pdf"])
def test_the_open_door_letter_is_made_and_the_making_noted(browser_of, at, unit, form):
    where = at(f"episodes/{unit.episode.pk}/open-door/")
    made = browser_of("ana").get(where, {"form": form})
    assert made.status_code == 200
    assert made.content[:2] == (b"PK" if form == "word" else b"%P")
    assert models.ReadingLog.objects.get().page.startswith("The door is open")


def test_the_letter_is_nothing_else_and_not_another_team_s(browser_of, at, unit):
    where = at(f"episodes/{unit.episode.pk}/open-door/")
    assert browser_of("ana").get(where, {"form": "exe"}).status_code == 404
    assert browser_of("ben").get(where).status_code == 404


@pytest.fixture
def gone(unit, laying_down):
    """Mo, whose support ended, with a wish."""
    with laying_down(on=unit.today):
        models.JobPreference.objects.create(
            service=unit.service, episode=unit.episode, stated_on=unit.episode.entered_on, occupation_group="92",
            hours_min=16,
        )  # fmt: skip
        models.Allocation.objects.filter(episode=unit.episode).update(ended_on=unit.today - timedelta(days=5))
        models.Episode.objects.filter(pk=unit.episode.pk).update(
            ended_on=unit.today - timedelta(days=5), end_reason="cannot_be_reached"
        )
    return unit.mo


def test_begin_again_carries_over_what_is_known(browser_of, at, unit, gone):
    ana, where = browser_of("ana"), at(f"clients/{gone.pk}/begin-again/")
    assert where in words(ana.get(at(f"clients/{gone.pk}/")))
    page = words(ana.get(where))
    wish = models.JobPreference.objects.get()
    assert f'value="{wish.pk}" checked' in page
    assert f'<option value="{unit.ana.pk}" selected' in page
    assert f'<option value="{unit.teams[0].pk}" selected' in page
    sent = {
        "submission": str(uuid4()), **day_parts("entered_on", unit.today), "key_worker": unit.ana.pk,
        "team": unit.teams[0].pk, "work_status_at_entry": "out_of_work", "wishes": [wish.pk],
    }  # fmt: skip
    after = words(ana.get(ana.post(where, sent)["Location"]))
    assert "Support has begun again" in after
    assert models.JobPreference.objects.filter(episode__entered_on=unit.today).count() == 1
    assert ana.get(where)["Location"] == at(f"clients/{gone.pk}/")


@pytest.fixture
def mattered(unit, gone, laying_down):
    """What mattered to Mo at work."""
    with laying_down(on=unit.today):
        return models.WorkWishes.objects.create(
            service=unit.service, episode=unit.episode, stated_on=unit.episode.entered_on, times="daytime",
            areas="PE1;PE2", travel="By bus", stay_away="Night shifts",
        )  # fmt: skip


def begin(unit, **changed) -> dict:
    return {
        "submission": str(uuid4()), **day_parts("entered_on", unit.today), "key_worker": unit.ana.pk,
        "team": unit.teams[0].pk, "work_status_at_entry": "out_of_work", **changed,
    }  # fmt: skip


def test_what_mattered_at_work_is_carried_over_by_a_tick(browser_of, at, unit, gone, mattered):
    ana, where = browser_of("ana"), at(f"clients/{gone.pk}/begin-again/")
    page = words(ana.get(where))
    assert "Does what mattered to them at work still hold?" in page
    assert f'value="{mattered.pk}" checked' in page
    assert "Times that suit: daytime; Where they can get to: PE1 and PE2; To stay away from: “Night shifts”" in page
    assert ana.post(where, begin(unit, matters=[mattered.pk])).status_code == 302
    one = models.WorkWishes.objects.get(carried_from=mattered)
    assert (one.episode.entered_on, one.stated_on, one.travel) == (unit.today, unit.today, "By bus")
    carried = f"{mattered.stated_on:%-d %B %Y}"
    assert f"Carried over from what they said on {carried}" in words(ana.get(at(f"clients/{gone.pk}/")))
    assert f"Carried over from what they said on {carried}: change" in words(ana.get(at(f"clients/{gone.pk}/leads/")))
    assert ana.get(at(f"records/work-wishes/{one.pk}/correct/")).status_code == 200


def test_without_a_tick_it_is_filled_in_where_it_is_asked_anew(browser_of, at, unit, gone, mattered):
    ana = browser_of("ana")
    assert ana.post(at(f"clients/{gone.pk}/begin-again/"), begin(unit)).status_code == 302
    assert models.WorkWishes.objects.get() == mattered
    begun = models.Episode.objects.get(entered_on=unit.today)
    page = words(ana.get(at(f"episodes/{begun.pk}/work-wishes/")))
    assert f"Filled in with what they said on {mattered.stated_on:%-d %B %Y}" in page
    assert "Night shifts" in page


def test_who_said_nothing_is_not_asked(browser_of, at, unit, gone):
    assert "mattered to them at work" not in words(browser_of("ana").get(at(f"clients/{gone.pk}/begin-again/")))


def test_a_clinician_asks_in_one_page_and_the_specialist_begins_with_it(browser_of, at, unit, gone):
    cleo, where = browser_of("cleo"), at(f"clients/{gone.pk}/begin-again/")
    assert "Ask to begin again" in words(cleo.get(at(f"clients/{gone.pk}/")))
    cleo.post(where, {"submission": str(uuid4()), "source": "care_coordinator", "work_status": ""})
    referral = models.Referral.objects.get()
    assert (referral.team, referral.wants_to_work) == (unit.teams[0], True)
    assert "They asked on" in words(browser_of("ana").get(where))


def test_a_person_asks_for_support_again_from_their_own_record(at, unit, gone, laying_down):
    with laying_down(on=unit.today):
        account = Account.objects.create(email="mo@example.org", full_name="Mo Ahmed", password="!")
        RoleHeld.objects.create(
            account=account, service=unit.service, role="client", client=gone, started_on=unit.today
        )
    mo = signed_in(account)
    assert at("my-record/begin-again/") in words(mo.get(at("my-record/")))
    assert mo.post(at("my-record/begin-again/"), {"submission": str(uuid4())}).status_code == 302
    assert models.Referral.objects.get().source == "self"
    assert at("my-record/begin-again/") not in words(mo.get(at("my-record/")))


def test_another_team_begins_nothing(browser_of, at, gone):
    assert browser_of("ben").get(at(f"clients/{gone.pk}/begin-again/")).status_code == 404
