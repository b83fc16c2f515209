"""The vocational profile, written with the person over several sessions, and their jobs of the time before."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep, withdraw
from placewell.actions.days import not_to_come, within
from placewell.records.base import Kept
from placewell.records.models import Client, Episode, PastJob, ProfilePart, Service, VocationalProfile
from placewell.records.support import Prompt

TAKEN_OUT = "Taken out of the profile"


@dataclass(frozen=True)
class Told:
    """Words under one part, to be written down; `agreed_on` is when the person agreed to the source."""

    part: str
    words: str
    source: str
    told_by: str = ""
    agreed_on: date | None = None


@dataclass(frozen=True)
class Reworded:
    """An entry as it shall read ('' takes it out), and the version of it that the worker saw."""

    words: str
    version: int


@action("profile.session_added", needs=Permission.RECORD_SUPPORT)
def add_session(
    *, by: Worker, service: Service, episode: Episode, held_on: date, told: Iterable[Told]
) -> VocationalProfile:
    """Add what was said in a session to the current version; the very first begins version 1.

    A day counts as one session, however often words of that day are added. Raises ValidationError
    when nothing was said, for a day to come, and for a source that needs consent without one.
    """
    require_client(by, episode.client, to=Permission.RECORD_SUPPORT)
    not_to_come(by, service, held_on=held_on)
    within(episode, held_on=held_on)
    told = [one for one in told if one.words.strip()]
    if not told:
        raise ValidationError("Write down at least one thing that was said.")
    profile = current_version(episode)
    if profile is None:
        first = {"written_on": held_on, "prompted_by": Prompt.FIRST, "sessions": 1, "sources": len(_voices(told))}
        profile = _next_version(episode, **first)
        _write_down(profile, told, held_on)
        return profile
    before = _entries(profile)
    is_new_day = held_on not in {one.said_on for one in before}
    _write_down(profile, told, held_on)
    return correct(
        profile, sessions=(profile.sessions or 0) + is_new_day or None, sources=_sources(profile, _voices(before))
    )


@action("profile.written", needs=Permission.RECORD_SUPPORT)
def write(
    *,
    by: Worker,
    service: Service,
    episode: Episode,
    written_on: date,
    prompted_by: str = "",
    sessions: int | None = None,
    sources: int | None = None,
    told: Iterable[Told] = (),
    reworded: Mapping[int, str] | None = None,
) -> VocationalProfile:
    """Write the next version of the vocational profile; the first is version 1.

    What the last version said is copied, with the day on which it was said; `reworded` gives entries
    of that version (by id) their new words, '' for what is not copied. Raises ValidationError for a
    day without support or to come, and for a source that needs consent without one.
    """
    require_client(by, episode.client, to=Permission.RECORD_SUPPORT)
    not_to_come(by, service, written_on=written_on)
    within(episode, written_on=written_on)
    told, last = [one for one in told if one.words.strip()], last_version(episode.client)
    reworded = reworded or {}
    carried = [(one, reworded.get(one.pk, one.words).strip()) for one in (_entries(last) if last else [])]
    voices = _voices(told) | _voices(one for one, words in carried if words)
    profile = _next_version(
        episode, written_on=written_on, prompted_by=prompted_by, sessions=sessions or (1 if voices else None),
        sources=max(sources or 0, len(voices)) or None,
    )  # fmt: skip
    for one, words in carried:
        _carry(one, profile, words, written_on)
    _write_down(profile, told, written_on)
    return profile


@action("profile.reworded", needs=Permission.RECORD_SUPPORT)
def reword(
    *,
    by: Worker,
    service: Service,
    profile: VocationalProfile,
    said_on: date,
    reworded: Mapping[int, Reworded],
    told: Iterable[Told] = (),
) -> VocationalProfile:
    """Change what a version says, entry by entry, and add what was said on `said_on`. No session is counted.

    Raises ChangedMeanwhile when an entry that is changed is no longer as the worker saw it,
    ValidationError for an entry that is not of this version or was taken out meanwhile, and for changes once
    a later version stands.
    """
    require_client(by, profile.episode.client, to=Permission.RECORD_SUPPORT)
    not_to_come(by, service, said_on=said_on)
    within(profile.episode, said_on=said_on)
    latest = current_version(profile.episode)
    if latest != profile and reworded:
        now = f"Version {latest.number} stands now" if latest else "This version was withdrawn"
        raise ValidationError(f"{now}. Copy your words, open the profile again and put them there.")
    before = _entries(profile)
    entries = {one.pk: one for one in before}
    for pk, wanted in reworded.items():
        if pk not in entries:
            raise ValidationError("Somebody took out one of these entries meanwhile. Open the page again.")
        words = wanted.words.strip()
        if words == entries[pk].words:
            continue
        if words:
            correct(entries[pk], read_version=wanted.version, words=words)
        else:
            withdraw(entries[pk], because=TAKEN_OUT)
    _write_down(profile, [one for one in told if one.words.strip()], said_on)
    return correct(profile, sources=_sources(profile, _voices(before)))


@action("past_job.told", needs=Permission.RECORD_SUPPORT)
def tell_past_job(*, by: Worker, service: Service, client: Client, title: str, told_on: date, **facts) -> PastJob:
    """Note a job that the person had: what it was, how it went, what they learned from it.

    Raises ValidationError for a day to come, and for years that do not follow one another.
    """
    require_client(by, client, to=Permission.RECORD_SUPPORT)
    not_to_come(by, service, told_on=told_on)
    return keep(PastJob(service=service, client=client, title=title.strip(), told_on=told_on, **facts))


def current_version(episode: Episode) -> VocationalProfile | None:
    """The latest version in a stretch of support that stands; None before the first."""
    return VocationalProfile.objects.standing().filter(episode=episode).order_by("-number").first()


def last_version(client: Client) -> VocationalProfile | None:
    """The latest version in any stretch of the person's support: what a new one goes on from."""
    versions = VocationalProfile.objects.standing().filter(episode__client=client)
    return versions.order_by("-episode__entered_on", "-episode", "-number").first()


def _next_version(episode: Episode, **facts) -> VocationalProfile:
    # A withdrawn version keeps its number, so that what was said of it still finds it.
    last = VocationalProfile.objects.filter(episode=episode).order_by("-number").first()
    number = last.number + 1 if last else 1
    return keep(VocationalProfile(service=episode.service, episode=episode, number=number, **facts))


def _entries(profile: VocationalProfile) -> list[ProfilePart]:
    return list(ProfilePart.objects.standing().filter(profile=profile).order_by("pk"))


def _write_down(profile: VocationalProfile, told: Iterable[Told], said_on: date) -> None:
    for one in told:
        keep(
            ProfilePart(
                service=profile.service, profile=profile, part=one.part, words=one.words.strip(), source=one.source,
                told_by=one.told_by, said_on=said_on, agreed_on=one.agreed_on,
            )
        )  # fmt: skip


def _carry(one: ProfilePart, profile: VocationalProfile, words: str, written_on: date) -> None:
    """Copy an entry into a later version; new words were said when that one is written."""
    if words:
        said_on = one.said_on if words == one.words else written_on
        more = {"source": one.source, "told_by": one.told_by, "said_on": said_on, "agreed_on": one.agreed_on}
        keep(ProfilePart(service=profile.service, profile=profile, part=one.part, words=words, **more))


def _voices(entries: Iterable[ProfilePart | Told]) -> set[str]:
    """Whose words they are."""
    return {one.source for one in entries}


@contextmanager
def sources_counted(record: Kept) -> Iterator[None]:
    """Count the sources of a version anew when one of its entries is put right in the block; else nothing."""
    if not isinstance(record, ProfilePart):
        yield
        return
    before = _voices(_entries(record.profile))
    yield
    correct(record.profile, sources=_sources(record.profile, before))


def _sources(profile: VocationalProfile, before: set[str]) -> int | None:
    """How many sources the version has: those of its words, or more when more were told than written down."""
    told_of = profile.sources or 0
    more = told_of if told_of > len(before) else 0
    return max(more, len(_voices(_entries(profile)))) or None
