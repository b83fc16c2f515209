"""Where the lines of Today come from. A room that has something to say there adds one entry.

    def absences(asked: Asked) -> list[Line]:
        # Absences that the supervisor has not seen yet.
        if not asked.reads_logs:
            return []
        rows = scope.records_for(asked.worker, Concern).filter(service=asked.service, seen_on=None)
        return [Line("absence_concern", "…", who=…, address=…, doings=[Doing("See the concern", …)]) for row in rows]

    SOURCES = [..., absences]

A source asks the database a fixed number of questions, however many people there are: Today is one
page for a whole caseload (its number of questions stands in `tests/web/test_today`). It reaches
records through the doors of `access/` only, says nothing that is not due within a week, and gives
each line the key of its rule. Sorting, putting off, counting and paging are done with what comes back.
"""

from collections.abc import Callable

from placewell.web.presenters.today.applied import application_lines
from placewell.web.presenters.today.clocks import clock_lines
from placewell.web.presenters.today.in_work import in_work_lines
from placewell.web.presenters.today.leads import lead_lines
from placewell.web.presenters.today.lines import Asked, Line
from placewell.web.presenters.today.next_steps import log_lines, step_lines, without_next_step
from placewell.web.presenters.today.safety import concern_lines, overdue_lines
from placewell.web.presenters.today.told import against_the_plan

Source = Callable[[Asked], list[Line]]

SOURCES: list[Source] = [
    overdue_lines,
    concern_lines,
    clock_lines,
    in_work_lines,
    step_lines,
    application_lines,
    lead_lines,
    log_lines,
    without_next_step,
    against_the_plan,
]


def all_lines(asked: Asked) -> list[Line]:
    """The lines of every source, the late ones first, then by day."""
    lines = [line for source in SOURCES for line in source(asked)]
    return sorted(lines, key=lambda line: (not line.is_late, line.on or asked.today, line.who))
