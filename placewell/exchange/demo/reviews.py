"""What people said about fidelity: an early self review, an independent review, statements.

Ratings and reasons are made up and in our own words; the text of the scale
belongs to others. Two items were left without an agreed rating, as happens
when an interview falls through, so that the live picture has a lowest and a
highest total.
"""

SELF_REVIEWED = -483
REVIEWED = -266
# item: self rating (or none), agreed rating (or none), why
SCORES = {
    1: (3, 4, "Caseloads of 16 to 24 for a full week; the vacancy left one specialist above the others."),
    2: (3, 4, "Two specialists still run a drop-in that is not about work, about two hours a week."),
    3: (4, 4, "Specialists do every stage themselves; one hands over early in-work support."),
    4: (3, 4, "Most people come from the teams that the specialists sit in."),
    5: (3, 3, "Weekly meetings are joined by most. Employment notes reach the clinical record in one team of three."),
    6: (2, 2, "Jobcentre Plus is rung when there is a problem. There is no standing meeting yet."),
    7: (3, 4, "Group supervision three weeks in four; leads are shared on a board; cover works."),
    8: (2, 3, "The leader is now full time. Field mentoring happens for the newcomer, rarely for the others."),
    9: (3, 4, "No formal exclusion. Two clinicians said they would wait until somebody is ready."),
    10: (2, 3, "Work is asked about at intake. No displays in two waiting rooms; stories were shared once."),
    11: (None, None, "The interview with the chief executive could not be held in the review's two days."),
    12: (2, 3, "A trained adviser is there on Wednesdays; changes of hours are mostly left to the specialist."),
    13: (3, 4, "Good and bad sides are talked through, wording agreed. Few people had a second talk."),
    14: (3, 3, "First profiles are good. Four of ten were not updated after a job ended."),
    15: (2, 3, "First employer contact after 63 days on average in the notes read."),
    16: (3, 3, "Two thirds of employer contacts matched what people had asked for."),
    17: (1, 2, "Between two and four visits a week; the log was read monthly for two specialists only."),
    18: (2, 3, "Friendly visits with an introduction; few second visits to learn what an employer needs."),
    19: (4, 4, "A broad range of jobs; kitchens and shops are a little over-represented."),
    20: (5, 5, "Hardly any employer took on two people."),
    21: (4, 4, "Three of the jobs were fixed term."),
    22: (None, None, "Too few people in work could be interviewed to agree on a rating."),
    23: (3, 4, "Weekly at first, then monthly for most. Two people had a gap around the first payday."),
    24: (2, 3, "About 45 per cent of the time is out of the office."),
    25: (3, 4, "Several attempts, also by clinicians; visits together are rare."),
}
# item, component, met, stated, valid for (days), source, statement
STATEMENTS = (
    (5, "b", True, -160, 364, "observation", "Specialist's view was asked for on six of nine people."),
    (5, "c", False, -160, 364, "document", "Plans are copied into the clinical record in one team only."),
    (10, "a", True, -245, 364, "document", "Intake form asks about interest in work."),
    (10, "b", False, -245, 364, "document", "The yearly review form has no question on work."),
    (10, "c", True, -120, 364, "observation", "Posters and work stories in all three waiting rooms."),
    (10, "d", True, -120, 364, "interview", "Four people told their work story at the team away day."),
    (10, "e", True, -90, 364, "management_information", "Employment rate is shared with all staff each quarter."),
    (11, "a", True, -260, 364, "interview", "Clinical director could name the principles."),
    (11, "b", True, -430, 364, "document", "Half-yearly reviews were in the quality calendar for that year."),
    (11, "d", True, -200, 364, "document", "Goal for people in work stands in the yearly plan."),
    (13, "a", True, -130, 364, "interview", "Nobody was told that they had to tell an employer."),
    (13, "b", True, -130, 364, "plan", "Good and bad sides noted in nine of ten plans read."),
    (13, "c", True, -130, 364, "plan", "Wording with examples in eight of ten plans."),
    (13, "d", False, -130, 364, "plan", "A second talk was found in four of ten."),
    (13, "d", False, -460, 182, "plan", "No plan had more than one talk."),
)


def make_reviews(unit) -> None:
    """Reviews with their agreed ratings, and statements with their evidence."""
    on = unit.days.on
    for kind, day, place in (("self", SELF_REVIEWED, 0), ("independent", REVIEWED, 1)):
        key = unit.key("F")
        unit.add(
            "fidelity_reviews",
            {
                "review_id": key,
                "service_id": unit.service,
                "scale": "ips-25",
                "kind": kind,
                "scored_on": on(day),
            },
        )
        for item, score in SCORES.items():
            if score[place] is not None:
                unit.add(
                    "fidelity_scores",
                    {
                        "review_id": key,
                        "item": item,
                        "rating": score[place],
                        "rationale": score[2] if kind == "independent" else None,
                    },
                )
    _statements(unit)


def _statements(unit) -> None:
    on = unit.days.on
    for item, component, met, stated, lasts, source, statement in STATEMENTS:
        unit.add(
            "attestations",
            {
                "service_id": unit.service,
                "scale": "ips-25",
                "item": item,
                "component": component,
                "met": met,
                "stated_on": on(stated),
                "valid_until": on(stated + lasts),
                "source": source,
                "statement": statement,
            },
        )
