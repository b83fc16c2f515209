"""Plans and benefits advice with a person at the table: written, agreed on the worker's phone, done, reviewed, shared,
printed; and advice prompted by a change of hours until it is offered, given and worked out."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from placewell.access.models import RoleHeld
from placewell.measures.taking import take
from placewell.people.models import Account
from placewell.records import models
from tests.documents.papers import words_of_pdf, words_of_word
from tests.journeys import browser as sight
from tests.journeys.hands import Mouse, day

PASSWORD = "three words apart 7"
LONG_AGO = date(2020, 1, 1)
GOAL = "To bake bread again, early mornings #1 $x$ <b>"


@pytest.fixture
def unit(transactional_db, laying_down):
    """Ana supports Mo, who works as a baker and whose hours changed three days ago."""
    today = timezone.localdate()
    with laying_down(on=today):
        service = models.Service.objects.create(key="S1", name="Hillside IPS", country="GB")
        of = {"service": service}
        team = models.ClinicalTeam.objects.create(**of, key="t", name="East team", kind="recovery")
        ana = models.Staff.objects.create(**of, key="ana", full_name="Ana Silva", started_on=LONG_AGO)
        models.StaffTerm.objects.create(**of, staff=ana, role="employment_specialist", fte=1, started_on=LONG_AGO)
        models.TeamAttachment.objects.create(**of, staff=ana, team=team, started_on=LONG_AGO)
        mo = models.Client.objects.create(**of, key="mo", given_name="Mo", family_name="Ahmed")
        began = today - timedelta(days=60)
        episode = models.Episode.objects.create(
            **of, key="e", client=mo, team=team, entered_on=began, work_status_at_entry="out_of_work"
        )
        models.Allocation.objects.create(**of, episode=episode, staff=ana, kind="key_worker", started_on=began)
        job = models.Job.objects.create(
            **of, key="j", episode=episode, title="Baker", occupation_code="5432", hours_per_week=16,
            started_on=today - timedelta(days=30), contract="permanent", meets_minimum_wage=True, open_to_anyone=True,
            paid_by_employer=True,
        )  # fmt: skip
        models.JobChange.objects.create(**of, job=job, changed_on=today - timedelta(days=3), hours_per_week=20)
        for email, role, more in (
            ("ana@example.org", "employment_specialist", {"staff": ana}),
            ("cleo@example.org", "clinician", {}),
            ("mo@example.org", "client", {"client": mo}),
        ):
            account = Account.objects.create(
                email=email, full_name=email.partition("@")[0].title(), password=make_password(PASSWORD)
            )
            held = RoleHeld.objects.create(account=account, **of, role=role, started_on=LONG_AGO, **more)
            if role == "clinician":
                held.teams.set([team])
    return service, mo, today


def banner(page) -> str:
    return page.locator(".nhsuk-notification-banner").inner_text()


def part_at_change(service, today) -> tuple[int, int]:
    """Changes of hours or pay with advice offered in time, and all of them, as item 12 counts them."""
    figure = take("work_incentives", service, as_at=today)
    rows = [unit for unit in figure.units if unit.part == "at_change"]
    return sum(unit.numerator for unit in rows), len(rows)


def file_of(page, words: str) -> bytes:
    """What a link to a paper gives to keep."""
    with page.expect_download() as started:
        page.get_by_role("link", name=words, exact=True).click()
    return Path(started.value.path()).read_bytes()


def write_action_plan(hand, looked_at, today) -> None:
    hand.follow("Plans")
    looked_at(hand.page, "plans-none")
    hand.follow("Action plan")
    looked_at(hand.page, "plans-write")
    hand.fill("part_goal", GOAL)
    hand.fill("part_benefits", "Ask what 20 hours do")
    hand.fill("part_return_to_work", "Two early shifts first")
    hand.fill("what_1", "Ring the bakery")
    hand.select("by_whom_1", "The employment specialist")
    day(hand, "due_1", today + timedelta(days=7))
    hand.press("Save the plan")
    assert "Plan recorded" in banner(hand.page)
    looked_at(hand.page, "plans-plan")


def agree_do_review_share(hand, looked_at) -> None:
    page = hand.page
    hand.follow("Agree on this screen")
    assert GOAL in page.locator("main").inner_text()
    looked_at(page, "plans-agree")
    hand.fill("name", "Mo Ahmed")
    hand.fill("comment", "That is right")
    hand.press("I agree")
    assert "Mo Ahmed, on screen" in page.locator("main").inner_text()
    hand.lead(hand.page.locator("main").get_by_role("button", name="Ring the bakery"))
    assert "Step done" in banner(page)
    assert "Done on" in page.locator("#steps ~ ul").first.inner_text()
    hand.follow("Add a step")
    looked_at(page, "plans-step")
    hand.fill("what", "Visit the flour shop")
    hand.tick("by_whom", "person")
    hand.press("Save")
    hand.follow("Not after all")
    looked_at(page, "plans-step-drop")
    hand.fill("because", "It has closed")
    hand.press("Save")
    hand.follow("Review it")
    looked_at(page, "plans-review")
    hand.fill("part_clinical_help", "Appointments in the afternoon")
    hand.fill("what_changed", "Mornings are for work now")
    hand.press("Save the review")
    assert "Mornings are for work now" in page.locator("main").inner_text()
    hand.follow("Signed on paper, or agreed by phone")
    looked_at(page, "plans-agreed")
    hand.press("Save")
    hand.follow("Share it with the clinical team")
    looked_at(page, "plans-share")
    hand.press("Save")
    assert "Shared with the clinical team on" in page.locator("main").inner_text()
    looked_at(page, "plans-whole")


def take_papers(page) -> None:
    for words, read in (
        ("PDF, to print", words_of_pdf), ("PDF in large print", words_of_pdf),
        ("Word", words_of_word), ("Word in large print", words_of_word),
    ):  # fmt: skip
        text = read(file_of(page, words))
        assert GOAL in text
        assert "Appointments in the afternoon" in text
        assert "Ring the bakery" in text


def advise(hand, looked_at, service, today) -> None:
    page = hand.page
    hand.follow("Benefits advice")
    assert "To offer" in page.locator("main").inner_text()
    assert part_at_change(service, today) == (0, 1)
    looked_at(page, "benefits-prompted")
    hand.follow("about Baker: change of hours or pay")
    hand.press("Save")
    hand.follow("Benefits advice")
    assert part_at_change(service, today) == (1, 1)
    hand.follow("What came of it?")
    looked_at(page, "benefits-answer")
    hand.tick("declined", "no")
    day(hand, "held_on", today)
    hand.tick("adviser", "trained_adviser")
    hand.press("Save")
    hand.follow("Add the better-off sum")
    looked_at(page, "benefits-sum")
    for name, words in (
        ("result", "More is left"),
        ("weekly_difference", "62"),
        ("adviser_name", "Pat"),
        ("tool", "By hand"),
    ):
        hand.fill(name, words)
    day(hand, "given_on", today)
    hand.press("Save")
    assert "About £62 a week more." in page.locator("main").inner_text()
    assert "To offer" not in page.locator("main").inner_text()
    looked_at(page, "benefits-done")


def write_in_work_plan(hand, looked_at) -> None:
    page = hand.page
    hand.follow("Plans")
    hand.follow("In-work support plan")
    hand.fill("part_supports", "A call after each early shift")
    hand.fill("part_early_signs", "I stop answering: ring my sister")
    hand.press("Save the plan")
    said = page.locator("main").inner_text()
    assert "In-work support plan: Baker" in said
    assert "About £62 a week more." in said
    looked_at(page, "plans-in-work")


@pytest.mark.timeout(400)
@pytest.mark.parametrize("width", [360, 1280])
def test_a_plan_with_the_person_at_the_table(unit, live_server, page_at, looked_at, width):
    service, mo, today = unit
    page = page_at(width, live_server.url)
    sight.sign_in(page, live_server.url, "ana@example.org", PASSWORD)
    page.goto(f"{live_server.url}/s/{service.pk}/clients/{mo.pk}/")
    hand = Mouse(page)
    write_action_plan(hand, looked_at, today)
    agree_do_review_share(hand, looked_at)
    take_papers(page)
    advise(hand, looked_at, service, today)
    write_in_work_plan(hand, looked_at)
    who_else_reads(live_server.url, page_at, looked_at, service, mo)


def who_else_reads(address, page_at, looked_at, service, mo) -> None:
    """The care co-ordinator reads what was shared, the person reads everything."""
    page = page_at(360, address)
    sight.sign_in(page, address, "cleo@example.org", PASSWORD)
    page.goto(f"{address}/s/{service.pk}/clients/{mo.pk}/plans/")
    said = page.locator("main").inner_text()
    assert "Action plan" in said
    assert "In-work support plan" not in said
    looked_at(page, "plans-of-clinician")
    page = page_at(360, address)
    sight.sign_in(page, address, "mo@example.org", PASSWORD)
    page.goto(f"{address}/s/{service.pk}/my-record/")
    Mouse(page).follow("Read your plans")
    assert "I stop answering: ring my sister" in page.locator("main").inner_text()
    looked_at(page, "plans-mine")


@pytest.mark.timeout(200)
def test_a_plan_written_and_agreed_without_scripts(unit, live_server, page_at):
    service, mo, today = unit
    page = page_at(360, live_server.url, javascript=False)
    sight.sign_in(page, live_server.url, "ana@example.org", PASSWORD)
    page.goto(f"{live_server.url}/s/{service.pk}/clients/{mo.pk}/")
    hand = Mouse(page)
    write_action_plan(hand, lambda page, name: None, today)
    hand.follow("Agree on this screen")
    hand.fill("name", "Mo")
    hand.press("I agree")
    hand.lead(hand.page.locator("main").get_by_role("button", name="Ring the bakery"))
    assert "Step done" in banner(page)
