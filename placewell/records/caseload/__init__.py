"""What a caseload is worked out from, asked of the database for many people at once."""

from placewell.records.caseload.facts import Held, Holders, Next, Work, held_in, holders_of, work_in
from placewell.records.caseload.questions import rows_of_held

__all__ = ["Held", "Holders", "Next", "Work", "held_in", "holders_of", "rows_of_held", "work_in"]
