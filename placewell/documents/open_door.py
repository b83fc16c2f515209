"""The open-door letter: what a person is given when support ends, so that coming back is easy."""

from datetime import date

from placewell.access.scope import about
from placewell.documents.paper import Bullets, Document, Heading, Lines, Text
from placewell.records.models import Allocation, Episode, ExitWords, Service
from placewell.records.support import AllocationKind
from placewell.rules.finding import said


def open_door(episode: Episode, words: ExitWords | None, *, service: Service, today: date) -> Document:
    """The letter of one stretch of support, before or after it has ended. `words` is what was said at its end."""
    person = episode.client
    language = "en-NZ" if service.country == "NZ" else "en-GB"
    return Document(
        title="The door is open",
        subtitle=f"For {person.known_as}",
        blocks=(
            Text(opening(episode, service)),
            Text("You can come back on any day. It does not matter why the support ended, or how long ago."),
            Heading("How to come back"),
            Text(words.way_back if words and words.way_back else way_back(episode, service)),
            Heading("What you can count on"),
            Bullets(
                (
                    "Wanting to work is enough. You do not have to be ready, and you need no new form.",
                    "We go on from what you told us before: the work you want, and what you are good at.",
                    "We ask you again what employers may hear about you. It is your choice.",
                    "Support has no time limit.",
                )
            ),
            Text("With our good wishes"),
            Lines(("Name",)),
        ),
        made_on=today,
        footer=service.name,
        language=language,
    )


def opening(episode: Episode, service: Service) -> str:
    """What has come to an end, or is about to."""
    if episode.ended_on is None:
        return f"Your support from {service.name} is coming to an end."
    return f"Your support from {service.name} ended on {said(episode.ended_on)}."


def way_back(episode: Episode, service: Service) -> str:
    """Whom to ask for, when nothing was said at the exit."""
    held = about(episode.client, Allocation).filter(episode=episode, kind=AllocationKind.KEY_WORKER)
    last = held.select_related("staff").order_by("-started_on", "-pk").first()
    whom = f"ask for {last.staff.full_name}, or anybody else" if last else "ask for anybody"
    email = f" You can write to {last.staff.email}." if last and last.staff.email else ""
    return f"Get in touch with {service.name} and {whom}.{email} Your care co-ordinator can do it for you too."
