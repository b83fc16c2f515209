"""Words for what the made-up service's people let employers hear, and how they want to be reached.

Put in by the same actions as anybody's. Plain words about work, nothing about illness. Which words
somebody gets follows from their place in the list, so that a demo made twice says the same.
"""

from datetime import date, timedelta

from placewell.access.worker import Worker
from placewell.actions import disclosure, employers, messages
from placewell.records.models import Allocation, DisclosureDiscussion, Employer, EmployerContact, Episode, Service
from placewell.records.plans import DisclosureChoice

TERMS = [
    {
        "may_say": "{name} is at home with people and likes to be busy. After some time away {name} starts with a few "
        "hours a week, and I am there if anything comes up.",
        "must_not_say": "Why there was time away",
        "who_tells": "specialist",
        "when_and_how": "When we first meet the manager, in person.",
        "gaps": "Time away for family and health, and it is over.",
        "adjustments": "A quiet corner for the break.",
    },
    {
        "may_say": "{name} has done this work before and does it with care. I support {name} in the first months.",
        "must_not_say": "The name of the service",
        "who_tells": "both",
        "when_and_how": "After an offer, by telephone, with {name} in the room.",
        "gaps": "A break to sort things out at home.",
    },
    {
        "may_say": "{name} learns by doing and is never late.",
        "who_tells": "person",
        "when_and_how": "At the interview.",
    },
]
WISHES = [
    {"preferred": "text", "may_text": True, "may_leave_voicemail": False, "safe_times": "Afternoons, not before one"},
    {
        "preferred": "telephone",
        "may_leave_voicemail": True,
        "may_text": True,
        "who_else": "My sister, about times only",
    },
    {"preferred": "letter", "may_text": False, "large_print": True, "easy_words": True},
]
LETTER = (
    "Dear {name},\n\nWe meet next Tuesday at 10:00 in the library, by the door. If it does not suit you, let me know."
)
SOME, SENDS = 12, 3
WHY = "The manager rang because {name} had not come in, and wanted to know whether to call for help. I said that I would go."


def put_talks_in_words(*, by: Worker, service: Service, today: date) -> None:
    """Give people in support the terms of their latest talk, wishes and a letter; one contact was an emergency."""
    who = {"by": by, "service": service}
    running = Episode.objects.standing().filter(service=service, ended_on=None, entered_on__lt=today)
    locked = None
    for place, episode in enumerate(running.select_related("client").order_by("pk")):
        talks = DisclosureDiscussion.objects.standing().filter(episode=episode).order_by("held_on")
        latest = talks.last()
        if place < SOME:
            _reached(who, episode, place, today)
        if latest is None:
            continue
        if latest.choice == DisclosureChoice.TELL_NOBODY:
            locked = locked or (episode, latest)
        elif latest.choice != DisclosureChoice.UNDECIDED:
            _agreed(who, episode, latest, place)
    if locked is not None:
        _emergency(who, *locked, today)


def _agreed(who: dict, episode: Episode, talk: DisclosureDiscussion, place: int) -> None:
    """The terms of a talk, and for every third person an employer to stay away from."""
    name = episode.client.preferred_name or episode.client.given_name
    terms = {key: words.format(name=name) for key, words in TERMS[place % len(TERMS)].items()}
    met = EmployerContact.objects.standing().filter(episode=episode).values("employer")
    strangers = Employer.objects.standing().filter(service=episode.service).exclude(pk__in=met).order_by("pk")
    kept = ("held_on", "choice", "pros_and_cons", "wording_agreed", "specialist_may_contact_employers")
    facts = {field: getattr(talk, field) for field in kept}
    disclosure.discuss(
        **who, episode=episode, terms=terms, must_not_contact=strangers[:1] if place % 3 == 0 else [], **facts
    )


def _reached(who: dict, episode: Episode, place: int, today: date) -> None:
    """How somebody wants to be reached; a few have a letter that was sent."""
    wishes = {"large_print": False, "easy_words": False, **WISHES[place % len(WISHES)]}
    messages.state_wishes(**who, client=episode.client, stated_on=min(today, episode.entered_on), **wishes)
    if place < SENDS:
        words = LETTER.format(name=episode.client.preferred_name or episode.client.given_name)
        facts = {"kind": "appointment", "channel": "letter", "subject": "Our appointment", "words": words}
        messages.send(**who, client=episode.client, **facts)


def _emergency(who: dict, episode: Episode, talk: DisclosureDiscussion, today: date) -> None:
    """One telephone call about somebody who tells nobody, made all the same, that no supervisor has read yet."""
    held = Allocation.objects.standing().filter(episode=episode, ended_on=None).order_by("pk").last()
    employer = Employer.objects.standing().filter(service=episode.service).order_by("pk").first()
    if held is None or employer is None:
        return
    facts = {"mode": "telephone", "purpose": "in_work_support", "hiring_authority": False, "made_by_client": False}
    employers.note_contact(
        **who, employer=employer, episode=episode, staff=held.staff, made_on=max(talk.held_on, today - timedelta(days=1)),
        against_plan=WHY.format(name=episode.client.known_as), **facts,
    )  # fmt: skip
