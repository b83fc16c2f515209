"""A profile over three sessions on a phone, renewed by a job start, handed out, and a CV made from it."""

from datetime import date, timedelta
from io import BytesIO

import docx
import pytest
from django.contrib.auth.hashers import make_password
from django.utils import timezone
from pypdf import PdfReader

from placewell.access.models import RoleHeld
from placewell.measures.taking import take
from placewell.people.models import Account
from placewell.records import models
from tests.journeys import browser as sight
from tests.journeys.hands import Mouse, day

PASSWORD = "three words apart 7"
LONG_AGO = date(2020, 1, 1)
HEALTH = "Tablets make me slow before ten"


@pytest.fixture
def unit(transactional_db, laying_down):
    """A specialist and somebody they have supported for three weeks."""
    today = timezone.localdate()
    began = today - timedelta(days=40)
    with laying_down(on=today):
        service = models.Service.objects.create(key="S1", name="Hillside IPS", country="GB")
        ana = models.Staff.objects.create(service=service, key="ana", full_name="Ana Silva", started_on=LONG_AGO)
        account = Account.objects.create(
            email="ana@example.org", full_name="Ana Silva", password=make_password(PASSWORD)
        )
        RoleHeld.objects.create(
            account=account, service=service, role="employment_specialist", staff=ana, started_on=LONG_AGO
        )
        mo = models.Client.objects.create(
            service=service, key="mo", given_name="Mo", family_name="Ahmed", phone="07700 900123"
        )
        episode = models.Episode.objects.create(
            service=service, key="e", client=mo, entered_on=began, work_status_at_entry="out_of_work"
        )
        models.Allocation.objects.create(
            service=service, episode=episode, staff=ana, kind="key_worker", started_on=began
        )
    return service, mo, episode, today


def saved(page, url: str) -> bytes:
    """A file as the browser that is signed in gets it."""
    answer = page.request.get(url)
    assert answer.ok
    assert answer.headers["content-disposition"].startswith("attachment")
    return answer.body()


def words_of(docx_bytes: bytes) -> str:
    made = docx.Document(BytesIO(docx_bytes))
    return "\n".join(paragraph.text for paragraph in made.paragraphs)


def session(hand, when, **told) -> None:
    """Add a session: what was said by part."""
    hand.follow("Add a session")
    day(hand, "held_on", when)
    for name, words in told.items():
        shut = hand.page.locator(f"details:not([open]):has([name={name}])")
        if shut.count():
            shut.locator("summary").click()
        hand.fill(name, words)


@pytest.mark.timeout(400)
def test_a_profile_over_three_sessions_and_a_new_version_after_a_job_start(
    unit, live_server, page_at, looked_at, laying_down
):
    service, mo, episode, today = unit
    page = page_at(360, live_server.url, may_be_refused=True)
    sight.sign_in(page, live_server.url, "ana@example.org", PASSWORD)
    address = f"{live_server.url}/s/{service.pk}/clients/{mo.pk}/profile/"
    page.goto(address)
    hand = Mouse(page)
    looked_at(page, "profile-empty")
    three_sessions(page, hand, today, looked_at)
    with laying_down(on=today):
        models.Job.objects.create(
            service=service, key="j", episode=episode, title="Baker’s help", occupation_code="5432",
            started_on=today - timedelta(days=5), hours_per_week=16, contract="permanent", meets_minimum_wage=True,
            open_to_anyone=True, paid_by_employer=True,
        )  # fmt: skip
    page.goto(address)
    assert kept_up(service, today) == (0, 1)
    renewed(page, hand, looked_at)
    assert kept_up(service, today) == (1, 1)
    assert take("assessment", service, as_at=today).extra["first_profile"] == {"numerator": 1, "denominator": 1}
    papers(page)
    past_job_and_cv(page, hand, looked_at)


def kept_up(service, today) -> tuple:
    """Of the job starts and ends, those with a version of the profile in time: what item 14 shows."""
    part = take("assessment", service, as_at=today).extra["kept_up"]
    return part["numerator"], part["denominator"]


def three_sessions(page, hand, today, looked_at) -> None:
    """Two with the person, and one with somebody whom they agreed to ask."""
    session(hand, today - timedelta(days=30), say_goal="To bake bread", say_health=HEALTH)
    looked_at(page, "profile-session")
    hand.press("Save")
    session(hand, today - timedelta(days=25), say_strengths="Patient and tidy", say_money="Worried about the rent")
    hand.press("Save")
    session(hand, today - timedelta(days=20), say_goal="He was happiest when he baked with me")
    page.locator("details:not([open]):has([name=source]) summary").click()
    hand.tick("source", "family")
    hand.fill("told_by", "Amal, his sister")
    hand.press("Save")
    assert "Enter the day the person agreed that we ask them" in page.locator("main").inner_text()
    assert page.locator("[name=say_goal]").input_value() == "He was happiest when he baked with me"
    looked_at(page, "profile-consent")
    day(hand, "agreed_on", today - timedelta(days=21))
    hand.press("Save")
    said = page.locator("main").inner_text()
    assert "3 sessions, 2 sources." in said
    assert "Amal, his sister" in said


def renewed(page, hand, looked_at) -> None:
    """A new version after the job start, and what changed by it."""
    assert "A new version is due by" in page.locator("main").inner_text()
    hand.follow("Write a new version")
    assert page.locator("[name=prompted_by]:checked").get_attribute("value") == "job_start"
    looked_at(page, "profile-new-version")
    entry = models.ProfilePart.objects.standing().get(part="goal", source="person")
    hand.fill(f"entry_{entry.pk}", "To run the oven myself")
    hand.press("Save")
    page.locator("summary", has_text="What changed since version 1").click()
    said = page.locator("main").inner_text()
    assert "To run the oven myself" in said
    assert "To bake bread" in said
    assert "A new version is due by" not in said
    looked_at(page, "profile-version-2")


def papers(page) -> None:
    """The profile as Word and PDF, in large print, with nothing that is not theirs to hand out."""
    profile = models.VocationalProfile.objects.standing().get(number=2)
    file = f"/s/{profile.service_id}/profiles/{profile.pk}/file/"
    base = page.url.partition("/s/")[0]
    word = words_of(saved(page, f"{base}{file}?form=word&large=yes"))
    assert "To run the oven myself" in word
    assert HEALTH in word
    assert "baked with me" not in word
    assert "baked with me" in words_of(saved(page, f"{base}{file}?form=word&others=yes"))
    pdf = PdfReader(BytesIO(saved(page, f"{base}{file}?form=pdf&large=yes")))
    assert "To run the oven myself" in " ".join(" ".join(one.extract_text().split()) for one in pdf.pages)


def past_job_and_cv(page, hand, looked_at) -> None:
    """A past job is told, a CV made, downloaded and read."""
    hand.follow("Add a past job")
    hand.fill("title", "Kitchen hand")
    hand.fill("duties", "Washed up and prepared vegetables")
    hand.fill("why_ended", "I became ill")
    looked_at(page, "past-job")
    hand.press("Save")
    hand.follow("Make a CV")
    assert HEALTH not in page.content()
    assert page.locator("[name=with_strengths]").is_checked()
    hand.fill("aimed_at", "Bakeries")
    hand.fill("about", "In recovery and keen")
    looked_at(page, "cv-new")
    hand.press("Make the CV")
    assert "An employer would read this: “recovery” may tell of health" in page.locator("main").inner_text()
    looked_at(page, "cv-refused")
    hand.fill("about", "Keen, and used to early starts")
    hand.press("Make the CV")
    assert "CV made" in page.locator("main").inner_text()
    looked_at(page, "cv")
    cv = models.Cv.objects.get()
    base = page.url.partition("/s/")[0]
    for form in ("word", "pdf"):
        body = saved(page, f"{base}/s/{cv.service_id}/cvs/{cv.pk}/file/?form={form}")
        text = (
            words_of(body) if form == "word" else " ".join(one.extract_text() for one in PdfReader(BytesIO(body)).pages)
        )
        text = " ".join(text.split())
        for told in ("Mo Ahmed", "07700 900123", "Patient and tidy", "Kitchen hand", "Baker’s help"):
            assert told in text, told
        for kept in (HEALTH, "Worried about the rent", "I became ill", "IPS", "Hillside"):
            assert kept not in text, kept
