"""The page of a vocational profile: what it says, whose words they are, what changed, what may come."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from placewell.records.models import Episode, Job, PastJob, ProfilePart, VocationalProfile
from placewell.records.profiles import Part
from placewell.records.support import Prompt
from placewell.rules.deadlines import Standard
from placewell.rules.profiles import START, Renewal, Said, changes, missing, turns_of
from placewell.web.forms.profile_hints import GROUPS
from placewell.web.forms.profiles import voice_of
from placewell.web.presenters.profiles.jobs import JobShown, job_shown
from placewell.web.presenters.wording import counted, day, sentence

NEW, CHANGED, TAKEN_OUT = "New", "Changed", "Taken out"
BECAUSE = {
    Prompt.FIRST: "",
    Prompt.JOB_START: "because a job started",
    Prompt.JOB_END: "because a job ended",
    Prompt.REVIEW: "at a review",
}


@dataclass(frozen=True)
class Entry:
    """Words under a part: whose they are and since when, the consent, and where they are put right."""

    words: str
    voice: str
    agreed: str
    is_corrected: bool
    address: str


@dataclass(frozen=True)
class PartShown:
    """A part with its words; `change` is where they are changed ('' for nobody)."""

    title: str
    entries: list[Entry]
    change: str


@dataclass(frozen=True)
class Group:
    """Parts that belong together, and those nobody has spoken about yet (words and where to begin)."""

    title: str
    parts: list[PartShown]
    empty: list[tuple[str, str]]


@dataclass(frozen=True)
class ChangeShown:
    """What became of a part since the version before."""

    title: str
    kind: str
    before: str
    after: str


@dataclass(frozen=True)
class Edition:
    """A version in the list of all."""

    title: str
    said: str
    address: str
    is_shown: bool


@dataclass(frozen=True)
class ProfilePage:
    """Everything on the page. `said` is '' while no version stands; `before` names the version compared with."""

    said: str
    prompts: list[str]
    groups: list[Group]
    before: str
    changes: list[ChangeShown]
    past_jobs: list[JobShown]
    editions: list[Edition]


@dataclass(frozen=True)
class Told:
    """What the page is made of, fetched by the page."""

    versions: Sequence[VocationalProfile]
    shown: VocationalProfile | None
    entries: Sequence[ProfilePart]
    before: VocationalProfile | None
    entries_before: Sequence[ProfilePart]
    past_jobs: Sequence[PastJob]
    jobs: Sequence[Job]


def profile_page(
    told: Told, *, episode: Episode | None, may_change: bool, notes: bool, standard: Standard | None, today: date
) -> ProfilePage:
    """The page in words. `episode` is the support that goes on; without `notes`, no words are shown."""
    shown, entries = told.shown, told.entries if notes else ()
    is_latest = bool(told.versions) and shown == told.versions[0]
    changeable = may_change and episode is not None and is_latest and shown.episode_id == episode.pk
    return ProfilePage(
        said=version_said(shown) if shown else "",
        prompts=prompts(told, episode, standard, today) if episode else [],
        groups=groups(entries, shown if changeable else None),
        before=called(told.before, shown) if told.before else "",
        changes=changes_shown(told.entries_before, entries) if told.before and notes else [],
        past_jobs=[job_shown(one, may_change) for one in told.past_jobs] if notes else [],
        editions=[edition(one, shown) for one in told.versions],
    )


def version_said(profile: VocationalProfile) -> str:
    """Version 3, written on 3 March 2026 because a job started. 2 sessions, 3 sources."""
    because = BECAUSE.get(profile.prompted_by, f"({profile.prompted_by})" if profile.prompted_by else "")
    written = " ".join(filter(None, [f"Version {profile.number}, written on {day(profile.written_on)}", because]))
    counts = [
        counted(profile.sessions, "session") if profile.sessions else "sessions not recorded",
        counted(profile.sources, "source") if profile.sources else "sources not recorded",
    ]
    return f"{written}. {sentence(', '.join(counts))}."


def prompts(told: Told, episode: Episode, standard: Standard | None, today: date) -> list[str]:
    """Which job starts and ends ask for a new version, each in a sentence. Before the first, none do."""
    written = [one.written_on for one in told.versions if one.episode_id == episode.pk]
    if not written:
        return []
    turns = turns_of(job for job in told.jobs if job.episode_id == episode.pk)
    asked = missing(turns=turns, written_on=written, standard=standard, today=today, ended_on=episode.ended_on)
    return [prompt(one, today) for one in asked]


def prompt(renewal: Renewal, today: date) -> str:
    """The job as Baker started on 3 March 2026. A new version is due by 2 April 2026 (IPS-25)."""
    turn, due = renewal.turn, renewal.due
    said = f"The job as {turn.title} {'started' if turn.why == START else 'ended'} on {day(turn.on)}."
    if due.on is None:
        return f"{said} What did it teach? Write a new version."
    verb = "is" if today <= due.on else "was"
    return f"{said} What did it teach? A new version {verb} due by {day(due.on)} ({due.standard})."


def groups(entries: Iterable[ProfilePart], changeable: VocationalProfile | None) -> list[Group]:
    """The parts in their groups; `changeable` is the version that may be added to."""
    entries, found = list(entries), []
    for title, parts in GROUPS:
        said = [(part, [one for one in entries if one.part == part]) for part in parts]
        shown = [
            PartShown(part.label, [entry(one) for one in own], change(changeable, part)) for part, own in said if own
        ]
        empty = [(part.label, change(changeable, part)) for part, own in said if not own]
        found.append(Group(title, shown, empty))
    return found


def change(profile: VocationalProfile | None, part: Part) -> str:
    """Where one part is changed."""
    return reverse("profile_part", args=[profile.service_id, profile.pk, part.value]) if profile else ""


def entry(one: ProfilePart) -> Entry:
    return Entry(
        words=one.words,
        voice=sentence(voice_of(one)),
        agreed=f"Agreed with the person on {day(one.agreed_on)}" if one.agreed_on else "",
        is_corrected=one.version > 1,
        address=reverse("record", args=[one.service_id, "profile-part", one.pk]),
    )


def changes_shown(before: Iterable[ProfilePart], after: Iterable[ProfilePart]) -> list[ChangeShown]:
    """What is new, changed and taken out, by part."""
    found = sorted(
        changes(before=map(as_said, before), after=map(as_said, after)), key=lambda one: Part.values.index(one.part)
    )
    return [ChangeShown(str(Part(one.part).label), kind(one), one.before, one.after) for one in found]


def kind(change) -> str:
    """What became of a part, in a word."""
    return NEW if not change.before else CHANGED if change.after else TAKEN_OUT


def as_said(one: ProfilePart) -> Said:
    return Said(one.part, one.words, one.source, one.told_by)


def edition(profile: VocationalProfile, shown: VocationalProfile | None) -> Edition:
    address = reverse("client_profile", args=[profile.service_id, profile.episode.client_id])
    is_other = shown is not None and profile.episode_id != shown.episode_id
    said = f"Of the support that began on {day(profile.episode.entered_on)}: " if is_other else ""
    return Edition(
        called(profile, shown), f"{said}{version_said(profile)}", f"{address}?version={profile.pk}", profile == shown
    )


def called(profile: VocationalProfile, beside: VocationalProfile | None) -> str:
    """Version 2; of an earlier stretch of support, with when that began."""
    if beside is None or profile.episode_id == beside.episode_id:
        return f"version {profile.number}"
    return f"version {profile.number} of the support that began on {day(profile.episode.entered_on)}"
