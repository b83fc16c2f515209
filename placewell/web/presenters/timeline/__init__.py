"""Everything recorded about a person, in one list, newest first.

record = whole_record(client)
entries = timeline(record, ...)
"""

from placewell.web.presenters.timeline.entries import Entry, Wanted, timeline
from placewell.web.presenters.timeline.pieces import PIECES, ROOMS
from placewell.web.presenters.timeline.reading import Row, whole_record

__all__ = ["PIECES", "ROOMS", "Entry", "Row", "Wanted", "timeline", "whole_record"]
