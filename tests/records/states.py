"""States that no record may be in, one for each constraint, as changes to a row that is right."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from placewell.records.models import RECORDS

WITHDRAWN = {"withdrawn_at": datetime(2026, 6, 30, 12, tzinfo=UTC)}


@dataclass(frozen=True)
class State:
    """A row like the one that stands, with `changes`; `words` is part of what people are told.

    `beside` are the changes that make it a second row that is right.
    """

    name: str
    model: str
    changes: dict
    words: str
    beside: dict = field(default_factory=dict)
    by_the_database: bool = True


def model_named(name: str):
    return next(model for model in RECORDS if model._meta.model_name == name)


# What makes a second row of a table without a key another row.
ANOTHER = {
    "clinicalteamcount": {"counted_on": date(2026, 6, 2)},
    "staffterm": {"started_on": date(2024, 1, 1), "ended_on": date(2024, 2, 1)},
    "teamattachment": {"started_on": date(2025, 2, 1)},
    "staffweek": {"week_starting": date(2026, 6, 8)},
    "allocation": {"kind": "cover"},
    "vocationalprofile": {"number": 2},
    "jobpreference": {"stated_on": date(2025, 2, 21)},
    "plan": {"agreed_on": date(2025, 2, 22)},
    "benefitsadvice": {"offered_on": date(2025, 3, 2)},
    "disclosurediscussion": {"held_on": date(2025, 2, 23)},
    "jobchange": {"changed_on": date(2025, 9, 2)},
    "partnercontact": {"made_on": date(2025, 3, 7)},
    "attestation": {"stated_on": date(2025, 6, 2)},
    "fidelityscore": {"item": 2},
}
ONCE = {
    "clinicalteamcount": "already has a count",
    "staffterm": "Another term of this person",
    "teamattachment": "is already recorded",
    "staffweek": "is already recorded",
    "allocation": "already has a key worker",
    "vocationalprofile": "is already recorded",
    "jobpreference": "is already recorded",
    "plan": "is already recorded",
    "benefitsadvice": "is already recorded",
    "disclosurediscussion": "is already recorded",
    "jobchange": "is already recorded",
    "meetingattendance": "is already noted",
    "partnercontact": "is already recorded",
    "attestation": "is already recorded",
    "fidelityscore": "already has a rating",
}
KEYED = [
    "clinicalteam", "staff", "client", "referral", "episode", "contact", "employer", "job", "employercontact", "lead",
    "meeting", "fidelityreview",
]  # fmt: skip
WORDS = {
    "clinicalteam": ["kind"],
    "staffterm": ["role"],
    "referral": ["source", "channel", "work_status", "decision"],
    "episode": ["work_status_at_entry", "end_reason"],
    "allocation": ["kind"],
    "contact": ["mode", "place", "phase", "attendance", "attempt_by"],
    "job": ["contract", "end_reason"],
    "plan": ["kind"],
    "benefitsadvice": ["adviser"],
    "disclosurediscussion": ["choice"],
    "employercontact": ["mode", "purpose"],
    "lead": ["status"],
    "meeting": ["kind"],
    "partnercontact": ["mode"],
    "attestation": ["source"],
    "fidelityreview": ["kind"],
}
# constraint, field, what is impossible there, what people are told
VALUES = [
    ("service_key_name_country_filled", "name", "", "cannot be blank"),
    ("clinicalteam_name_filled", "name", "", "cannot be blank"),
    ("staff_full_name_filled", "full_name", "", "cannot be blank"),
    ("client_given_name_family_name_filled", "family_name", "", "cannot be blank"),
    ("employer_name_filled", "name", "", "cannot be blank"),
    ("job_title_occupation_code_filled", "occupation_code", "", "cannot be blank"),
    ("contact_with_whom_filled", "with_whom", "", "cannot be blank"),
    ("jobpreference_occupation_group_filled", "occupation_group", "", "cannot be blank"),
    ("benefitsadvice_prompted_by_filled", "prompted_by", "", "cannot be blank"),
    ("lead_title_filled", "title", "", "cannot be blank"),
    ("attestation_scale_filled", "scale", "", "cannot be blank"),
    ("fidelityreview_scale_filled", "scale", "", "cannot be blank"),
    ("client_nhs_number_check_digit", "nhs_number", "9434765918", "This is not an NHS number"),
    ("client_nhs_number_check_digit", "nhs_number", "943476591", "This is not an NHS number"),
    ("client_nhs_number_check_digit", "nhs_number", "943476591x", "This is not an NHS number"),
    ("clinicalteamcount_caseload_in_bounds", "caseload", -1, "greater than or equal to 0"),
    ("staffterm_fte_in_bounds", "fte", "0.04", "from 0.05 to 1"),
    ("staffterm_fte_in_bounds", "fte", "1.01", "from 0.05 to 1"),
    ("staffweek_leave_days_in_bounds", "leave_days", "7.5", "from 0 to 7"),
    ("contact_minutes_in_bounds", "minutes", 1441, "from 0 to 1440"),
    ("vocationalprofile_number_in_bounds", "number", 0, "count from 1"),
    ("vocationalprofile_sessions_in_bounds", "sessions", 0, "1 or more"),
    ("vocationalprofile_sources_in_bounds", "sources", 0, "1 or more"),
    ("jobpreference_hours_min_in_bounds", "hours_min", "-1", "from 0 to 80"),
    ("jobpreference_hours_max_in_bounds", "hours_max", "80.5", "from 0 to 80"),
    ("job_hours_per_week_in_bounds", "hours_per_week", "80.5", "from 0 to 80"),
    ("job_pay_per_hour_in_bounds", "pay_per_hour", "-0.01", "0 or more"),
    ("jobchange_hours_per_week_in_bounds", "hours_per_week", "-1", "from 0 to 80"),
    ("jobchange_pay_per_hour_in_bounds", "pay_per_hour", "-1", "0 or more"),
    ("attestation_item_in_bounds", "item", 0, "count from 1"),
    ("fidelityscore_item_in_bounds", "item", 0, "count from 1"),
    ("fidelityscore_rating_in_bounds", "rating", 6, "from 1 to 5"),
    ("fidelityscore_rating_in_bounds", "rating", 0, "from 1 to 5"),
    ("clinicalteam_ended_on_not_before", "ended_on", date(2023, 12, 31), "before the start"),
    ("staff_ended_on_not_before", "ended_on", date(2024, 12, 31), "before the start"),
    ("staffterm_ended_on_not_before", "ended_on", date(2023, 12, 31), "before the start"),
    ("teamattachment_ended_on_not_before", "ended_on", date(2024, 12, 31), "before the start"),
    ("episode_ended_on_not_before", "ended_on", date(2025, 1, 31), "before the start"),
    ("allocation_ended_on_not_before", "ended_on", date(2025, 1, 31), "before the start"),
    ("jobpreference_superseded_on_not_before", "superseded_on", date(2025, 2, 1), "before the start"),
    ("job_ended_on_not_before", "ended_on", date(2025, 3, 31), "before the start"),
]
SECOND_PERIOD = {"started_on": date(2025, 6, 1), "ended_on": date(2025, 7, 1)}
OVERLAPS = [
    State("allocation_no_overlap", "allocation", SECOND_PERIOD, "already has a key worker", WITHDRAWN),
    State("staffterm_no_overlap", "staffterm", SECOND_PERIOD, "Another term", WITHDRAWN),
]
# What takes other rows to see: kept by the model, by the import's rules and by actions.
AMONG_ROWS = [
    State(
        "contact_outside_its_episode", "contact", {"key": "K2", "began_on": date(2025, 1, 31)}, "The episode runs from"
    ),
    State("job_on_the_day_of_the_exit", "job", {"key": "J2", "started_on": date(2026, 2, 1)}, "The episode runs from"),
    State("plan_before_the_entry", "plan", {"agreed_on": date(2025, 1, 31)}, "The episode runs from"),
    State("allocation_beyond_the_exit", "allocation", {"kind": "cover", "ended_on": None}, "wholly within its episode"),
    State("contact_with_a_stranger", "contact", {"key": "K2", "with_whom": "client;neighbour"}, "Name who took part"),
]


def _beside(model: str) -> dict:
    return ANOTHER.get(model) or {"key": "another"}


def _all() -> list[State]:
    states = [State(f"{model}_once", model, {}, words, WITHDRAWN) for model, words in ONCE.items()]
    states += [State(f"{model}_key_once_a_service", model, {}, "already exists", {"key": "another"}) for model in KEYED]
    for model, names in WORDS.items():
        for name in names:
            changes = {**_beside(model), name: "nonsense"}
            states.append(State(f"{model}_{name}_is_known", model, changes, "is not a valid choice", _beside(model)))
    for constraint, name, value, words in VALUES:
        model = constraint.split("_")[0]
        states.append(State(constraint, model, {**_beside(model), name: value}, words, _beside(model)))
    among = [State(s.name, s.model, s.changes, s.words, by_the_database=False) for s in AMONG_ROWS]
    return states + OVERLAPS + among


STATES = _all()
