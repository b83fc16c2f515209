"""A person's own vocational profile, said to them."""

from collections.abc import Iterable
from dataclasses import dataclass

from placewell.documents.profile import GROUPS, JOB, OTHERS, years
from placewell.records.models import PastJob, ProfilePart, VocationalProfile
from placewell.records.profiles import Source
from placewell.web.presenters.wording import day


@dataclass(frozen=True)
class Words:
    """Words of the profile, and whose they are."""

    words: str
    voice: str


@dataclass(frozen=True)
class OwnProfile:
    """`said` is '' before the first version; groups hold parts, which hold words."""

    said: str
    groups: list[tuple[str, list[tuple[str, list[Words]]]]]
    jobs: list[tuple[str, list[tuple[str, str]]]]


def own_profile(
    profile: VocationalProfile | None, entries: Iterable[ProfilePart], past_jobs: Iterable[PastJob]
) -> OwnProfile:
    """The profile in the words of the paper that the person is given."""
    entries, groups = list(entries), []
    for title, asked in GROUPS:
        own = [(called, [one for one in entries if one.part == part]) for part, called in asked.items()]
        shown = [(called, [Words(one.words, voice(one)) for one in said]) for called, said in own if said]
        if shown:
            groups.append((title, shown))
    return OwnProfile(
        said=f"Version {profile.number}, written on {day(profile.written_on)}." if profile else "",
        groups=groups,
        jobs=[(titled(one), told(one)) for one in past_jobs],
    )


def voice(entry: ProfilePart) -> str:
    """You told us on 3 March 2026; or who did, and when you agreed to it."""
    if entry.source == Source.PERSON:
        return f"You told us on {day(entry.said_on)}"
    who = entry.told_by or OTHERS[Source(entry.source)]
    return f"{who}, {day(entry.said_on)}. You agreed on {day(entry.agreed_on)} that we ask"


def titled(job: PastJob) -> str:
    return ", ".join(filter(None, [job.title, job.employer, years(job)]))


def told(job: PastJob) -> list[tuple[str, str]]:
    return [(asked, getattr(job, name)) for name, asked in JOB if getattr(job, name)]
