"""Everything recorded about a person, in one list, newest first.

record = whole_record(client)
rows = timeline(record, ...)
shown = entries(rows[:20], ...)
"""

from placewell.web.presenters.timeline.entries import Entry, Wanted, entries, timeline
from placewell.web.presenters.timeline.pieces import PIECES, ROOMS
from placewell.web.presenters.timeline.reading import Row, whole_record

__all__ = ["PIECES", "ROOMS", "Entry", "Row", "Wanted", "entries", "timeline", "whole_record"]
