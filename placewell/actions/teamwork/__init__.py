"""The unit's work together: working weeks, meetings, contacts with partners, and statements of evidence."""

from placewell.actions.teamwork.evidence import state, withdraw_statement
from placewell.actions.teamwork.meetings import (
    OF_A_HELD_ONE,
    correct_meeting,
    note_meeting,
    note_partner_contact,
    withdraw_meeting,
)
from placewell.actions.teamwork.weeks import correct_week, note_week, read_log

__all__ = [
    "OF_A_HELD_ONE", "correct_meeting", "correct_week", "note_meeting", "note_partner_contact", "note_week", "read_log", "state",
    "withdraw_meeting", "withdraw_statement",
]  # fmt: skip
