"""A choice that holds: tell nobody, then one employer, then nobody again, and an emergency that a supervisor reads."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from placewell.access.models import RoleHeld
from placewell.measures.taking import take
from placewell.people.models import Account
from placewell.records import models
from tests.journeys import browser as sight
from tests.journeys.hands import Mouse, day

PASSWORD = "three words apart 7"
LONG_AGO = date(2020, 1, 1)
AGREED = "Zofia is calm with customers and starts early."


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def unit(transactional_db, laying_down, today):
    """Ana holds Zofia, who wants to bake; Sue supervises; last week's log is closed and read."""
    monday = today - timedelta(days=today.weekday() + 7)
    with laying_down(on=today):
        service = models.Service.objects.create(key="S1", name="Hillside IPS", country="GB")
        of = {"service": service}
        sue, ana = (
            models.Staff.objects.create(**of, key=name, full_name=name, started_on=LONG_AGO)
            for name in ("Sue Supervisor", "Ana Silva")
        )
        models.StaffTerm.objects.create(
            **of, staff=ana, role="employment_specialist", fte=1, supervisor=sue, started_on=LONG_AGO
        )
        models.StaffTerm.objects.create(**of, staff=sue, role="supervisor", fte=1, started_on=LONG_AGO)
        person = models.Client.objects.create(
            **of, key="c", given_name="Zofia", family_name="Nowak", email="zofia@example.org"
        )
        episode = models.Episode.objects.create(
            **of, key="e", client=person, entered_on=monday - timedelta(days=1), work_status_at_entry="out_of_work"
        )
        models.Allocation.objects.create(
            **of, episode=episode, staff=ana, kind="key_worker", started_on=episode.entered_on
        )
        models.JobPreference.objects.create(**of, episode=episode, stated_on=episode.entered_on, occupation_group="54")
        models.StaffWeek.objects.create(
            **of, staff=ana, week_starting=monday, employment_minutes=2000, other_minutes=0, leave_days=0,
            log_complete=True, log_reviewed_on=monday + timedelta(days=7),
        )  # fmt: skip
        for key, name in (("x", "Rose Bakery"), ("y", "Lily Flowers")):
            models.Employer.objects.create(**of, key=key, name=name)
        for name, staff, role in (("ana", ana, "employment_specialist"), ("sue", sue, "supervisor")):
            account = Account.objects.create(
                email=f"{name}@example.org", full_name=staff.full_name, password=make_password(PASSWORD)
            )
            RoleHeld.objects.create(**of, account=account, role=role, staff=staff, started_on=LONG_AGO)
    return service, person, monday


def item(service, key: str, today: date) -> tuple:
    figure = take(key, service, as_at=today)
    return figure.numerator, figure.denominator


def talk(hand, when: date, choice: str, **words) -> None:
    hand.follow("Record a talk")
    day(hand, "held_on", when)
    hand.tick("choice", choice)
    for question, answer in (
        ("specialist_may_contact_employers", "no"), ("pros_and_cons", "yes"), ("wording_agreed", "yes"),
    ):  # fmt: skip
        hand.tick(question, answer)
    for name, said in words.items():
        hand.fill(name, said)
    hand.press("Save")
    assert "Talk recorded" in hand.page.locator("main").inner_text()


def meet(hand, address: str, employer: str, when: date) -> str:
    """Record a face-to-face contact about Zofia; answers with what the page says."""
    hand.page.goto(address)
    hand.fill("employer_name", employer)
    day(hand, "made_on", when)
    hand.tick("purpose", "present_person")
    hand.tick("hiring_authority", "yes")
    hand.select("occupation_group", "Textiles, printing and other skilled trades")
    hand.press("Record the contact")
    return hand.page.locator("main").inner_text()


@pytest.mark.timeout(400)
@pytest.mark.parametrize("width", [360, 1280])
def test_a_choice_is_a_lock(unit, today, live_server, page_at, looked_at, width):
    service, person, monday = unit
    home = f"{live_server.url}/s/{service.pk}"
    plan, letters = f"{home}/clients/{person.pk}/disclosure/", f"{home}/clients/{person.pk}/letters/"
    episode = models.Episode.objects.get()
    contact = f"{home}/episodes/{episode.pk}/employer-contacts/new/"
    page = page_at(width, live_server.url, may_be_refused=True)
    hand = Mouse(page)
    sight.sign_in(page, live_server.url, "ana@example.org", PASSWORD)

    page.goto(plan)
    talk(hand, monday, "tell_nobody")
    said = meet(hand, contact, "Rose Bakery", monday + timedelta(days=1))
    looked_at(page, "disclosure-refused")
    assert "the person chose to tell nobody" in said
    assert page.locator("[name=employer_name]").input_value() == "Rose Bakery"
    assert item(service, "rapid_job_search", today) == (0, 0)

    page.goto(plan)
    talk(hand, monday + timedelta(days=2), "tell_some", may_contact="Rose Bakery", may_say=AGREED)
    page.goto(plan)
    looked_at(page, "disclosure-one-employer")
    assert "other employers only" in meet(hand, contact, "Lily Flowers", monday + timedelta(days=3))
    assert "Employer contact recorded" in meet(hand, contact, "Rose Bakery", monday + timedelta(days=3))
    assert item(service, "rapid_job_search", today) == (4, 1)
    assert item(service, "individualised_search", today) == (1, 1)
    assert item(service, "employer_contact_frequency", today) == (1, 1)

    introduce(hand, letters, looked_at)
    withdraw_and_break(hand, plan, contact, looked_at, today)
    assert models.EmployerContact.objects.filter(mode="face_to_face").count() == 2
    read_why(page_at(width, live_server.url), home, live_server.url, looked_at)


def introduce(hand, letters: str, looked_at) -> None:
    """An introduction for the employer who may hear; none for the other."""
    page = hand.page
    page.goto(letters)
    hand.follow("Introduce them to an employer")
    hand.fill("employer_name", "Lily Flowers")
    hand.press("Record the letter")
    looked_at(page, "letter-refused")
    assert "other employers only" in page.locator("main").inner_text()
    hand.fill("employer_name", "Rose Bakery")
    hand.press("Record the letter")
    looked_at(page, "letter-checked")
    assert AGREED in page.locator("main .nhsuk-inset-text .placewell-words").inner_text()
    hand.press("Record the letter")
    looked_at(page, "letter-made")
    made = page.locator("#words").input_value()
    assert made.split("\n\n")[2:3] == [AGREED]
    assert models.Message.objects.get().employer.name == "Rose Bakery"
    with page.expect_download() as saved:
        page.get_by_role("link", name="PDF", exact=True).click()
    assert saved.value.suggested_filename.endswith(".pdf")


def withdraw_and_break(hand, plan: str, contact: str, looked_at, today: date) -> None:
    """The person withdraws; the next contact is refused, and made all the same with its reason."""
    page = hand.page
    page.goto(plan)
    hand.fill("reason", "They asked too many questions")
    hand.press("The person withdraws")
    assert "the person withdrew" in page.locator("main").inner_text()
    page.goto(plan)
    looked_at(page, "disclosure-withdrawn")
    assert "Locked" in page.locator("main").inner_text()
    assert "the person chose to tell nobody" in meet(hand, contact, "Rose Bakery", today)
    hand.fill("against_plan", "She had collapsed there")
    hand.press("Record the contact")
    assert "Employer contact recorded" in page.locator("main").inner_text()
    page.goto(plan)
    looked_at(page, "disclosure-against-the-plan")
    assert "She had collapsed there" in page.locator("main").inner_text()


def read_why(page, home: str, address: str, looked_at) -> None:
    """The supervisor sees it on Today, reads it, and it is gone from there."""
    sight.sign_in(page, address, "sue@example.org", PASSWORD)
    page.goto(f"{home}/today/")
    looked_at(page, "today-against-the-plan")
    hand = Mouse(page)
    hand.follow("Read why")
    looked_at(page, "override-read")
    assert "She had collapsed there" in page.locator("main").inner_text()
    hand.press("I have read this")
    looked_at(page, "overrides")
    assert "Read by Sue Supervisor" in page.locator("main").inner_text()
    page.goto(f"{home}/today/")
    assert "was told against the plan" not in page.locator("main").inner_text()


@pytest.mark.timeout(200)
def test_wishes_and_an_appointment_letter(unit, live_server, page_at, looked_at):
    service, person, _ = unit
    page = page_at(360, live_server.url)
    hand = Mouse(page)
    sight.sign_in(page, live_server.url, "ana@example.org", PASSWORD)
    page.goto(f"{live_server.url}/s/{service.pk}/clients/{person.pk}/letters/")
    hand.follow("Record how to reach them")
    looked_at(page, "contact-wishes")
    for question, answer in (("preferred", "letter"), ("large_print", "yes"), ("easy_words", "no")):
        hand.tick(question, answer)
    hand.press("Save")
    hand.follow("To ask for an appointment")
    looked_at(page, "letter-new")
    hand.press("Record it as sent")
    assert "the letter is made so" in page.locator("main").inner_text()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the words").click()
    page.get_by_text("The words are copied.").wait_for()
