"""A new service from nothing: the first administrator sets it up, and the first specialist signs in."""

import re
from datetime import timedelta

import pytest
from click.testing import CliRunner
from django.utils import timezone

from placewell.commands import main
from placewell.records.models import Meeting, Service, StaffWeek
from tests.journeys.hands import Mouse, day

LINK = re.compile(r"https?://\S+(/invitation/[\w-]+/)")
BEGAN = 40  # days ago


def invited() -> str:
    """The address that `placewell invite` prints for the first administrator of a new service."""
    command = ["invite", "ann@example.org", "--role", "administrator", "--new-service", "S1", "--name", "Vale IPS"]
    said = CliRunner().invoke(main, command, catch_exceptions=False)
    assert said.exit_code == 0, said.output
    return LINK.search(said.output)[1]


def take_up(page, link: str, name: str) -> None:
    """Choose name and password behind an invitation's link."""
    hand = Mouse(page)
    page.goto(link)
    hand.fill("full_name", name)
    hand.fill("password", "three words apart 7")
    hand.press("Make my account")
    page.get_by_role("heading", name=f"Hello {name.split()[0]}").wait_for()


def set_profile(hand: Mouse, looked_at) -> None:
    hand.follow("Service profile")
    looked_at(hand.page, "admin-profile")
    hand.follow("Change the profile")
    hand.select("country", "Australia")
    hand.press("Save")
    hand.select("time_zone", "Australia/Perth")
    hand.follow("Cancel")
    hand.page.locator("main a", has_text="time zone").click()
    hand.select("time_zone", "Australia/Perth")
    looked_at(hand.page, "admin-time-zone")
    hand.press("Save")
    hand.follow("Change the profile")
    hand.select("country", "New Zealand")
    hand.fill("provider_name", "Workwise")
    looked_at(hand.page, "admin-profile-change")
    hand.press("Save")
    assert "Work and Income" in hand.page.locator("main").inner_text()
    hand.page.locator("main a", has_text="colour of the header").click()
    hand.tick("preset", "#003087")
    looked_at(hand.page, "admin-colour")
    hand.press("Save")
    band = hand.page.locator(".nhsuk-header").evaluate("header => getComputedStyle(header).backgroundColor")
    assert band == "rgb(0, 48, 135)"
    looked_at(hand.page, "admin-profile-coloured")


def add_team(hand: Mouse, looked_at) -> None:
    hand.follow("Clinical teams")
    looked_at(hand.page, "admin-teams-empty")
    hand.follow("Add a clinical team")
    hand.press("Add the team")
    assert "Enter the name of the team" in hand.page.locator(".nhsuk-error-summary").inner_text()
    looked_at(hand.page, "admin-team-error")
    hand.fill("name", "North team")
    hand.tick("kind", "community_mental_health")
    hand.press("Add the team")
    hand.follow("Count the whole caseload")
    hand.fill("caseload", "40")
    hand.fill("asked_about_work", "12")
    looked_at(hand.page, "admin-team-count")
    hand.press("Save the count")
    assert "12 of 40" in hand.page.locator("main").inner_text()
    looked_at(hand.page, "admin-team")


def add_staff(hand: Mouse, looked_at, name: str, role: str, began) -> None:
    hand.follow("Add a member of staff")
    hand.fill("full_name", name)
    hand.fill("email", f"{name.split()[0].lower()}@example.org")
    day(hand, "started_on", began)
    hand.tick("role", role)
    looked_at(hand.page, "admin-staff-add")
    hand.press("Add them")
    assert f"{name} is added." in hand.page.locator("main").inner_text()
    looked_at(hand.page, "admin-staff-member")


def invite_specialist(hand: Mouse, looked_at) -> str:
    """From the page of a member of staff to the link that is shown once."""
    hand.follow("Invite them to sign in")
    looked_at(hand.page, "admin-invite-role")
    hand.tick("role", "employment_specialist")
    hand.press("Continue")
    assert hand.page.locator("[name=email]").input_value() == "bo@example.org"
    looked_at(hand.page, "admin-invite")
    hand.press("Make the link")
    looked_at(hand.page, "admin-invited")
    link = hand.page.locator("#link").input_value()
    hand.page.reload()
    assert "The link was shown once" in hand.page.locator("main").inner_text()
    hand.follow("Go to accounts and roles")
    assert "bo@example.org" in hand.page.locator("main").inner_text()
    looked_at(hand.page, "admin-accounts")
    return link


def leaves(hand: Mouse, looked_at, today) -> None:
    """A member of staff leaves; what it ends is shown first."""
    hand.follow("Record that they leave")
    day(hand, "ended_on", today)
    looked_at(hand.page, "admin-leave")
    hand.press("Continue")
    assert "nobody has to be handed over" in hand.page.locator("main").inner_text()
    looked_at(hand.page, "admin-leave-on")
    hand.press("Record the leaving")
    assert "Not in post from" in hand.page.locator("main").inner_text()


def from_nothing(page, specialist, address: str, looked_at) -> None:
    """The whole way, in one browser for the administrator and one for the specialist."""
    take_up(page, address + invited(), "Ann Ash")
    hand = Mouse(page)
    looked_at(page, "admin-home")
    set_profile(hand, looked_at)
    page.goto(address)
    add_team(hand, looked_at)
    page.goto(address)
    hand.follow("Staff")
    today = Service.objects.get().today(timezone.now())
    add_staff(hand, looked_at, "Cy Carr", "supervisor", today - timedelta(days=BEGAN))
    leaves(hand, looked_at, today)
    page.goto(f"{address}/s/{Service.objects.get().pk}/staff/")
    looked_at(page, "admin-staff")
    add_staff(hand, looked_at, "Bo Birch", "employment_specialist", today - timedelta(days=BEGAN))
    hand.follow("Attach to a clinical team")
    hand.select("team", "North team")
    hand.press("Attach")
    link = invite_specialist(hand, looked_at)
    take_up(specialist, link, "Bo Birch")
    looked_at(specialist, "specialist-home")
    assert "Employment consultant" in specialist.locator("main").inner_text()
    fill_in_a_week(Mouse(specialist), looked_at)
    specialist.goto(address)
    note_a_meeting(Mouse(specialist), looked_at)
    page.goto(f"{address}/s/{Service.objects.get().pk}/accounts/")
    look_after_accounts(hand, looked_at)


def note_a_meeting(hand: Mouse, looked_at) -> None:
    hand.follow("Meetings")
    hand.follow("Note a meeting")
    hand.tick("kind", "clinical_team")
    hand.press("Continue")
    hand.tick("held", "yes")
    hand.press("Save the meeting")
    assert "Choose the clinical team" in hand.page.locator(".nhsuk-error-summary").inner_text()
    looked_at(hand.page, "specialist-meeting-error")
    hand.select("team", "North team")
    hand.fill("not_yet_referred_raised", "2")
    hand.press("Save the meeting")
    assert "The meeting is noted." in hand.page.locator("main").inner_text()
    looked_at(hand.page, "specialist-meeting")


def look_after_accounts(hand: Mouse, looked_at) -> None:
    """A role given, an account closed and opened again, an invitation made and taken back."""
    hand.follow("Bo Birch")
    hand.follow("Give a role")
    hand.tick("role", "clinician")
    hand.press("Continue")
    looked_at(hand.page, "admin-role-give")
    hand.page.locator("main input[type=checkbox]").check()
    hand.press("Give the role")
    hand.follow("Close the account")
    hand.fill("because", "on parental leave")
    hand.press("Close the account")
    hand.follow("Open it again")
    looked_at(hand.page, "admin-account-reopen")
    hand.press("Open it again")
    hand.page.locator("nav[aria-label=Back] a").click()
    hand.follow("Invite somebody")
    hand.tick("role", "executive")
    hand.press("Continue")
    hand.fill("email", "eve@example.org")
    hand.press("Make the link")
    hand.follow("Go to accounts and roles")
    hand.follow("Withdraw")
    hand.fill("because", "another address")
    looked_at(hand.page, "admin-invitation-withdraw")
    hand.press("Withdraw it")
    assert "No invitation is on its way" in hand.page.locator("main").inner_text()


def fill_in_a_week(hand: Mouse, looked_at) -> None:
    hand.follow("Working weeks")
    looked_at(hand.page, "specialist-weeks")
    hand.page.locator("main tbody tr").nth(1).locator("a").first.click()
    hand.fill("employment_hours", "34.5")
    hand.fill("community_hours", "20")
    hand.tick("log_complete", "yes")
    looked_at(hand.page, "specialist-week")
    hand.press("Save")
    assert "34 h 30 min" in hand.page.locator("main").inner_text()


@pytest.mark.timeout(300)
@pytest.mark.parametrize("width", [360, 1280])
def test_a_new_service_from_nothing(transactional_db, live_server, page_at, looked_at, width):
    pages = (page_at(width, live_server.url), page_at(width, live_server.url))
    from_nothing(*pages, live_server.url, looked_at)
    assert StaffWeek.objects.get().log_complete
    assert Meeting.objects.count() == 1


@pytest.mark.timeout(300)
def test_a_new_service_from_nothing_without_scripts(transactional_db, live_server, page_at):
    pages = (page_at(360, live_server.url, javascript=False), page_at(360, live_server.url, javascript=False))
    from_nothing(*pages, live_server.url, lambda page, name: None)
    assert StaffWeek.objects.get().log_complete
    assert Meeting.objects.count() == 1
