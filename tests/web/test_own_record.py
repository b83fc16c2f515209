"""A client reads their own record: all of it, in plain words, and nobody else's."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from placewell.access.models import RoleHeld
from placewell.access.roles import Role
from placewell.records import models
from tests import given
from tests.web.browsers import signed_in, words

pytestmark = pytest.mark.django_db
DAY = date(2024, 3, 4)
# session, account, roles and their teams, the person, two of their course, the record, three of decisions, four of readings
QUERIES = 15


def person(service, name="Rowan", worker="Ana Silva", note="Talked about baking."):
    """A supported person with a contact, and an account of their own."""
    held_by = given.staff(service, full_name=worker, email=f"{worker.split()[0].lower()}@example.org")
    client = given.client_held_by(held_by, team=given.team(service))
    with given._laid_down():
        models.Client.objects.filter(pk=client.pk).update(given_name=name, family_name="Marsh", phone=f"07000 {name}")
        episode = models.Episode.objects.get(client=client)
        contact = models.Contact.objects.create(
            service=service, key=f"c-{name}-{service.pk}", episode=episode, staff=held_by, began_on=DAY, began_time="10:30",
            mode="face_to_face", attendance="attended", phase="job_search", place="community", with_whom="client;clinician",
            minutes=45, note=note,
        )  # fmt: skip
    account = given.role(service, Role.CLIENT, client=client).account
    return client, episode, contact, account


@pytest.fixture
def service():
    return given.service()


def page(account, service, **asked):
    return signed_in(account).get(reverse("my_record", args=[service.pk]), asked)


def lay(model, episode, **facts):
    with given._laid_down():
        return model.objects.create(service=episode.service, episode=episode, **facts)


def test_home_leads_to_the_record_and_the_record_says_who_supports_and_where_things_stand(service):
    _, _, _, account = person(service)
    assert reverse("my_record", args=[service.pk]) in signed_in(account).get("/").content.decode()
    said = words(page(account, service))
    assert "We are getting to know you" in said
    assert "Your employment specialist: Ana Silva , ana@example.org" in said
    assert "07000 Rowan" in said
    assert "Ethnic group Not recorded" in said


def test_a_contact_is_told_with_its_words(service):
    _, _, _, account = person(service)
    said = words(page(account, service))
    assert "4 March 2024, 10:30 Meeting With Ana Silva and someone from your clinical team" in said
    assert "Talked about baking." in said


def test_words_are_those_of_the_country():
    abroad = given.service("Harbour IPS", country="NZ")
    _, episode, contact, account = person(abroad)
    lay(models.PartnerContact, episode, staff=contact.staff, made_on=DAY, mode="telephone")
    said = words(page(account, abroad))
    assert "Your employment consultant: Ana Silva" in said
    assert "Phone call with Work and Income about you" in said
    assert "NHS number" not in said


def test_what_was_agreed_is_told(service):
    _, episode, _, account = person(service)
    lay(models.Plan, episode, kind="action_plan", agreed_on=DAY, reviewed_on=date(2024, 6, 4))
    lay(models.BenefitsAdvice, episode, offered_on=DAY, held_on=date(2024, 3, 9), adviser="trained_adviser",
        prompted_by="before_start", written_result=True)  # fmt: skip
    lay(models.DisclosureDiscussion, episode, held_on=DAY, pros_and_cons=True, wording_agreed=False,
        choice="tell_some", specialist_may_contact_employers=True)  # fmt: skip
    lay(models.JobPreference, episode, stated_on=DAY, occupation_group="54", hours_min=16, hours_max=20)
    said = words(page(account, service))
    assert "Action plan Agreed on 4 March 2024. Last looked at together on 4 June 2024." in said
    assert "Offered on 4 March 2024. Given on 9 March 2024 by a trained adviser. You were given the sums" in said
    assert "You chose to tell some people. We may speak about you with employers." in said
    assert "16 to 20 hours a week" in said


def test_before_a_talk_employers_hear_nothing(service):
    _, _, _, account = person(service)
    assert "Until we have, we say nothing about you to employers" in words(page(account, service))


def test_who_opened_the_record_is_told_with_their_role_that_day_and_looking_oneself_is_not(service):
    client, _, _, account = person(service)
    reader = given.account(full_name="Cleo Hart")
    given.role(service, Role.CLINICIAN, account=reader, ended_on=date(2024, 5, 2))
    given.role(service, Role.TRAINER, account=reader)
    at = datetime(2024, 5, 1, 14, 5, tzinfo=service.zone())
    models.ReadingLog(by=reader, client=client, page="The person’s page", at=at).save(force_insert=True)
    said = words(page(account, service))
    assert "Cleo Hart , Clinician 1 May 2024 at 14:05" in said
    assert models.ReadingLog.objects.filter(client=client).count() == 1


def test_several_looks_of_one_person_on_one_day_share_a_line(service):
    client, _, _, account = person(service)
    ana, ben = given.account(full_name="Ana Silva"), given.account(full_name="Ben Carter")
    for by, hour in ((ana, 9), (ana, 10), (ben, 11), (ana, 12)):
        at = datetime(2024, 5, 1, hour, 30, tzinfo=service.zone())
        models.ReadingLog(by=by, client=client, page="x", at=at).save(force_insert=True)
    told = [(reader.name, reader.when) for reader in page(account, service).context["readers"]]
    assert told == [
        ("Ana Silva", "1 May 2024 at 12:30"),
        ("Ben Carter", "1 May 2024 at 11:30"),
        ("Ana Silva", "1 May 2024, 2 times, the last at 10:30"),
    ]


def test_nothing_of_another_person_is_there(service):
    _, _, _, account = person(service)
    other, *_ = person(service, "Wren", "Ben Carter", "Asked about gardening.")
    reader = given.account(full_name="Dee Moss")
    models.ReadingLog(by=reader, client=other, page="x", at=timezone.now()).save(force_insert=True)
    said = words(page(account, service, whole="yes"))
    for theirs in ("Wren", "Ben Carter", "gardening", "Dee Moss"):
        assert theirs not in said


def test_somebody_who_also_supports_others_sees_only_themselves_here(service):
    client, _, _, account = person(service)
    worker = given.staff(service)
    given.client_held_by(worker)
    given.role(service, Role.EMPLOYMENT_SPECIALIST, account=account, staff=worker)
    given.role(service, Role.SUPERVISOR, account=account)
    person(service, "Wren", "Ben Carter")
    assert page(account, service).context["page"].name == client.known_as.replace("Jo", "Rowan")


def test_each_service_shows_its_own(service):
    _, _, _, account = person(service)
    elsewhere = given.service("Hillside IPS")
    there, *_ = person(elsewhere, "Robin", "Ben Carter", "Asked about gardening.")
    given.role(elsewhere, Role.CLIENT, client=there, account=account)
    here, away = words(page(account, service)), words(page(account, elsewhere))
    assert "baking" in here
    assert "gardening" not in here
    assert "gardening" in away
    assert "baking" not in away


def test_after_the_role_ended_nothing_is_there(service):
    _, _, _, account = person(service)
    with given._laid_down():
        RoleHeld.objects.filter(account=account).update(ended_on=timezone.now().date() - timedelta(days=2))
    assert page(account, service).status_code == 404


def test_who_is_no_client_is_refused(service):
    far = timezone.now().date() + timedelta(days=9)
    for role in set(Role) - {Role.CLIENT}:
        more = {"ended_on": far} if role == Role.REVIEWER else {}
        assert page(given.role(service, role, **more).account, service).status_code == 403, role


def test_a_client_opens_no_page_about_a_person_elsewhere(service):
    client, _, contact, account = person(service)
    browser = signed_in(account)
    addresses = [
        reverse(name, args=[service.pk, client.pk]) for name in ("client", "client_timeline", "client_readings")
    ]
    addresses += [reverse("clients", args=[service.pk]), reverse("record", args=[service.pk, "contact", contact.pk])]
    assert [browser.get(address).status_code for address in addresses] == [403] * len(addresses)


def test_what_was_withdrawn_is_not_shown(service):
    client, episode, contact, account = person(service)
    plan = lay(models.Plan, episode, kind="re_engagement_plan", agreed_on=DAY)
    for row in (contact, plan):
        with given._laid_down():
            type(row).objects.filter(pk=row.pk).update(withdrawn_at=given.NOW, withdrawn_because="Entered for another")
    said = words(page(account, service, whole="yes"))
    for gone in ("baking", "Re-engagement", "Entered for another"):
        assert gone not in said
    with given._laid_down():
        models.Client.objects.filter(pk=client.pk).update(withdrawn_at=given.NOW, withdrawn_because="Twice")
    assert page(account, service).status_code == 404


def test_contacts_come_twenty_a_page_or_all_to_print(service):
    _, episode, contact, account = person(service)
    for number in range(24):
        lay(
            models.Contact, episode, key=f"more-{number}", staff=contact.staff, began_time="09:00", minutes=5,
            began_on=DAY + timedelta(days=number + 1), mode="telephone", attendance="no_answer", phase="job_search",
            place="remote", with_whom="client",
        )  # fmt: skip
    first, second, whole = (page(account, service, **asked) for asked in ({}, {"contacts": "2"}, {"whole": "yes"}))
    assert [len(one.context["contacts"]) for one in (first, second, whole)] == [20, 5, 25]
    assert "Phone call: we could not reach you" in words(first)
    assert "1 to 20 of 25 contacts" in words(first)


def test_it_takes_no_more_questions_for_a_long_record(service, django_assert_max_num_queries):
    client, episode, contact, account = person(service)
    reader = given.account()
    for number in range(5):
        lay(models.Plan, episode, kind="action_plan", agreed_on=DAY + timedelta(days=number))
        models.ReadingLog(by=reader, client=client, page="x", at=timezone.now()).save(force_insert=True)
    browser, where = signed_in(account), reverse("my_record", args=[service.pk])
    browser.get(where)
    with django_assert_max_num_queries(QUERIES):
        assert browser.get(where).status_code == 200
