"""Leads on the web: the list and its filters, one lead, sharing and closing, offers, and whom a lead fits."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from placewell.people.models import Account
from placewell.records import models
from tests.web.test_people.conftest import day_parts, plainly, words

DAY = timedelta(days=1)


def share(unit, **changed) -> dict:
    """A lead as its form sends it."""
    return {
        "submission": str(uuid4()), "title": "Porter", "employer_name": "Rose Bakery Ltd", "occupation_group": "92",
        **day_parts("found_on", unit.today), "found_by": unit.ana.pk, **changed,
    }  # fmt: skip


def test_an_empty_list_says_what_to_do(browser_of, at):
    told = plainly(browser_of("ana").get(at("leads/")))
    assert "When an employer tells you of a job" in told
    assert 'aria-current="page"' in told


def test_open_first_closing_soon_first(browser_of, at, unit, lead):
    lead("Filled", status="filled", closes_on=unit.today + DAY)
    lead("No day")
    lead("Passed", closes_on=unit.today - DAY, found_on=unit.today - 9 * DAY)
    lead("Late", closes_on=unit.today + 9 * DAY)
    lead("Soon", closes_on=unit.today + 3 * DAY)
    told = plainly(browser_of("ana").get(at("leads/"), {"status": "all"}))
    order = [told.index(f"{title}, Rose") for title in ("Soon", "Late", "No day", "Passed", "Filled")]
    assert order == sorted(order)
    assert told.count("Closes soon") == 1
    assert told.count("Closing date has passed") == 1


def test_filters_stand_in_the_address(browser_of, at, unit, lead, lay):
    one = lead("Porter", occupation_group="92")
    lay(models.LeadDetails, lead=one, place="Market Square")
    lead("Clerk", occupation_group="41", found_by=unit.ben)
    lead("Baker", status="gone")
    ana = browser_of("ana")
    for asked, found in (
        ({}, {"Porter", "Clerk"}), ({"status": "closed"}, {"Baker"}), ({"status": "all"}, {"Porter", "Clerk", "Baker"}),
        ({"kind": "41"}, {"Clerk"}), ({"by": unit.ben.pk}, {"Clerk"}), ({"q": "market"}, {"Porter"}),
        ({"q": "rose cler"}, {"Clerk"}), ({"q": "zzz"}, set()), ({"kind": "99", "by": "x", "status": "odd", "page": "9x"},
         {"Porter", "Clerk"}),
    ):  # fmt: skip
        told = plainly(ana.get(at("leads/"), asked))
        assert {title for title in ("Porter", "Clerk", "Baker") if f"{title}, Rose" in told} == found, asked
    assert "show all open leads" in plainly(ana.get(at("leads/"), {"q": "zzz"}))


def test_a_long_list_has_pages(browser_of, at, lead):
    for number in range(27):
        lead(f"Porter {number:02}")
    ana = browser_of("ana")
    assert "1 to 25 of 27 leads" in words(ana.get(at("leads/"), {"q": "porter"}))
    second = words(ana.get(at("leads/"), {"q": "porter", "page": 2}))
    assert "26 to 27 of 27 leads" in second
    assert "?q=porter" in second


def test_a_lead_is_shared_from_the_employer_s_page_and_undone(browser_of, at, unit):
    ana, form = browser_of("ana"), at("leads/new/")
    assert f"leads/new/?employer={unit.employer.pk}" in words(ana.get(at(f"employers/{unit.employer.pk}/")))
    assert 'value="Rose Bakery Ltd"' in words(ana.get(form, {"employer": unit.employer.pk}))
    done = ana.post(
        form, share(unit, pay="£12.60", pay_per="hour", hours_min="16", times=["early", "weekend"], place="Mill")
    )
    made = models.Lead.objects.get()
    assert done["Location"].startswith(at(f"leads/{made.pk}/"))
    details = models.LeadDetails.objects.get()
    assert (made.found_by, made.employer, details.times, details.pay) == (
        unit.ana,
        unit.employer,
        "early;weekend",
        Decimal("12.6"),
    )
    page = plainly(ana.get(done["Location"]))
    for said in (
        "Lead shared with the unit",
        "£12.60 an hour",
        "16 hours a week",
        "Early mornings, before 8 and weekends",
        "Mill",
    ):
        assert said in page
    assert "Porter" in words(ana.get(at(f"employers/{unit.employer.pk}/")))
    undo = at(f"records/undo/{made.event_id}/")
    ana.post(undo, {"submission": str(uuid4()), "because": "Twice"})
    assert models.Lead.objects.standing().count() == models.LeadDetails.objects.standing().count() == 0


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"title": ""}, "Enter what the job is called"),
        ({"employer_name": ""}, "Enter the name of the employer"),
        ({"pay": "12"}, "Choose whether the pay is for an hour"),
        ({"pay_per": "hour"}, "Enter what it pays"),
        ({"hours_min": "30", "hours_max": "20"}, "The most hours must be the same as or more"),
        ({"hours_min": "many"}, "must be a number"),
        ({"times": ["noon"]}, "Choose from the answers on the page"),
        (
            {"closes_on[day]": "1", "closes_on[month]": "1", "closes_on[year]": "2020"},
            "This lies before the day it was found",
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_the_words_stay(browser_of, at, unit, changed, said):
    told = browser_of("ana").post(at("leads/new/"), share(unit, remarks="They hire every autumn", **changed))
    assert said in words(told)
    assert "They hire every autumn" in words(told)
    assert models.Lead.objects.count() == 0


def test_a_new_employer_is_added_and_one_like_another_is_asked_about(browser_of, at, unit):
    ana, form = browser_of("ana"), at("leads/new/")
    assert "Which employer do you mean?" in words(ana.post(form, share(unit, employer_name="Rose Bakery")))
    ana.post(form, share(unit, employer_name="Quarry"))
    assert models.Lead.objects.get().employer.name == "Quarry"


def test_it_is_described_corrected_and_closed(browser_of, at, unit, lead):
    ana, one = browser_of("ana"), lead()
    page, about = at(f"leads/{one.pk}/"), at(f"leads/{one.pk}/about/")
    assert "What the work is like is not recorded yet" in words(ana.get(page))
    done = ana.post(about, {"submission": str(uuid4()), "place": "Riverside"})
    assert done["Location"].startswith(page)
    details = models.LeadDetails.objects.get()
    correct = at(f"records/lead-details/{details.pk}/correct/")
    assert 'value="Riverside"' in words(ana.get(correct))
    told = {"submission": str(uuid4()), "place": "Mill", "times": ["night"], "read_version": 1, "because": "Moved"}
    assert ana.post(correct, told)["Location"].startswith(page)
    assert "Moved" in words(ana.get(at(f"records/lead-details/{details.pk}/")))
    whole = {
        "submission": str(uuid4()), "title": "Kitchen porter", "employer": unit.employer.pk, "status": "shared",
        **day_parts("found_on", unit.today), "read_version": 1,
    }  # fmt: skip
    assert ana.post(at(f"records/lead/{one.pk}/correct/"), whole)["Location"].startswith(page)
    ana.post(at(f"leads/{one.pk}/close/"), {"submission": str(uuid4()), "status": "filled", "because": "From within"})
    told = plainly(ana.get(page))
    assert "Kitchen porter <strong" in told
    assert ">Filled</strong>" in told
    assert "Tell somebody of it" not in told


def test_a_day_that_has_passed_asks_what_became_of_it(browser_of, at, unit, lead):
    one = lead(closes_on=unit.today - DAY, found_on=unit.today - 9 * DAY)
    told = plainly(browser_of("ana").get(at(f"leads/{one.pk}/")))
    assert "correct its closing date" in told
    assert "Tell somebody of it" not in told
    assert "Whose preferences this fits" not in told


def test_the_week_to_copy_and_one_s_own_mail(browser_of, at, unit, lead, settings):
    ana, page = browser_of("ana"), at("leads/this-week/")
    assert "No lead was found in the last 7 days" in words(ana.get(page))
    lead(closes_on=unit.today + 2 * DAY)
    told = plainly(ana.get(page))
    assert "- Porter, Rose Bakery Ltd; closes on" in told
    assert "No mail server is set up" in told
    settings.MAIL_IS_CONFIGURED = True
    assert "New leads come to ana@example.org" in plainly(ana.get(page))
    for wanted in ("no", "yes", "no"):
        assert ana.post(page, {"submission": str(uuid4()), "wanted": wanted}).status_code == 302
        assert Account.objects.get(pk=ana.account.pk).wants_lead_mail is (wanted == "yes")
    assert "You chose to have no leads by mail" in plainly(ana.get(page))
