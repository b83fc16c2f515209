"""Concerns on pages: noted without a signal, waiting for who must read them, kept from who must not."""

from uuid import uuid4

import pytest

from placewell.access.models import RoleHeld
from placewell.people.models import Account
from placewell.records import models
from tests.questions import asks
from tests.web.browsers import signed_in
from tests.web.test_people.conftest import day_parts, words


def concern(unit, **changed) -> dict:
    answers = {
        "submission": str(uuid4()), "kind": "absence", "note": "Nobody has seen Mo since Friday.",
        **day_parts("noticed_on", unit.today), "staff": unit.ana.pk,
    }  # fmt: skip
    return {**answers, **changed}


@pytest.fixture
def form_at(at, unit):
    return at(f"episodes/{unit.episode.pk}/concerns/new/")


@pytest.fixture
def noted(browser_of, form_at, unit):
    """A browser of Ana, who noted a concern, and the concern."""
    ana = browser_of("ana")
    assert ana.post(form_at, concern(unit)).status_code == 302
    return ana, models.Concern.objects.get()


def test_it_waits_on_the_device_and_says_who_must_be_told(browser_of, form_at):
    page = words(browser_of("ana").get(form_at, {"kind": "absence"}))
    assert "data-outbox" in page
    assert "In danger now? Ring the emergency services first." in page
    assert 'value="absence" checked' in page.replace("  ", " ")


def test_it_stands_in_the_supervisor_s_list_until_they_say_that_they_have_read_it(browser_of, at, noted):
    _, one = noted
    sue = browser_of("sue")
    assert "Not read by a supervisor yet. Clinical team not told yet" in words(sue.get(at("concerns/")))
    answer = sue.post(at(f"concerns/{one.pk}/read/"), {"submission": str(uuid4())})
    assert "Recorded that you have read this" in words(sue.get(answer["Location"]))
    after = words(sue.get(at("concerns/")))
    assert "You have read every open concern." in after
    assert "Not read by a supervisor yet" not in after


def test_the_clinician_of_the_team_reads_it_on_the_person_s_page(browser_of, at, unit, noted):
    _, one = noted
    cleo = browser_of("cleo")
    page = words(cleo.get(at(f"clients/{unit.mo.pk}/concerns/")))
    assert "Nobody has seen Mo since Friday." in page
    assert "Note a concern" not in page
    assert "I have read this" in words(cleo.get(at(f"concerns/{one.pk}/")))
    cleo.post(at(f"concerns/{one.pk}/read/"), {"submission": str(uuid4())})
    assert models.ConcernRead.objects.get().reader == "clinical_team"
    assert "Cleo, clinical team, on" in words(cleo.get(at(f"concerns/{one.pk}/")))


def test_another_team_finds_nothing(browser_of, at, unit, noted):
    _, one = noted
    ben = browser_of("ben")
    assert "No concern is open" in words(ben.get(at("concerns/")))
    for rest in (f"concerns/{one.pk}/", f"concerns/{one.pk}/follow-up/", f"clients/{unit.mo.pk}/concerns/"):
        assert ben.get(at(rest)).status_code == 404


def test_who_only_tells_is_not_asked_to_have_read_it(at, noted):
    ana, one = noted
    assert "I have read this" not in words(ana.get(at(f"concerns/{one.pk}/")))
    assert ana.get(at(f"concerns/{one.pk}/read/")).status_code == 404


def test_the_message_names_nobody(at, noted):
    ana, one = noted
    page = words(ana.get(at(f"concerns/{one.pk}/")))
    message = page.split('id="letter"')[1].split("</textarea>")[0]
    assert f"/concerns/{one.pk}/" in message
    assert "Mo" not in message
    assert "Ahmed" not in message


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"note": ""}, "Write down what you noticed"),
        ({"kind": ""}, "Choose what it is about"),
        ({"team_told_how": "email"}, "Enter the day on which the clinical team was told"),
        ({"noticed_on[year]": "2999"}, "This lies after today"),
        ({"noticed_on[year]": "2019"}, "Choose a day of it"),
    ],
)
def test_what_is_wrong_is_said_and_the_words_typed_stay(browser_of, form_at, unit, changed, said):
    page = words(browser_of("ana").post(form_at, {**concern(unit, decided="Ring her mother"), **changed}))
    assert said in page
    assert "Ring her mother" in page
    assert models.Concern.objects.count() == 0


def test_told_without_how_is_asked(browser_of, form_at, unit):
    sent = concern(unit, **day_parts("supervisor_told_on", unit.today))
    assert "Choose how the supervisor was told" in words(browser_of("ana").post(form_at, sent))


def test_it_is_followed_up_and_closed(at, unit, noted):
    ana, one = noted
    sent = {
        "submission": str(uuid4()), **day_parts("team_told_on", unit.today), "team_told_how": "telephone",
        "team_told_whom": "Cleo", **day_parts("closed_on", unit.today), "outcome": "At her mother’s.",
    }  # fmt: skip
    where = at(f"concerns/{one.pk}/follow-up/")
    half = ana.post(where, {**sent, "outcome": ""})
    assert "Say how it ended" in words(half)
    page = words(ana.get(ana.post(where, {**sent, "submission": str(uuid4())})["Location"]))
    assert "by telephone: Cleo" in page
    one.refresh_from_db()
    assert (one.closed_on, one.version) == (unit.today, 2)


def test_it_is_seen_on_the_timeline_and_corrected(at, unit, noted):
    ana, one = noted
    assert "Concern: away without word" in words(ana.get(at(f"clients/{unit.mo.pk}/")))
    page = words(ana.get(at(f"records/concern/{one.pk}/correct/")))
    assert "Nobody has seen Mo since Friday." in page
    assert "data-outbox" not in page


def test_questions_asked_of_the_database(browser_of, at, unit, noted):
    _, one = noted
    sue = browser_of("sue")
    for rest, number in (("concerns/", 5), (f"clients/{unit.mo.pk}/concerns/", 8), (f"concerns/{one.pk}/", 7)):
        sue.get(at(rest))
        with asks(number):
            sue.get(at(rest))


def test_the_person_reads_what_worried_us_but_not_what_is_held_back(at, unit, laying_down):
    with laying_down(on=unit.today):
        about = {"service": unit.service, "episode": unit.episode, "staff": unit.ana, "noticed_on": unit.today}
        models.Concern.objects.create(**about, kind="absence", note="We missed you on Monday.")
        models.Concern.objects.create(
            **about, kind="safeguarding", note="Said in confidence.", held_back_because="It would put her at risk."
        )
        account = Account.objects.create(email="mo@example.org", full_name="Mo Ahmed", password="!")
        RoleHeld.objects.create(
            account=account, service=unit.service, role="client", client=unit.mo, started_on=unit.today
        )
    page = words(signed_in(account).get(at("my-record/"), {"whole": "yes"}))
    assert "When we were worried" in page
    assert "We missed you on Monday." in page
    for held_back in ("Said in confidence.", "put her at risk", "Safeguarding"):
        assert held_back not in page
