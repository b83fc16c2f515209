"""Episodes of support: entered, held, handed over, covered, stepped down, ended, begun again."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep, new_key
from placewell.actions.days import not_to_come, within
from placewell.records.models import (
    Allocation,
    Appointment,
    Client,
    Contact,
    Episode,
    ExitWords,
    Referral,
    Service,
    Staff,
    Step,
)
from placewell.records.steps import StepBy
from placewell.records.support import AllocationKind


@action("episode.entered", needs=Permission.RECORD_SUPPORT)
def enter(
    *,
    by: Worker,
    service: Service,
    client: Client,
    key_worker: Staff,
    entered_on: date,
    work_status_at_entry: str,
    referral: Referral | None = None,
    team=None,
) -> Episode:
    """Begin a stretch of support on the day of the first appointment, held by a key worker from that day.

    A person who comes back begins a new episode. Raises ValidationError while another one is open.
    """
    facts = {"entered_on": entered_on, "work_status_at_entry": work_status_at_entry, "team": team}
    return begun(by, service, client, key_worker, referral, **facts)


def begun(by: Worker, service: Service, client: Client, key_worker: Staff, referral: Referral | None, **facts) -> Episode:
    """A new episode, held from its first day; inside an action. Refusals are those of `enter`."""
    entered_on = facts["entered_on"]
    require_client(by, client, to=Permission.RECORD_SUPPORT)
    not_to_come(by, service, entered_on=entered_on)
    if referral is not None and referral.client_id != client.pk:
        raise ValidationError({"referral": "This referral is somebody else's. Choose one of this person."})
    standing = Episode.objects.standing().filter(client=client)
    if any(episode.lives_on(entered_on) or episode.entered_on > entered_on for episode in standing):
        raise ValidationError(
            {"entered_on": "Another episode of this person covers that day or comes later. Use that one."}
        )
    episode = keep(
        Episode(
            service=service,
            key=new_key("P"),
            client=client,
            referral=referral,
            **facts,
        )
    )
    _hold(episode, key_worker, AllocationKind.KEY_WORKER, entered_on)
    return episode


@action("episode.allocated", needs=Permission.RECORD_SUPPORT)
def allocate(*, by: Worker, service: Service, episode: Episode, key_worker: Staff, started_on: date) -> Allocation:
    """Hand an episode to a key worker; whoever held it until then holds it no more."""
    require_client(by, episode.client, to=Permission.RECORD_SUPPORT)
    within(episode, started_on=started_on)
    for held in _held(episode, AllocationKind.KEY_WORKER):
        if held.staff_id == key_worker.pk and held.ended_on is None:
            raise ValidationError({"key_worker": f"{key_worker} is the key worker already. Choose somebody else."})
        if held.started_on > started_on:
            raise ValidationError(
                {"started_on": f"It was already handed over on {held.started_on:%-d %B %Y}. Choose a later day."}
            )
        if held.ended_on is None or held.ended_on > started_on:
            correct(held, ended_on=started_on)
    return _hold(episode, key_worker, AllocationKind.KEY_WORKER, started_on)


@action("episode.covered", needs=Permission.RECORD_SUPPORT)
def cover(
    *, by: Worker, service: Service, episode: Episode, staff: Staff, started_on: date, ended_on: date | None = None
) -> Allocation:
    """Let a colleague stand in while the key worker is away."""
    require_client(by, episode.client, to=Permission.RECORD_SUPPORT)
    within(episode, started_on=started_on)
    if ended_on is None and episode.ended_on is not None:
        ended_on = episode.ended_on
    return _hold(episode, staff, AllocationKind.COVER, started_on, ended_on)


@action("episode.stepped_down", needs=Permission.RECORD_SUPPORT)
def step_down(*, by: Worker, service: Service, episode: Episode, stepped_down_on: date) -> Episode:
    """Note that the clinical team carries the support on; the person may come back any day."""
    require_client(by, episode.client, to=Permission.RECORD_SUPPORT)
    not_to_come(by, service, stepped_down_on=stepped_down_on)
    within(episode, stepped_down_on=stepped_down_on)
    return correct(episode, stepped_down_on=stepped_down_on)


@action("episode.ended", needs=Permission.RECORD_SUPPORT)
def end(
    *, by: Worker, service: Service, episode: Episode, ended_on: date, end_reason: str, **words: str | date | None
) -> Episode:
    """End support. Its allocations end on that day at the latest; support after it is a new episode.

    `words` are the facts of ExitWords: who was asked, what the person said, how they can come back.
    """
    require_client(by, episode.client, to=Permission.RECORD_SUPPORT)
    not_to_come(by, service, ended_on=ended_on)
    if episode.ended_on is not None:
        raise ValidationError(f"Support ended on {episode.ended_on:%-d %B %Y} already. Correct that record instead.")
    for held in _held(episode):
        if held.started_on > ended_on:
            raise ValidationError({"ended_on": f"It was handed over on {held.started_on:%-d %B %Y}, after that day."})
        if held.ended_on is None or held.ended_on > ended_on:
            correct(held, ended_on=ended_on)
    _keep_exit_words(by, service, episode, words)
    return correct(episode, ended_on=ended_on, end_reason=end_reason)


def _keep_exit_words(by: Worker, service: Service, episode: Episode, words: dict) -> None:
    """What was said at an exit that was put right since is said anew, not twice."""
    if not any(words.values()):
        return
    not_to_come(by, service, **{name: words.get(name) for name in ("team_consulted_on", "letter_given_on")})
    before = ExitWords.objects.standing().filter(episode=episode).first()
    if before is None:
        keep(ExitWords(service=service, episode=episode, **words))
    else:
        correct(before, **words)


@action("contact.noted", needs=Permission.RECORD_SUPPORT)
def note_contact(
    *,
    by: Worker,
    service: Service,
    episode: Episode,
    staff: Staff,
    next_step: dict | None = None,
    appointment: dict | None = None,
    steps_done: Iterable[Step] = (),
    **facts,
) -> Contact:
    """Note a contact with or about a person, or an attempt at one, and what comes next.

    `next_step` are the facts of a step, `appointment` those of a meeting that was booked, and
    `steps_done` are steps that were taken by the day of the contact; one that is no longer open is
    left as it is. All of it is one event, undone together.
    """
    require_client(by, episode.client, to=Permission.RECORD_SUPPORT)
    contact = keep(Contact(service=service, key=new_key("K"), episode=episode, staff=staff, **facts))
    for step in steps_done:
        if step.episode_id == episode.pk and step.is_open:
            correct(step, done_on=contact.began_on)
    if next_step is not None:
        own = staff if next_step["by_whom"] == StepBy.SPECIALIST else None
        keep(Step(service=service, episode=episode, contact=contact, staff=own, **next_step))
    if appointment is not None:
        keep(Appointment(service=service, episode=episode, staff=staff, **appointment))
    return contact


def _held(episode: Episode, *kinds: str):
    found = Allocation.objects.standing().filter(episode=episode)
    return found.filter(kind__in=kinds) if kinds else found


def _hold(episode: Episode, staff: Staff, kind: str, started_on: date, ended_on: date | None = None) -> Allocation:
    return keep(
        Allocation(
            service=episode.service, episode=episode, staff=staff, kind=kind, started_on=started_on, ended_on=ended_on
        )
    )
