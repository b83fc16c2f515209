"""Leads beside what people want: whom one fits, which fit a person, offers and answers, and what matters at work."""

from datetime import timedelta
from uuid import uuid4

import pytest

from placewell.records import models
from tests import given
from tests.questions import asks
from tests.web.browsers import signed_in
from tests.web.test_people.conftest import day_parts, plainly, words

DAY = timedelta(days=1)


@pytest.fixture
def wanting(unit, lay):
    """Mo and Noor want kitchen work of 16 to 20 hours; Mo has said what matters."""
    for episode in (unit.episode, unit.other_episode):
        lay(
            models.JobPreference,
            episode=episode,
            stated_on=unit.today - DAY,
            occupation_group="92",
            hours_min=16,
            hours_max=20,
        )
    lay(
        models.WorkWishes, episode=unit.episode, stated_on=unit.today, times="daytime", areas="PE1",
        stay_away="Night shifts", matters_most="travel",
    )  # fmt: skip


def test_whom_a_lead_fits_is_explained_for_one_s_own_caseload(browser_of, at, unit, lead, lay, wanting):
    one = lead(occupation_group="92")
    lay(models.LeadDetails, lead=one, hours_min=18, hours_max=18, postcode="PE1 2AB")
    told = plainly(browser_of("ana").get(at(f"leads/{one.pk}/")))
    for said in (
        "Mo Ahmed", "It is in PE1 2AB, where they can get to", "It is 18 hours a week, and they want 16 to 20",
        "They do not want “Night shifts”. The lead does not speak of it: ask", "What matters at work, stated on",
        "Not known", "Work the person wants, stated on",
    ):  # fmt: skip
        assert said in told, said
    assert "Noor Begum" not in told
    by_name = plainly(browser_of("sue").get(at(f"leads/{one.pk}/")))
    assert by_name.index("Mo Ahmed") < by_name.index("Noor Begum")
    assert "%" not in by_name.partition("Whose preferences")[2]


def test_what_is_against_it_is_no_fit(browser_of, at, lead, lay, wanting):
    one = lead(occupation_group="92")
    lay(models.LeadDetails, lead=one, times="night")
    told = plainly(browser_of("ana").get(at(f"leads/{one.pk}/")))
    assert "As far as is known it fits nobody of the caseload" in told


def test_leads_for_a_person_stand_in_the_order_of_what_they_want(browser_of, at, unit, lead, lay, wanting):
    lay(models.LeadDetails, lead=lead("Far", occupation_group="92"), postcode="PE9 1AA", hours_min=16, times="daytime")
    lay(
        models.LeadDetails,
        lead=lead("Near", occupation_group="41"),
        postcode="PE1 1AA",
        hours_min=16,
        hours_max=16,
        times="daytime",
    )
    lead("Clerk", occupation_group="41")
    told = plainly(browser_of("ana").get(at(f"clients/{unit.mo.pk}/leads/")))
    near, far = told.index("Near, Rose"), told.index("Far, Rose")
    assert near < far
    assert "1 other open lead meets nothing" in told
    assert told.index("Where it is.", near) < told.index("How many hours.", near)
    assert "It is in PE9 1AA. They can get to PE1" in told


def test_words_of_the_search_plan_are_dislikes_too(browser_of, at, unit, lead, lay, wanting):
    plan = lay(models.Plan, episode=unit.episode, kind="job_search_plan", agreed_on=unit.today)
    lay(models.PlanPart, plan=plan, part="to_avoid", words="Loud kitchens, and heavy lifting.")
    lay(models.PlanPart, plan=plan, part="what_matters", words="The same days every week.")
    one = lead(occupation_group="92")
    lay(models.LeadDetails, lead=one, tasks="Some heavy lifting each day", postcode="PE1 1AA")
    told = plainly(browser_of("ana").get(at(f"clients/{unit.mo.pk}/leads/")))
    assert "They do not want “heavy lifting”, and the lead speaks of it" in told
    assert "Job search plan of" in told
    assert "“The same days every week.”" in told


def test_nobody_said_anything_yet(browser_of, at, unit, lead):
    lead(occupation_group="92")
    told = plainly(browser_of("ana").get(at(f"clients/{unit.mo.pk}/leads/")))
    assert "Not recorded yet. Ask what work they want" in told
    assert "Nothing to compare yet" in told


def test_an_offer_and_its_answer(browser_of, at, unit, lead):
    ana, one = browser_of("ana"), lead()
    form = at(f"leads/{one.pk}/offer/")
    told = words(ana.get(form, {"episode": unit.episode.pk}))
    assert "Mo Ahmed</option>" in told
    assert f'value="{unit.episode.pk}" selected' in told
    assert "Noor Begum" not in told
    asked = {
        "submission": str(uuid4()),
        "episode": unit.episode.pk,
        **day_parts("offered_on", unit.today),
        "how": "text",
    }
    done = ana.post(f"{form}?episode={unit.episode.pk}&from=person", asked)
    page = at(f"clients/{unit.mo.pk}/leads/")
    assert done["Location"].startswith(page)
    offer = models.LeadOffer.objects.get()
    assert (offer.staff, offer.how, offer.answer) == (unit.ana, "text", "")
    answer = at(f"lead-offers/{offer.pk}/answer/")
    assert "Choose what they said" in words(
        ana.post(answer, {"submission": str(uuid4()), **day_parts("answered_on", unit.today)})
    )
    ana.post(
        answer,
        {
            "submission": str(uuid4()),
            "answer": "interested",
            "words": "Near my sister",
            **day_parts("answered_on", unit.today),
        },
    )
    for address in (page, at(f"leads/{one.pk}/"), at(f"clients/{unit.mo.pk}/")):
        assert "Near my sister" in words(ana.get(address))
    assert models.DisclosureDiscussion.objects.count() == models.EmployerContact.objects.count() == 0
    again = ana.post(form, {**asked, "submission": str(uuid4()), "how": ""})
    assert "They were told of this lead already" in words(again)


def test_a_colleague_sees_how_many_were_told_and_not_whom(browser_of, at, unit, lead, lay):
    one = lead()
    lay(
        models.LeadOffer,
        lead=one,
        episode=unit.episode,
        offered_on=unit.today,
        words="Near my sister",
        answer="interested",
        answered_on=unit.today,
    )
    told = plainly(browser_of("ben").get(at(f"leads/{one.pk}/")))
    assert "Offered to 1 person, of colleagues’ caseloads." in told
    assert "Mo Ahmed" not in told
    assert "Near my sister" not in told
    assert "Offered to</dt><dd>1 person" in words(browser_of("sue").get(at("leads/")))


def test_what_matters_is_asked_and_asked_anew(browser_of, at, unit):
    ana, form = browser_of("ana"), at(f"episodes/{unit.episode.pk}/work-wishes/")
    told = {
        "submission": str(uuid4()), "times": ["daytime", "evening"], "areas": "Oundle, PE1 ,PE1", "pay_least": "12.50",
        "contracts": ["permanent"], "first": "pay", "second": "travel", **day_parts("stated_on", unit.today),
    }  # fmt: skip
    twice = ana.post(form, {**told, "second": "pay"})
    assert "Name each thing once" in words(twice)
    done = ana.post(form, {**told, "submission": str(uuid4())})
    assert done["Location"].startswith(at(f"clients/{unit.mo.pk}/leads/"))
    kept = models.WorkWishes.objects.get()
    assert (kept.times, kept.areas, kept.matters_most) == ("daytime;evening", "Oundle;PE1", "pay;travel")
    page = plainly(ana.get(done["Location"]))
    assert "The pay, then where it is" in page
    assert "£12.50 an hour or more" in page
    assert 'value="Oundle, PE1"' in words(ana.get(form))
    correct = words(ana.get(at(f"records/work-wishes/{kept.pk}/correct/")))
    assert 'value="daytime" checked' in correct
    whole = words(ana.get(at(f"clients/{unit.mo.pk}/")))
    assert "What matters at work" in whole
    assert "Pay: £12.50 an hour or more" in whole


def test_another_team_s_person_has_no_leads_here(browser_of, at, unit, lead, lay):
    offer = lay(models.LeadOffer, lead=lead(), episode=unit.episode, offered_on=unit.today)
    ben = browser_of("ben")
    for address in (
        at(f"clients/{unit.mo.pk}/leads/"), at(f"lead-offers/{offer.pk}/answer/"),
        at(f"episodes/{unit.episode.pk}/work-wishes/"), at(f"records/lead-offer/{offer.pk}/"),
    ):  # fmt: skip
        assert ben.get(address).status_code == 404
    for role in ("cleo", "rex"):
        assert browser_of(role).get(at("leads/")).status_code == 403


def test_questions_asked_of_the_database(browser_of, at, unit, lead, lay, wanting):
    one = lead(occupation_group="92")
    lay(models.LeadDetails, lead=one, hours_min=18)
    lay(models.LeadOffer, lead=lead("Baker"), episode=unit.episode, offered_on=unit.today)
    ana = browser_of("ana")
    for address, number in (
        (at("leads/"), 8), (at(f"leads/{one.pk}/"), 12), (at(f"clients/{unit.mo.pk}/leads/"), 14), (at("leads/this-week/"), 5),
    ):  # fmt: skip
        ana.get(address)
        with asks(number):
            assert ana.get(address).status_code == 200


def test_the_person_reads_what_they_were_told_of_and_what_matters_to_them(unit, lead, lay, wanting, laying_down):
    lay(
        models.LeadOffer, lead=lead(), episode=unit.episode, offered_on=unit.today, words="Near my sister",
        answer="not_interested", answered_on=unit.today,
    )  # fmt: skip
    lay(models.LeadOffer, lead=lead("Baker"), episode=unit.other_episode, offered_on=unit.today)
    with laying_down(on=unit.today):
        own = given.role(unit.service, "client", client=unit.mo).account
    told = plainly(signed_in(own).get(f"/s/{unit.service.pk}/my-record/work/"))
    on = f"{unit.today:%-d %B %Y}"
    assert f"Porter, Rose Bakery Ltd: on {on}. On {on} you said that it was not for you. “Near my sister”" in told
    assert "The employers were told nothing about you by this" in told
    for said in ("Where it is", "PE1", "Night shifts", "Daytime"):
        assert said in told
    assert "Baker" not in told.replace("Bakery", "")
