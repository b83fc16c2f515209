"""A vocational profile as a paper for the person it is about, in plain words."""

from collections.abc import Iterable
from datetime import date

from placewell.documents.paper import Block, Document, Facts, Heading, Lines, Text
from placewell.records.models import PastJob, ProfilePart, Service, VocationalProfile
from placewell.records.profiles import PROTECTED, Part, Source
from placewell.rules.finding import said

INTRODUCTION = (
    "This is what you told us about the work you want and what you bring to it. It is yours: keep it, show it to "
    "whom you like, or to nobody. If something is wrong or has changed, tell us, and we will put it right."
)
# What each group and part is called to the person's face.
GROUPS = [
    ("The work you want", {
        Part.GOAL: "Your goal and your dream job", Part.TASKS: "What you would like to do",
        Part.PLACE: "Where you would like to work", Part.HOURS: "Your hours", Part.PAY: "Your pay",
        Part.COLLEAGUES: "The people at work", Part.NOISE: "Noise and surroundings", Part.TRAVEL: "Getting there",
    }),
    ("What you bring", {
        Part.STRENGTHS: "Your strengths", Part.EDUCATION: "Your education and training",
        Part.LICENCES: "Your licences and certificates", Part.LANGUAGES: "Your languages",
        Part.DIGITAL_SKILLS: "Computers and phones",
    }),
    ("Your health and your day", {
        Part.HEALTH: "Your health and work", Part.HELPS: "What helps you at work", Part.ROUTINE: "Your day",
        Part.CARING: "People you care for",
    }),
    ("Money and rights", {
        Part.MONEY: "Money and benefits", Part.RIGHT_TO_WORK: "Your right to work", Part.CONVICTIONS: "Convictions",
    }),
    ("The people around you", {
        Part.FAMILY_VIEWS: "Your family and friends", Part.VIEWS_OF_OTHERS: "What others told us",
        Part.DISCLOSURE: "What employers may hear",
    }),
    ("Where to start", {Part.JOB_IDEAS: "Work to try", Part.FIRST_EMPLOYERS: "Employers to see first"}),
]  # fmt: skip
JOB = [
    ("duties", "What you did"),
    ("liked", "What you liked"),
    ("disliked", "What you did not like"),
    ("why_ended", "Why it ended"),
    ("what_helped", "What helped"),
]
OTHERS = {
    Source.TEAM: "Your clinical team",
    Source.RECORDS: "Your records",
    Source.FAMILY: "Your family or friends",
    Source.EMPLOYERS: "An employer",
}


def profile_document(
    profile: VocationalProfile,
    entries: Iterable[ProfilePart],
    past_jobs: Iterable[PastJob],
    *,
    name: str,
    service: Service,
    made_on: date,
    with_others: bool = False,
    with_convictions: bool = False,
) -> Document:
    """The paper, addressed to the person. `entries` are what the version says, `name` is who it is about.

    What others said stands in it only with `with_others`, and then only what the person agreed to
    have asked; convictions only with `with_convictions`.
    """
    shown = [one for one in entries if may_stand(one, with_others, with_convictions)]
    return Document(
        title="Your vocational profile",
        subtitle=f"{name}, version {profile.number}, written on {said(profile.written_on)}",
        blocks=[
            Text(INTRODUCTION),
            *parts(shown),
            *jobs(past_jobs),
            Heading("Anything missing, or no longer so?"),
            Text("Write it here and bring it along."),
            Lines(count=4),
        ],
        made_on=made_on,
        footer=service.name,
        language=f"en-{service.country}",
    )


def may_stand(entry: ProfilePart, with_others: bool, with_convictions: bool) -> bool:
    """Whether words may be handed out: the person's own, others' by consent, convictions when asked for."""
    if entry.part in PROTECTED and not with_convictions:
        return False
    return entry.source == Source.PERSON or (with_others and entry.agreed_on is not None)


def parts(entries: list[ProfilePart]) -> list[Block]:
    """Each part that has words, under its group."""
    blocks: list[Block] = []
    for title, asked in GROUPS:
        own = [(called, [one for one in entries if one.part == part]) for part, called in asked.items()]
        if any(words for _, words in own):
            blocks.append(Heading(title))
        for called, words in own:
            blocks += [Heading(called, 2), *(block for one in words for block in voiced(one))] if words else []
    return blocks


def voiced(entry: ProfilePart) -> list[Block]:
    """The words, and whose they are when they are not the person's own."""
    if entry.source == Source.PERSON:
        return [Text(entry.words), Text(f"You told us on {said(entry.said_on)}.", is_quiet=True)]
    who = entry.told_by or OTHERS[Source(entry.source)]
    agreed = f" You agreed on {said(entry.agreed_on)} that we ask." if entry.agreed_on else ""
    return [Text(entry.words), Text(f"{who}, {said(entry.said_on)}.{agreed}", is_quiet=True)]


def jobs(past_jobs: Iterable[PastJob]) -> list[Block]:
    """The jobs that the person told us about."""
    blocks: list[Block] = []
    for one in past_jobs:
        blocks.append(Heading(", ".join(filter(None, [one.title, one.employer])), 2))
        when = years(one)
        facts = [("When", when)] if when else []
        facts += [(asked, getattr(one, name)) for name, asked in JOB if getattr(one, name)]
        blocks += [Facts(facts)] if facts else []
    return [Heading("Jobs you have had"), *blocks] if blocks else []


def years(job: PastJob) -> str:
    """2015 to 2018."""
    known = dict.fromkeys(str(year) for year in (job.from_year, job.until_year) if year)
    return " to ".join(known)
