"""What the timeline says of applications, interviews and what came of them. The words of either side stand elsewhere."""

from collections.abc import Callable

from placewell.records.applications import ApplicationHow, CameOf, InterviewKind, ResultKind, SentBy
from placewell.web.presenters.timeline.of_work import Said, word
from placewell.web.presenters.timeline.reading import Row
from placewell.web.presenters.wording import day


def application(row: Row, country: str) -> Said:
    facts = row.facts
    return f"Applied: {facts['title']}", [
        facts["employer__name"],
        word(ApplicationHow, facts["how"]),
        facts["staff__full_name"] or word(SentBy, facts["sent_by"]),
    ]


def interview(row: Row, country: str) -> Said:
    facts = row.facts
    kind = word(InterviewKind, facts["kind"])
    kind = kind if facts["kind"] == InterviewKind.TRIAL_SHIFT else f"Interview {kind[:1].lower()}{kind[1:]}"
    return f"{kind}: {facts['application__title']}", [
        facts["application__employer__name"],
        facts["place"],
        f"With {facts['goes_along__full_name']}" if facts["goes_along__full_name"] else "",
        word(CameOf, facts["came_of"]),
    ]


def result(row: Row, country: str) -> Said:
    facts, starts = row.facts, row.date("starts_on")
    return f"{word(ResultKind, facts['kind'])}: {facts['application__title']}", [
        facts["application__employer__name"],
        f"First day {day(starts)}" if starts else "",
    ]


OF_APPLICATIONS: dict[str, Callable[[Row, str], Said]] = {
    "application": application,
    "interview": interview,
    "application_result": result,
}
