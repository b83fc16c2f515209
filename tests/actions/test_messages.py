"""Messages: within what the person wants and agreed to, sent after they are written down, failures kept."""

from datetime import timedelta
from smtplib import SMTPServerDisconnected
from unittest.mock import patch

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.mail import EmailMessage

from placewell.access.disclosure import NotAllowedToTell
from placewell.actions import corrections, messages
from placewell.records.models import Client, ContactWishes, EmployerContact, Message, Version
from tests import given
from tests.actions.test_disclosure import WORDS, Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    made = Unit()
    with given._laid_down():
        Client.objects.filter(pk=made.person.pk).update(email="jo@example.org", phone="07000 1")
    made.person.refresh_from_db()
    return made


@pytest.fixture
def send(unit):
    """`send(channel="letter")`: a message to the person."""
    facts = {"client": unit.person, "kind": "other", "channel": "letter", "words": "See you soon", "subject": "Hello"}
    return lambda **changed: messages.send(**unit.who, **facts | changed)


@pytest.fixture
def with_mail(settings):
    settings.MAIL_IS_CONFIGURED = True


def wishes(unit, **changed):
    facts = {"stated_on": given.TODAY, "may_text": False, "may_email": None, "large_print": True}
    return messages.state_wishes(**unit.who, client=unit.person, **facts | changed)


def test_wishes_are_kept_and_what_was_wanted_before_is_an_earlier_version(unit):
    wishes(unit, stated_on=given.TODAY - timedelta(days=9))
    again = wishes(unit, may_text=True, safe_times="After 4")
    assert (again.version, again.may_text, again.may_email, again.large_print) == (2, True, None, True)
    assert ContactWishes.objects.count() == Version.objects.count() == 1
    with pytest.raises(ValidationError, match="after today"):
        wishes(unit, stated_on=given.TODAY + timedelta(days=1))


def test_a_letter_is_noted_as_it_went_and_nothing_is_mailed(unit, send, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as waiting:
        send(words="About the ward")
    kept = Message.objects.get()
    assert (kept.client, kept.sent_on, kept.words, kept.address) == (unit.person, given.TODAY, "About the ward", "")
    assert (waiting, mail.outbox) == ([], [])


def test_an_email_goes_after_it_is_written_down(unit, send, with_mail, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        send(channel="email")
        assert mail.outbox == []
    (sent,) = mail.outbox
    assert (sent.to, sent.subject, sent.body) == (["jo@example.org"], "Hello", "See you soon")
    assert (Message.objects.get().address, Message.objects.get().failed_because) == ("jo@example.org", "")


def test_what_the_mail_server_did_not_take_is_kept_with_the_message(
    unit, send, with_mail, django_capture_on_commit_callbacks
):
    broken = patch.object(EmailMessage, "send", side_effect=SMTPServerDisconnected("gone" * 200))
    with broken, django_capture_on_commit_callbacks(execute=True):
        send(channel="email")
    failed = Message.objects.get().failed_because
    assert failed.startswith("SMTPServerDisconnected: gone")
    assert len(failed) == 300


def test_without_a_mail_server_no_email_is_noted(send):
    with pytest.raises(ValidationError, match="No mail server is set up"):
        send(channel="email")
    assert Message.objects.count() == 0


def test_a_way_that_the_person_does_not_want_is_refused(unit, send, with_mail):
    wishes(unit, may_email=False)
    for channel in ("text", "email"):
        with pytest.raises(ValidationError, match="They asked us not to"):
            send(channel=channel)
    wishes(unit, may_text=True)
    assert send(channel="text").address == "07000 1"


@pytest.mark.parametrize("channel", ["text", "copied", "email"])
def test_nothing_about_health_goes_where_others_may_read_it(send, with_mail, channel):
    with pytest.raises(ValidationError, match="“ward”"):
        send(channel=channel, words="See you on the ward")
    with pytest.raises(ValidationError, match="“clinical team”"):
        send(channel=channel, subject="Your clinical team")
    assert Message.objects.count() == 0


def introduce(unit, **changed):
    facts = {"episode": unit.episode, "employer": unit.rose, "staff": unit.staff, "channel": "letter"}
    return messages.introduce(
        **unit.who, **facts | {"opening": "Hello,", "closing": "Yours", "subject": "Hi"} | changed
    )


def test_an_introduction_says_the_agreed_words_alone_and_is_a_contact_with_the_employer(unit):
    unit.talk(may=False, terms={"may_say": WORDS, "who_tells": "specialist"}, may_contact=[unit.rose])
    sent = introduce(unit)
    assert sent.words == f"Hello,\n\n{WORDS}\n\nYours"
    made = EmployerContact.objects.get()
    assert (made.employer, made.mode, made.purpose, made.planned) == (unit.rose, "letter", "present_person", True)
    assert (made.episode, made.made_on, sent.employer_contact) == (unit.episode, given.TODAY, made)
    with pytest.raises(NotAllowedToTell, match="other employers only"):
        introduce(unit, employer=unit.lily)
    unit.take_back()
    with pytest.raises(NotAllowedToTell, match="tell nobody"):
        introduce(unit)
    assert Message.objects.count() == EmployerContact.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"opening": "From the hospital"}, "“hospital”"),
        ({"closing": "She was away for two years"}, "asked us not to say “away for two years”"),
        ({"channel": "text"}, "Print it as a letter"),
    ],
)
def test_what_is_ours_in_an_introduction_adds_nothing_about_the_person(unit, changed, said):
    unit.talk(terms={"may_say": WORDS, "must_not_say": "away for two years"})
    with pytest.raises(ValidationError, match=said):
        introduce(unit, **changed)
    assert Message.objects.count() == EmployerContact.objects.count() == 0


def test_an_introduction_is_undone_with_its_contact(unit):
    unit.talk(terms={"may_say": WORDS})
    corrections.undo(**unit.who, event=introduce(unit).event, because="Wrong person")
    introduce(unit)
    corrections.withdraw(**unit.who, record=EmployerContact.objects.standing().get(), because="Never posted")
    assert Message.objects.standing().count() == EmployerContact.objects.standing().count() == 0


def test_nobody_writes_beyond_their_reach(unit, send):
    other = Unit()
    with pytest.raises(PermissionDenied):
        send(client=other.person)
    with pytest.raises(PermissionDenied):
        messages.state_wishes(**unit.who, client=other.person, stated_on=given.TODAY)
    with pytest.raises(PermissionDenied):
        introduce(unit, episode=other.episode)
    assert Message.objects.count() == 0
