"""All 25 items at one day: what is computed, attested, reviewed, or has no rating."""

from . import in_part
from .jobs_found import competitive_jobs, employer_diversity, job_type_diversity
from .partners import vr_collaboration
from .record import Record
from .search_for_work import employer_contact_frequency, individualised_search, rapid_job_search
from .staffing import caseload_size, community_based, employment_services_staff, team_assignment

KEYS = [
    "caseload_size",
    "employment_services_staff",
    "vocational_generalists",
    "team_assignment",
    "team_contact",
    "vr_collaboration",
    "vocational_unit",
    "supervisor_role",
    "zero_exclusion",
    "agency_focus",
    "executive_support",
    "work_incentives",
    "disclosure",
    "assessment",
    "rapid_job_search",
    "individualised_search",
    "employer_contact_frequency",
    "employer_contact_quality",
    "job_type_diversity",
    "employer_diversity",
    "competitive_jobs",
    "individualised_supports",
    "time_unlimited_supports",
    "community_based",
    "assertive_outreach",
]

FIGURES = {
    1: caseload_size,
    2: employment_services_staff,
    3: in_part.vocational_generalists,
    4: team_assignment,
    6: vr_collaboration,
    15: rapid_job_search,
    16: individualised_search,
    17: employer_contact_frequency,
    19: job_type_diversity,
    20: employer_diversity,
    21: competitive_jobs,
    24: community_based,
}
FROM_RECORD = {5: in_part.team_contact, 8: in_part.supervisor_role, 11: in_part.executive_support}

FIVE_OF = {0: 1, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5}
SCALE_MAPS = {
    5: FIVE_OF,
    8: FIVE_OF,
    10: FIVE_OF,
    11: FIVE_OF,
    13: {0: 1, 1: 2, 2: 3, 3: 4, 4: 5},
    25: {0: 1, 1: 1, 2: 1, 3: 2, 4: 3, 5: 4, 6: 5},
}
BANDS = (("not_ips", 25, 73), ("fair", 74, 99), ("good", 100, 114), ("exemplary", 115, 125))


def section_of(number):
    """The section of the scale that an item stands in."""
    return "staffing" if number <= 3 else "organisation" if number <= 11 else "services"


def attested(record, item, component):
    """What the latest attestation valid at the day says of a component; None if none is.

    A statement about the whole item (an empty component) says of no single component that it is
    met, and cannot be counted, so it rates nothing here.
    """
    valid = [
        row
        for row in record["attestations"]
        if row["scale"] == "ips-25"
        and row["item"] == item
        and row["component"] == component
        and row["stated_on"] <= record.as_at
        and (row["valid_until"] is None or record.as_at <= row["valid_until"])
    ]
    return max(valid, key=lambda row: row["stated_on"])["met"] if valid else None


def review_of(record, item):
    """The latest review that rated the item, as (review, rating); None if none did."""
    rated = []
    for review in record["fidelity_reviews"]:
        for score in record["fidelity_scores"]:
            if review["scale"] == "ips-25" and score["review_id"] == review["review_id"] and score["item"] == item:
                rated.append((review["scored_on"], review["review_id"], review, score["rating"]))
    if not rated:
        return None
    _, _, review, rating = max(rated, key=lambda entry: entry[:2])
    return review, rating


def with_components(record, number, scale_map):
    """The basis, rating and components of an item that counts components."""
    components = {letter: None for letter in "abcdef"[: max(scale_map)]}
    known = FROM_RECORD[number](record) if number in FROM_RECORD else {}
    components.update(known)
    for letter in components:
        if letter not in known:
            components[letter] = attested(record, number, letter)
    answer = {"components": components}
    if None not in components.values():
        answer["basis"] = "computed" if len(known) == len(components) else "attested"
        answer["rating"] = scale_map[sum(components.values())]
    return answer


def one_item(record, number, scale_maps):
    """One item of the scale as `fidelity --json` shows it (keys without a value are None)."""
    item = {
        "number": number,
        "key": KEYS[number - 1],
        "section": section_of(number),
        "basis": "none",
        "value": None,
        "numerator": None,
        "denominator": None,
        "rating": None,
        "coverage": None,
        "structural": False,
        "components": None,
        "by_staff": None,
        "reason": None,
        "review": None,
        "reviewed_on": None,
    }
    if number in FIGURES:
        item.update(FIGURES[number](record))
        item.pop("rows")
        if item["rating"] is not None:
            item["basis"] = "computed"
    elif number in scale_maps:
        item.update(with_components(record, number, scale_maps[number]))
    if item["rating"] is None and review_of(record, number):
        review, rating = review_of(record, number)
        item.update(basis="reviewed", rating=rating, review=review["review_id"], reviewed_on=review["scored_on"])
    return item


def fidelity(tables, service_id, as_at, scale_maps=None):
    """The 25 items of the scale at a day, in the shape of `fidelity --json`.

    `scale_maps` gives the count-to-rating map of each item that counts components.
    """
    record = Record(tables, service_id, as_at)
    return [one_item(record, number, scale_maps or SCALE_MAPS) for number in range(1, 26)]


def fidelity_totals(items):
    """How many items are rated, the lowest and highest total, and the bands that these span."""
    lowest = sum(item["rating"] or 1 for item in items)
    highest = sum(item["rating"] or 5 for item in items)
    return {
        "rated": sum(item["rating"] is not None for item in items),
        "lowest_total": lowest,
        "highest_total": highest,
        "bands": [key for key, low, high in BANDS if lowest <= high and highest >= low],
    }


def measure(tables, key, service_id, as_at):
    """One measure's figures at a day, with the `rows` that were counted or left out.

    Raises KeyError for a key that has no counted units.
    """
    number = KEYS.index(key.partition("@")[0]) + 1 if key.partition("@")[0] in KEYS else key
    return FIGURES[number](Record(tables, service_id, as_at))
