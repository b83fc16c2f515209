"""The vocational profile on pages: whose words, what changed, what may come; nothing typed is lost."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from placewell.access.worker import Worker
from placewell.actions import profiles
from placewell.actions.profiles import Told
from placewell.records import models
from placewell.records.profiles import Part
from tests.questions import asks
from tests.web.browsers import words
from tests.web.test_people.conftest import day_parts

# session, account, roles, person, reading log, reach, versions, entries, jobs, support, standards, CVs, ends
QUERIES = 18


@pytest.fixture
def ana(browser_of):
    return browser_of("ana")


@pytest.fixture
def who(ana, unit):
    return {"by": Worker(ana.account, timezone.now()), "service": unit.service}


@pytest.fixture
def profile(who, unit):
    """Version 2, after two sessions for the first, with the words of a sister."""
    ago = lambda days: unit.today - timedelta(days=days)  # noqa: E731
    goal = [Told("goal", "A bakery", "person"), Told("pay", "12 an hour", "person")]
    profiles.add_session(**who, episode=unit.episode, held_on=ago(20), told=goal)
    sister = Told("goal", "Not nights", "family", "Amal, his sister", agreed_on=ago(21))
    first = profiles.add_session(**who, episode=unit.episode, held_on=ago(19), told=[sister])
    entry = models.ProfilePart.objects.get(part="pay")
    return profiles.write(
        **who, episode=unit.episode, written_on=ago(2), prompted_by="review", reworded={entry.pk: "13 an hour"},
        told=[Told("noise", "A quiet place", "person")],
    ), first  # fmt: skip


def session(unit, **changed) -> dict:
    """The answers of a session as its form sends them."""
    return {"submission": str(uuid4()), **day_parts("held_on", unit.today), "source": "person", **changed}


def session_at(at, unit):
    return at(f"episodes/{unit.episode.pk}/profile/session/")


def page_at(at, unit, **asked):
    return at(f"clients/{unit.mo.pk}/profile/")


def test_the_page_says_whose_words_they_are_and_what_changed(ana, at, unit, profile):
    with asks(QUERIES):
        said = words(ana.get(page_at(at, unit)))
    assert "Version 2, written on" in said
    assert "at a review. 1 session, 2 sources." in said
    assert "A bakery The person," in said
    assert "Not nights Amal, his sister," in said
    assert "Agreed with the person on" in said
    assert "What changed since version 1" in said
    assert "Pay Changed 12 an hour 13 an hour" in said
    assert "Noise and surroundings New A quiet place" in said
    assert "Not talked about yet: Tasks , Place , Hours" in said
    assert models.ReadingLog.objects.filter(client=unit.mo, page="Vocational profile").count() == 1


def test_an_earlier_version_says_what_it_said(ana, at, unit, profile):
    said = words(ana.get(page_at(at, unit), {"version": profile[1].pk}))
    assert "Version 1, written on" in said
    assert "2 sessions, 2 sources." in said
    assert "Earlier version" in said
    assert "12 an hour" in said
    assert "13 an hour" not in said
    assert "Change: Pay" not in said
    assert ana.get(page_at(at, unit), {"version": "987654"}).status_code == 404


def test_nothing_yet_is_an_invitation(ana, at, unit):
    said = words(ana.get(page_at(at, unit)))
    assert "No profile is written yet. It can begin with one thing that Mo Ahmed told you." in said
    assert "Add a session" in said


def test_a_session_is_added_and_the_words_of_others_need_the_day_of_consent(ana, at, unit):
    address = session_at(at, unit)
    asked = session(unit, source="family", told_by="Amal", say_goal="Wörds <b> & more")
    refused = ana.post(address, asked)
    assert "Enter the day the person agreed that we ask them" in words(refused)
    assert "Wörds &lt;b&gt; &amp; more" in refused.content.decode()
    assert models.ProfilePart.objects.count() == 0
    done = ana.post(address, {**asked, **day_parts("agreed_on", unit.today)})
    assert done["Location"].startswith(page_at(at, unit))
    assert "Session added to the profile" in words(ana.get(done["Location"]))
    made = models.ProfilePart.objects.get()
    assert (made.words, made.told_by, made.agreed_on, made.profile.sessions) == (
        "Wörds <b> & more",
        "Amal",
        unit.today,
        1,
    )


def test_what_was_said_so_far_stands_beside_the_empty_box(ana, at, unit, profile):
    answer = ana.get(session_at(at, unit))
    assert "the person, " in words(answer)
    assert ": A bakery" in words(answer)
    assert "data-outbox" in answer.content.decode()
    assert answer.content.decode().count("<textarea") == len(Part)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "Write down at least one thing that was said"),
        ({"held_on[year]": "2999", "say_pay": "12"}, "This lies after today"),
        ({"held_on[year]": "2019", "say_pay": "12"}, "Choose a day of it"),
        ({"say_pay": "x" * 10_001}, "Shorten this to 10,000 characters"),
        ({"say_pay": "12", "source": "stars"}, "Choose one of the answers on the page"),
    ],
)
def test_what_is_wrong_is_said(ana, at, unit, changed, said):
    assert said in words(ana.post(session_at(at, unit), session(unit, **changed)))
    assert models.VocationalProfile.objects.count() == 0


def test_a_new_version_starts_from_the_last_and_guesses_what_prompted_it(ana, at, unit, profile, laying_down):
    with laying_down(on=unit.today):
        models.Job.objects.create(
            service=unit.service, key="j", episode=unit.episode, title="Baker", occupation_code="5432",
            started_on=unit.today - timedelta(days=1), hours_per_week=20, contract="permanent", meets_minimum_wage=True,
            open_to_anyone=True, paid_by_employer=True,
        )  # fmt: skip
    seen = words(ana.get(page_at(at, unit)))
    assert "The job as Baker started on" in seen
    assert "What did it teach? A new version is due by" in seen
    address = at(f"episodes/{unit.episode.pk}/profiles/new/")
    page = ana.get(address).content.decode()
    assert 'value="job_start" checked' in page
    assert ">\n13 an hour</textarea>" in page
    entries = {
        one.part: one.pk for one in models.ProfilePart.objects.filter(profile=profile[0]) if one.source == "person"
    }
    sent = {
        "submission": str(uuid4()), **day_parts("written_on", unit.today), "prompted_by": "job_start", "source": "person",
        f"entry_{entries['pay']}": "14 an hour", f"entry_{entries['noise']}": "", "say_tasks": "Kneading, not tills",
    }  # fmt: skip
    done = ana.post(address, sent)
    said = words(ana.get(done["Location"]))
    assert "Version 3, written on" in said
    assert "because a job started" in said
    assert "Taken out A quiet place" in said
    assert "The job as Baker started" not in said
    assert "A bakery" in said


def test_one_part_is_changed_and_what_another_wrote_meanwhile_is_shown_first(ana, browser_of, at, unit, profile):
    entry = models.ProfilePart.objects.get(profile=profile[0], part="pay")
    address = at(f"profiles/{profile[0].pk}/parts/pay/")
    sent = {
        **day_parts("said_on", unit.today), "source": "person", f"entry_{entry.pk}": "14 an hour",
        f"version_{entry.pk}": "1", "say_pay": "",
    }  # fmt: skip
    browser_of("sue").post(address, {**sent, f"entry_{entry.pk}": "15 an hour", "submission": str(uuid4())})
    refused = ana.post(address, {**sent, "submission": str(uuid4())})
    assert "Sue changed this meanwhile to: “15 an hour” Yours is in the box" in words(refused)
    assert ">\n14 an hour</textarea>" in refused.content.decode()
    assert f'name="version_{entry.pk}" type="hidden" value="2"' in refused.content.decode()
    ana.post(address, {**sent, f"version_{entry.pk}": "2", "submission": str(uuid4())})
    entry.refresh_from_db()
    assert (entry.words, entry.version) == ("14 an hour", 3)
    assert "Earlier words about Pay" in words(ana.get(page_at(at, unit)))
    assert "12 an hour" not in words(ana.get(at(f"records/profile-part/{entry.pk}/")))


def test_everything_is_changed_on_one_page(ana, at, unit, profile):
    page = ana.get(at(f"profiles/{profile[0].pk}/change/")).content.decode()
    assert page.count("<textarea") == len(Part) + 1  # two voices about the goal
    assert ana.get(at(f"profiles/{profile[0].pk}/parts/stars/")).status_code == 404


def test_a_past_job_is_told_and_put_right(ana, at, unit):
    sent = {"submission": str(uuid4()), "title": "Cook", "from_year": "2015", "until_year": "2014",
            **day_parts("told_on", unit.today), "why_ended": "It closed"}  # fmt: skip
    address = at(f"clients/{unit.mo.pk}/past-jobs/new/")
    refused = words(ana.post(address, sent))
    assert "The last year is before the first" in refused
    assert "It closed" in refused
    done = ana.post(address, {**sent, "until_year": "2018", "submission": str(uuid4())})
    said = words(ana.get(done["Location"]))
    assert "Past job recorded" in said
    assert "2015 to 2018" in said
    assert "Why it ended It closed" in said
    made = models.PastJob.objects.get()
    assert "2018" in ana.get(at(f"records/past-job/{made.pk}/correct/")).content.decode()


def test_a_clinician_reads_and_is_offered_no_pen(browser_of, at, unit, profile):
    said = words(browser_of("cleo").get(page_at(at, unit)))
    assert "A bakery" in said
    for link in ("Add a session", "Change", "Add a past job", "Not talked about yet"):
        assert link not in said.replace("Changed", "").replace("What changed", "")


def test_another_team_finds_nothing(browser_of, at, unit, profile):
    ben = browser_of("ben")
    for address in (
        page_at(at, unit), session_at(at, unit), at(f"profiles/{profile[0].pk}/change/"),
        at(f"profiles/{profile[0].pk}/parts/pay/"), at(f"clients/{unit.mo.pk}/past-jobs/new/"),
    ):  # fmt: skip
        for answer in (ben.get(address), ben.post(address)):
            assert answer.status_code == 404
            assert "bakery" not in words(answer)


def cv(unit, **changed) -> dict:
    """The answers of a CV as its form sends them."""
    return {
        "submission": str(uuid4()), "aimed_at": "Bakeries", "reach": "07700 900123", "with_strengths": "on",
        "strengths": "Patient", "education": "A levels", "with_job_0": "on", "job_0_title": "Cook",
        "job_0_dates": "2015 to 2018", "job_0_duties": "Soups", **changed,
    }  # fmt: skip


@pytest.fixture
def cook(who, unit):
    return profiles.tell_past_job(**who, client=unit.mo, title="Cook", told_on=unit.today, why_ended="I fell ill")


def test_a_cv_is_made_of_what_is_ticked_and_begins_again_from_there(ana, at, unit, cook, profile):
    address = at(f"clients/{unit.mo.pk}/cv/new/")
    asked = ana.get(address).content.decode()
    assert "I fell ill" not in asked
    assert "A bakery" not in asked
    done = ana.post(address, cv(unit))
    said = words(ana.get(done["Location"]))
    assert "CV made" in said
    assert "Soups" in said
    made = models.Cv.objects.get()
    assert (made.strengths, made.education, made.aimed_at) == ("Patient", "", "Bakeries")
    assert "CV for Bakeries" in words(ana.get(page_at(at, unit)))
    again = ana.get(address, {"from": made.pk}).content.decode()
    assert ">\nSoups</textarea>" in again
    assert 'value="Bakeries"' in again
    assert "CV made for Bakeries" in words(ana.get(at(f"clients/{unit.mo.pk}/")))


def test_words_that_tell_too_much_are_stopped_unless_they_are_about_the_work(ana, at, unit, cook):
    address = at(f"clients/{unit.mo.pk}/cv/new/")
    refused = words(ana.post(address, cv(unit, job_0_duties="Cooked at a psychiatric ward")))
    assert "An employer would read this: “psychiatric” may tell of health" in refused
    assert models.Cv.objects.count() == 0
    unticked = ana.post(address, cv(unit, with_strengths="", strengths="In recovery"))
    assert unticked.status_code == 302
    kept = ana.post(address, cv(unit, job_0_duties="Cooked at a psychiatric ward", is_about_work="on"))
    assert kept.status_code == 302
    assert models.Cv.objects.count() == 2


def test_papers_are_another_team_s_no_more_than_pages(browser_of, ana, at, unit, cook, profile):
    ana.post(at(f"clients/{unit.mo.pk}/cv/new/"), cv(unit))
    made, ben = models.Cv.objects.get(), browser_of("ben")
    for address in (f"cvs/{made.pk}/", f"cvs/{made.pk}/file/", f"profiles/{profile[0].pk}/file/"):
        assert ben.get(at(address)).status_code == 404
        assert ana.get(at(address)).status_code == 200
    assert ana.get(at(f"cvs/{made.pk}/file/"), {"form": "tablet"}).status_code == 404
