"""A person's own applications, in plain words for themselves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from placewell.records.application_courses import Told
from placewell.records.applications import CameOf, InterviewKind, ResultKind, SentBy
from placewell.records.applications import Told as WhatWasTold
from placewell.records.models import Application, ApplicationResult, Interview
from placewell.rules.applications import State
from placewell.web.presenters.applications.words import lower, what, when, words_of
from placewell.web.presenters.wording import day

STATES = {
    State.WAITING: "You wait for an answer",
    State.INVITED: "You are invited to an interview",
    State.BOOKED: "You have an interview",
    State.INTERVIEWED: "You were at the interview and wait for an answer",
    State.OFFERED: "You were offered the job",
    State.ACCEPTED: "You said yes to the offer",
    State.STARTED: "You started this job",
    State.TURNED_DOWN: "The employer said no",
    State.DECLINED: "You said no",
    State.WITHDRAWN: "You took it back",
    State.NO_ANSWER: "No answer came",
    State.UNFINISHED: "No answer was written down before support ended",
}
SENT = {
    SentBy.PERSON: "you sent it",
    SentBy.TOGETHER: "you sent it, with our help",
    SentBy.SPECIALIST: "we sent it for you",
}
TOLD = {
    WhatWasTold.NOTHING: "The employer was told nothing about your health or our support.",
    WhatWasTold.AGREED: "The employer was told the words you agreed with us.",
    WhatWasTold.OWN: "You told the employer what you chose to say.",
}
CAME_OF = {
    CameOf.HELD: "It took place",
    CameOf.OFF_BY_EMPLOYER: "The employer called it off",
    CameOf.OFF_BY_PERSON: "You called it off",
    CameOf.DID_NOT_GO: "You did not go",
}
RESULTS = {
    ResultKind.INVITED: "You were invited to an interview",
    ResultKind.OFFERED: "You were offered the job",
    ResultKind.ACCEPTED: "You said yes",
    ResultKind.TURNED_DOWN_BY_EMPLOYER: "The employer said no",
    ResultKind.TURNED_DOWN_BY_PERSON: "You said no",
    ResultKind.WITHDRAWN: "You took it back",
    ResultKind.NO_ANSWER: "No answer came, and we stopped waiting",
}


@dataclass(frozen=True)
class OwnApplication:
    """One application: where it stands, and everything written down about it."""

    title: str
    stands: str
    lines: list[str]


def own_applications(every: Iterable[Told], today: date) -> list[OwnApplication]:
    """The person's applications in the order they come."""
    return [own(one, today) for one in every]


def own(told: Told, today: date) -> OwnApplication:
    """One application with all its days."""
    application = told.application
    dated = [(one.held_on, interview(one)) for one in told.interviews]
    dated += [(one.came_on, result(one)) for one in told.results]
    lines = [applied(application), TOLD.get(application.told, "")]
    lines += [words for _, words in sorted(dated, key=lambda one: one[0])]
    return OwnApplication(what(application), STATES[told.stands(today).state], [line for line in lines if line])


def applied(application: Application) -> str:
    """Applied on 3 November 2026 (CV sent): you sent it, with our help."""
    return f"Applied on {day(application.applied_on)} ({lower(application.get_how_display())}): {SENT[application.sent_by]}."


def interview(one: Interview) -> str:
    """12 December 2026 at 10:30, in person, Back door, with Ana Silva. Prepared: the bus."""
    along = f"with {one.goes_along.full_name}" if one.goes_along else ""
    parts = ", ".join(filter(None, (when(one), lower(words_of(InterviewKind, one.kind)), one.place, along)))
    came = CAME_OF.get(one.came_of, "")
    said = f"{came}. You said: “{one.words}”" if one.words else came
    prepared = f"Prepared: {one.preparation}" if one.preparation else ""
    return " ".join(f"{part.rstrip('.')}." for part in (f"Interview on {parts}", prepared, said) if part)


def result(one: ApplicationResult) -> str:
    """On 3 December 2026: the employer said no, “we need a licence”."""
    why = f", “{one.words}”" if one.words else ""
    starts = f". Your first day is {day(one.starts_on)}" if one.starts_on else ""
    return f"On {day(one.came_on)}: {lower(RESULTS[one.kind])}{why}{starts}."
