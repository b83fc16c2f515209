"""A handover as a paper, of one person or of many, and the same blocks as a page draws them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from placewell.documents.paper import Block, Document, Heading
from placewell.records.models import Service
from placewell.web.presenters.handover.facts import Handing
from placewell.web.presenters.handover.sections import SECTIONS, Section
from placewell.web.presenters.wording import counted


@dataclass(frozen=True)
class Drawn:
    """A block as a template draws it: `kind` is the name of what it is."""

    kind: str
    block: Block


@dataclass(frozen=True)
class Shown:
    """One section as a template draws it."""

    heading: str
    blocks: list[Drawn]


@dataclass(frozen=True)
class Handover:
    """One person's handover on a page; `address` leads to the person's page."""

    name: str
    address: str
    anchor: str
    sections: list[Shown]


def sections(now: Handing) -> list[Section]:
    """Every section that has something to say, in order."""
    return [section for of in SECTIONS if (section := of(now)) is not None]


def shown(now: Handing, address: str) -> Handover:
    """A person's handover for a page."""
    drawn = [
        Shown(section.heading, [Drawn(type(block).__name__.lower(), block) for block in section.blocks])
        for section in sections(now)
    ]
    return Handover(now.person.known_as, address, f"person-{now.person.pk}", drawn)


def paper_of(now: Handing, service: Service) -> Document:
    """A person's handover as a paper."""
    blocks = [block for section in sections(now) for block in (Heading(section.heading), *section.blocks)]
    return document(f"Handover: {now.person.known_as}", now.page.stage, blocks, service, now.today)


def paper_of_many(everybody: Sequence[Handing], whose: str, service: Service, today: date) -> Document:
    """The handover of a whole caseload as one paper, a person after another."""
    blocks: list[Block] = []
    for each in everybody:
        blocks.append(Heading(each.person.known_as))
        for section in sections(each):
            blocks += [Heading(section.heading, 2), *section.blocks]
    people = counted(len(everybody), "person", "people")
    return document(f"Handover of the people of {whose}", people, blocks, service, today)


def document(title: str, subtitle: str, blocks: Sequence[Block], service: Service, today: date) -> Document:
    """A paper of the service."""
    language = f"en-{service.country}"
    return Document(title, subtitle, tuple(blocks), today, f"{service.name}. Confidential", language)
