"""What a caseload is worked out from, asked of the database for many people at once."""

from placewell.records.caseload.facts import Held, Holders, Next, Work, held_in, holders_of, work_in

__all__ = ["Held", "Holders", "Next", "Work", "held_in", "holders_of", "work_in"]
