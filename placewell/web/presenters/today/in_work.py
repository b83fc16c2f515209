"""Lines of Today about people in work: the next contact of the schedule with either side, and one just missed."""

from datetime import date, timedelta

from placewell.records.schedules import JobSupport, support_of_running
from placewell.rules.finding import Verdict
from placewell.rules.in_work_support import Planned, Side
from placewell.rules.windows import Window
from placewell.web.presenters.clients.doing import Doing
from placewell.web.presenters.today.lines import SOON, Asked, Held, Line
from placewell.web.presenters.wording import day
from placewell.web.presenters.work.support import record_address, which

# Far enough back to find the latest contact that is over: the longest stretch of the scale has 30 days.
LOOKED_BACK = timedelta(days=92)
RULES = {Side.PERSON: "in_work_person", Side.EMPLOYER: "in_work_employer"}
TO_BE_KEPT = (Verdict.MET, Verdict.NOT_MET)


def in_work_lines(asked: Asked) -> list[Line]:
    """What the schedules of all running jobs ask for within a week, and what they missed last."""
    near = Window(asked.today - LOOKED_BACK, asked.today + SOON)
    found = support_of_running([held.pk for held in asked.people], asked.today, near)
    return [
        line
        for support in found
        for side in Side
        for line in of_side(asked, asked.by_episode[support.job.episode_id], support, side)
    ]


def of_side(asked: Asked, held: Held, support: JobSupport, side: Side) -> list[Line]:
    """The next contact of one side, or the one that was just missed; nothing where neither wants doing."""
    missed, coming = just_missed(support.sides[side], asked.today), support.next_due(side)
    if missed is not None:
        return [of_missed(asked, held, support, side, missed)]
    if coming is not None and coming.first_on <= asked.today and coming.last_on <= asked.today + SOON:
        words = f"In-work support for {whom(support, side)}: {lower(coming.name)}, by {day(coming.last_on)}"
        return [of_planned(asked, held, support, side, coming, words)]
    return []


def just_missed(planned: tuple[Planned, ...], today: date) -> Planned | None:
    """The latest contact whose days are over, if it was missed and nobody has said why."""
    over = [one for one in planned if one.last_on < today and one.finding.verdict in TO_BE_KEPT]
    return over[-1] if over and over[-1].waits_for_reason else None


def of_missed(asked: Asked, held: Held, support: JobSupport, side: Side, missed: Planned) -> Line:
    """A missed contact is made up for by a new one, or explained."""
    words = f"In-work support for {whom(support, side)}: {lower(missed.name)}, was due by {day(missed.last_on)}"
    explain = Doing("Say why", f"{asked.to('job_missed', support.job.pk)}?which={which(side, missed)}")
    return of_planned(asked, held, support, side, missed, words, explain, is_late=True)


def of_planned(
    asked: Asked, held: Held, support: JobSupport, side: Side, one: Planned, words: str, *more: Doing, is_late=False
) -> Line:
    """A contact of the schedule as a line."""
    record = Doing(
        "Record a contact" if side == Side.PERSON else "Record an employer contact", record_address(support.job, side)
    )
    return Line(
        rule=RULES[side], words=words, on=one.last_on, is_late=is_late, source=one.source, who=held.name,
        address=held.address, client=held.client, job=support.job.pk, doings=[record, *more],
    )  # fmt: skip


def whom(support: JobSupport, side: Side) -> str:
    """The person in the job; the employer by name."""
    if side == Side.EMPLOYER and support.job.employer is not None:
        return support.job.employer.name
    return f"the job as {support.job.title}"


def lower(words: str) -> str:
    return words[:1].lower() + words[1:]
