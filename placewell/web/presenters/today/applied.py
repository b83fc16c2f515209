"""Lines of Today about applications: interviews that come, how they went, what waits for an answer, jobs to start.

One line a person for each of these, however many applications they have.
"""

from collections import defaultdict
from collections.abc import Callable

from placewell.records.application_courses import Told
from placewell.records.models import Interview
from placewell.rules.applications import answer_due, start_due, to_be_told
from placewell.rules.deadlines import Standard
from placewell.rules.finding import Verdict
from placewell.scales import local_standards
from placewell.web.presenters.applications.words import interview, what
from placewell.web.presenters.clients.doing import Doing
from placewell.web.presenters.standards import value
from placewell.web.presenters.today.clocks import Asks
from placewell.web.presenters.today.lines import SOON, Asked, Held, Line
from placewell.web.presenters.wording import day, sentence

WAITS_FOR = "time_to_ask_after_an_application"


def application_lines(asked: Asked) -> list[Line]:
    """What the applications of these people ask for; one to four questions."""
    by_person = defaultdict(list)
    for one in asked.applications:
        by_person[one.application.episode_id].append(one)
    standard = asked.standards.of(WAITS_FOR)
    return [
        line
        for episode, every in by_person.items()
        for line in of_person(asked, asked.by_episode[episode], every, standard)
    ]


def of_person(asked: Asked, held: Held, every: list[Told], standard: Standard | None) -> list[Line]:
    """The lines of one person."""
    found = [of_coming(asked, held, every), of_untold(asked, held, every), of_start(asked, held, every)]
    return [line for line in (*found, of_waiting(asked, held, every, standard)) if line is not None]


def of_coming(asked: Asked, held: Held, every: list[Told]) -> Line | None:
    """The next interview that the person goes to alone; where one of us goes along, it is among what is booked."""
    soon = [
        (one, told)
        for told in every
        if told.stands(asked.today).is_open
        for one in told.interviews
        if not one.came_of and one.goes_along_id is None and asked.today <= one.held_on <= asked.today + SOON
    ]
    if not soon:
        return None
    one, told = min(soon, key=lambda pair: pair[0].held_on)
    clock = f" at {one.held_time:%H:%M}" if one.held_time else ""
    words = f"{interview(one)}{clock}, for {what(told.application)}"
    return line(asked, held, "interview", words, [(told, None)], on=one.held_on)


def of_untold(asked: Asked, held: Held, every: list[Told]) -> Line | None:
    """How interviews went that are over."""
    over = [(told, on) for told in every for on in to_be_told(course=told.course, today=asked.today)]
    if not over:
        return None
    told, on = over[0]
    words = f"How did the interview of {day(on)} go, for {what(told.application)}"
    one = next(one for one in told.interviews if one.held_on == on and not one.came_of)
    return line(asked, held, "interview_to_tell", words, over, on=on, doing=told_at(one))


def of_start(asked: Asked, held: Held, every: list[Told]) -> Line | None:
    """The start of a job that was accepted, once its day has come or nobody knows it."""
    found = [(told, start_due(course=told.course, starts_on=told.starts_on, today=asked.today)) for told in every]
    due = [(told, finding) for told, finding in found if finding is not None and is_near(told, asked)]
    if not due:
        return None
    told, finding = due[0]
    words = f"An offer was accepted, {what(told.application)}: {finding.because}"
    start = Doing("Record the job start", asked.to("application_job", told.application.pk))
    is_late = finding.verdict == Verdict.NOT_MET and told.starts_on < asked.today
    return line(asked, held, "job_to_start", words, due, on=told.starts_on, doing=lambda asked: start, is_late=is_late)


def is_near(told: Told, asked: Asked) -> bool:
    """Whether the first day is not known, or comes within a week."""
    return told.starts_on is None or told.starts_on <= asked.today + SOON


def of_waiting(asked: Asked, held: Held, every: list[Told], standard: Standard | None) -> Line | None:
    """Applications without an answer for longer than the standard: a nudge, never late."""
    due = [(told, answer_due(course=told.course, standard=standard, today=asked.today)) for told in every]
    waiting = [(told, one) for told, one in due if one is not None and one.finding.verdict == Verdict.NOT_MET]
    if not waiting:
        return None
    told = waiting[0][0]
    since = day(told.stands(asked.today).since)
    words = f"No answer since {since}: {what(told.application)}"
    asks = value(local_standards()[WAITS_FOR].kind, Asks(standard.amount, standard.unit))
    return line(asked, held, "application_waits", words, waiting, source=f"{asks}, {standard.name}")


def line(
    asked: Asked, held: Held, rule: str, words: str, every: list, *, on=None, is_late=False, source="",
    doing: Callable[[Asked], Doing] | None = None,
) -> Line:  # fmt: skip
    """A line about one application, or about the first of several, with where it is done."""
    more = len(every) - 1
    words = f"{words} (and {more} more)" if more else words
    page = asked.to("person_applications", held.client)
    if more == 0:
        told = every[0][0]
        page = asked.to("application", told.application.pk)
    see = Doing("See the application" if more == 0 else "See the applications", page)
    doings = [doing(asked), see] if doing is not None else [see]
    return Line(
        rule=rule, words=sentence(words), on=on, is_late=is_late, source=source, who=held.name, address=held.address,
        client=held.client, doings=doings,
    )  # fmt: skip


def told_at(one: Interview) -> Callable[[Asked], Doing]:
    """Where it is told how an interview went."""
    return lambda asked: Doing("Say how it went", asked.to("interview_told", one.pk))
