"""A client reads their own vocational profile, and takes it along."""

from io import BytesIO

import docx
import pytest
from django.urls import reverse

from placewell.access.roles import Role
from placewell.records import models
from tests import given
from tests.questions import asks
from tests.web.browsers import signed_in, words

pytestmark = pytest.mark.django_db
QUERIES = 7  # session, account, roles, the person, versions, entries, past jobs


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def person(service):
    """Somebody with a profile of three voices, and a past job."""
    client = given.client_held_by(given.staff(service))
    of = {"service": service}
    with given._laid_down():
        episode = models.Episode.objects.get(client=client)
        profile = models.VocationalProfile.objects.create(**of, episode=episode, number=1, written_on=given.TODAY)
        for part, said, source, agreed_on in (
            ("goal", "To bake", "person", None),
            ("convictions", "A fine in 2009", "person", None),
            ("goal", "He baked as a boy", "family", given.TODAY),
            ("strengths", "Never late", "team", None),
        ):
            models.ProfilePart.objects.create(
                **of, profile=profile, part=part, words=said, source=source, agreed_on=agreed_on, said_on=given.TODAY
            )
        models.PastJob.objects.create(**of, client=client, title="Cook", liked="The team", told_on=given.TODAY)
    return client


@pytest.fixture
def browser(service, person):
    return signed_in(given.role(service, Role.CLIENT, client=person).account)


def test_the_profile_is_told_in_plain_words_with_what_they_agreed_to(browser, service, person):
    address = reverse("my_profile", args=[service.pk])
    assert address in browser.get(reverse("my_record", args=[service.pk])).content.decode()
    with asks(QUERIES):
        said = words(browser.get(address))
    assert "Your goal and your dream job To bake You told us on 30 June 2026" in said
    assert "He baked as a boy Your family or friends, 30 June 2026. You agreed on 30 June 2026 that we ask" in said
    assert "What you liked The team" in said
    assert "Never late" not in said
    assert models.ReadingLog.objects.count() == 0


@pytest.mark.parametrize(
    ("asked", "stands"), [({}, False), ({"convictions": "yes"}, True), ({"convictions": "yes", "large": "yes"}, True)]
)
def test_it_is_taken_along_with_what_they_ask_for(browser, service, asked, stands):
    answer = browser.get(reverse("my_profile_file", args=[service.pk]), {"form": "word", **asked})
    text = "\n".join(one.text for one in docx.Document(BytesIO(answer.content)).paragraphs)
    assert "To bake" in text
    assert ("A fine in 2009" in text) == stands
    assert "He baked" not in text
    assert models.ReadingLog.objects.count() == 0


def test_before_the_first_there_is_no_paper(service):
    browser = signed_in(given.role(service, Role.CLIENT).account)
    assert "We have not written one with you yet" in words(browser.get(reverse("my_profile", args=[service.pk])))
    assert browser.get(reverse("my_profile_file", args=[service.pk])).status_code == 404
