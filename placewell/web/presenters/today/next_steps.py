"""Lines of Today about what comes next: steps that are due, the week's log, and who has no next step."""

from datetime import timedelta

from placewell.access.caseload_scope import log_closed_of
from placewell.records.models import Staff, Step
from placewell.records.steps import StepBy
from placewell.rules import due
from placewell.rules.applications import next_interview
from placewell.web.presenters.clients.doing import Doing
from placewell.web.presenters.today.clocks import of_clock
from placewell.web.presenters.today.lines import SOON, Asked, Line
from placewell.web.presenters.weeks import in_post, week_words
from placewell.web.presenters.wording import day

WEEK = timedelta(days=7)
NO_NEXT_STEP = "no_next_step"


def step_lines(asked: Asked) -> list[Line]:
    """Open steps whose day has come, or comes within a week."""
    return [of_step(asked, step) for step in asked.steps if step.due_on and step.due_on <= asked.today + SOON]


def of_step(asked: Asked, step: Step) -> Line:
    """A step: what will be done, by whom, by when, and whom or which employer it is about."""
    held = asked.by_episode.get(step.episode_id)
    who = held.name if held else step.employer.name
    address = held.address if held else asked.to("employer", step.employer_id)
    return Line(
        rule="step", words=step.what, on=step.due_on, is_late=step.due_on < asked.today, who=who, address=address,
        source=f"Step of {by_whom(step)}, by {day(step.due_on)}", step=step.pk, version=step.version,
        doings=[Doing("Record a contact", asked.to("contact_new", held.pk))] if held else [],
    )  # fmt: skip


def by_whom(step: Step) -> str:
    """The person; a clinician; or the name that was noted."""
    label = str(StepBy(step.by_whom).label)
    return step.named or label[:1].lower() + label[1:]


def log_lines(asked: Asked) -> list[Line]:
    """Last week's log of who carries a caseload and has not closed it."""
    monday = asked.today - timedelta(days=asked.today.weekday()) - WEEK
    keepers = [one for one in asked.staff if carries(one) and in_post(one, monday)]
    clocks = due.of_log(week_starting=monday, standard=asked.standards.of, today=asked.today)
    if not keepers or not clocks:
        return []
    closed = log_closed_of(keepers, asked.service, monday)
    told = of_clock(clocks[0], asked.standards)
    told["words"] = f"Close the log of {week_words(monday)}"
    return [
        Line(
            **told, who=one.full_name if asked.for_unit else "", staff=one.pk,
            doings=[Doing("Close the log", asked.to("week", one.pk, monday.isoformat()))],
        )
        for one in keepers
        if one.pk not in closed
    ]  # fmt: skip


def carries(staff: Staff) -> bool:
    """Whether somebody is a specialist today, as `caseload_keepers` found them."""
    return staff.is_specialist


def without_next_step(asked: Asked) -> list[Line]:
    """People in support for whom nothing is planned: no open step, and nothing booked."""
    planned = {step.episode_id for step in asked.steps} | {booked.episode_id for booked in asked.booked}
    planned |= {
        one.application.episode_id
        for one in asked.applications
        if next_interview(course=one.course, today=asked.today) and one.stands(asked.today).is_open
    }
    return [
        Line(
            rule=NO_NEXT_STEP, words="No next step is planned", who=held.name, address=held.address,
            client=held.client, doings=[Doing("Note the next step", asked.to("step_new", held.pk))],
        )
        for held in asked.people
        if held.pk not in planned and not (held.stepped_down_on and held.stepped_down_on <= asked.today)
    ]  # fmt: skip
