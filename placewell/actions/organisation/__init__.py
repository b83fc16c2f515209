"""The service's own affairs: its profile, clinical teams, staff and their terms, and leaving."""

from placewell.actions.organisation.leaving import Leaving, leave, leaving
from placewell.actions.organisation.profile import change_profile, choose_colour, set_time_zone
from placewell.actions.organisation.staff import TERMS, add_staff, attach, change_terms, correct_staff, detach
from placewell.actions.organisation.teams import add_team, close_team, correct_team, count_team

__all__ = [
    "TERMS", "Leaving", "add_staff", "add_team", "attach", "change_profile", "change_terms", "choose_colour", "close_team",
    "correct_staff", "correct_team", "count_team", "detach", "leave", "leaving", "set_time_zone",
]  # fmt: skip
