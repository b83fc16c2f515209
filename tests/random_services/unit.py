"""Meetings and who came, partners, statements with their evidence, and fidelity reviews."""

from datetime import timedelta

from tests.slow_ways.days import months_before, thirteen_mondays

COMPONENTS = {5: "abcde", 8: "abcde", 10: "abcde", 11: "abcde", 13: "abcd", 25: "abcdef"}
SOURCES = ("management_information", "document", "interview", "observation", "plan")


def add_meeting(tables, dice, sid, kind, day, team=None, people=()):
    """One meeting, held or missed, with those of the people who came."""
    held = dice.chance(0.85)
    meeting = f"{sid}-G{len(tables['meetings']) + 1}"
    asked = kind == "clinical_team" and held
    tables["meetings"].append(
        {
            "meeting_id": meeting,
            "service_id": sid,
            "kind": kind,
            "team_id": team,
            "scheduled_on": day,
            "held": held,
            "minutes": dice.maybe(60 if held else 0),
            "people_discussed": dice.maybe(4) if held else None,
            "decisions": dice.maybe(2) if held else None,
            "not_yet_referred_raised": dice.pick([None, 0, 0, 1, 3]) if asked else None,
            "executive_present": dice.pick([True, False, None]) if held else None,
            "barriers_raised": dice.pick([None, 0, 1, 2]) if held else None,
            "goals_set": dice.pick([True, False, None]) if held else None,
        }
    )
    if held:
        tables["meeting_attendance"] += [{"meeting_id": meeting, "staff_id": person} for person in people]


def add_meetings(tables, dice, sid):
    """Weekly, monthly and quarterly meetings, as faithfully as this service keeps them."""
    staff = [row["staff_id"] for row in tables["staff"] if row["service_id"] == sid]
    teams = [row["team_id"] for row in tables["clinical_teams"] if row["service_id"] == sid]
    keen, often = dice.pick([0.3, 0.7, 0.8, 1]), dice.pick([0.4, 0.9, 1])
    mondays = thirteen_mondays(dice.as_at)
    for monday in [mondays[0] - timedelta(weeks=1), *mondays, mondays[-1] + timedelta(weeks=1)]:
        for team in teams:
            if dice.chance(often):
                come = [
                    row["staff_id"]
                    for row in tables["team_attachments"]
                    if row["team_id"] == team and dice.chance(keen)
                ]
                come += [person for person in staff if dice.chance(0.05)]
                add_meeting(tables, dice, sid, "clinical_team", in_week(dice, monday), team, sorted(set(come)))
        if dice.chance(often):
            add_meeting(
                tables,
                dice,
                sid,
                "group_supervision",
                in_week(dice, monday),
                people=[person for person in staff if dice.chance(keen)],
            )
        for person in staff:
            if dice.chance(keen / 2):
                add_meeting(tables, dice, sid, "individual_supervision", in_week(dice, monday), people=[person])
    for kind in ("field_mentoring", "outcome_review", "steering_group", "partner", "joint_planning"):
        for _ in range(dice.pick([0, 1, 3, 8])):
            back = dice.pick([90, 90, 90, 400])
            add_meeting(
                tables,
                dice,
                sid,
                kind,
                dice.day(dice.as_at - timedelta(days=back), dice.today),
                people=[person for person in staff if dice.chance(keen)],
            )


def in_week(dice, monday):
    """A day of the week, its two ends more often than the rest."""
    return monday + timedelta(days=dice.pick([0, 1, 2, 3, 6]))


def add_partner_contacts(tables, dice, sid):
    """Contacts with partners, about a person or about nobody, often or hardly ever."""
    staff = [row["staff_id"] for row in tables["staff"] if row["service_id"] == sid]
    mine = {row["client_id"] for row in tables["clients"] if row["service_id"] == sid}
    episodes = [row for row in tables["episodes"] if row["client_id"] in mine]
    laid, about = set(), dice.pick([0, 0.5, 0.9, 1])
    days = [dice.day(dice.as_at - timedelta(days=110), dice.today) for _ in range(dice.pick([0, 2, 5, 25, 60]))]
    if dice.chance(0.15):
        days = [months_before(dice.as_at, months) for months in (1, 2)] + [dice.as_at]
    for day in days:
        entered = [row["episode_id"] for row in episodes if row["entered_on"] <= day]
        episode = dice.maybe(dice.pick(entered), about) if entered else None
        person = dice.pick(staff)
        if (person, day, episode) not in laid:
            laid.add((person, day, episode))
            tables["partner_contacts"].append(
                {
                    "staff_id": person,
                    "episode_id": episode,
                    "made_on": day,
                    "mode": dice.pick(["face_to_face", "telephone", "email"]),
                }
            )


def add_attestations(tables, dice, sid):
    """Statements on components: whole sets or gaps, contradicted later, expiring on the day."""
    for item, letters in COMPONENTS.items():
        complete = dice.chance(0.6)
        for letter in letters:
            if complete or dice.chance(0.6):
                attest(tables, dice, sid, item, letter, complete)
    for item in dice.some([1, 5, 7, 13, 21]):
        attest(tables, dice, sid, item, None, False)


def attest(tables, dice, sid, item, letter, lasting):
    """One statement, or two of which the later wins while it is valid."""
    days = {
        dice.day(dice.as_at - timedelta(days=400), dice.as_at if lasting else dice.today)
        for _ in range(dice.pick([1, 1, 2]))
    }
    for day in sorted(days):
        until = dice.pick([None, dice.as_at, dice.as_at - timedelta(days=1), day + timedelta(days=200)])
        if lasting and until is not None and until < dice.as_at and dice.chance(0.9):
            until = None
        tables["attestations"].append(
            {
                "service_id": sid,
                "scale": "ips-25" if dice.chance(0.96) or lasting else "local-scale",
                "item": item,
                "component": letter,
                "met": dice.chance(0.75),
                "stated_on": day,
                "valid_until": None if until is None else max(until, day),
                "source": dice.pick(SOURCES),
                "statement": dice.maybe("Seen in the files", 0.3),
            }
        )


def add_reviews(tables, dice, sid):
    """No review, or several, before, on and after the day, each of all items or of some."""
    days = {dice.day(dice.as_at - timedelta(days=500), dice.today) for _ in range(dice.pick([0, 1, 1, 2]))}
    if dice.chance(0.2):
        days.add(min(dice.today, dice.as_at + timedelta(days=dice.pick([0, 0, 1]))))
    for number, day in enumerate(sorted(days, key=lambda day: dice.random.random()), 1):
        review = f"{sid}-F{number}"
        tables["fidelity_reviews"].append(
            {
                "review_id": review,
                "service_id": sid,
                "scale": "ips-25" if dice.chance(0.9) else "local-scale",
                "kind": dice.pick(["independent", "self", "peer", "guided_self"]),
                "scored_on": day,
            }
        )
        items = range(1, 26) if dice.chance(0.7) else sorted(dice.some(range(1, 26)))
        tables["fidelity_scores"] += [
            {"review_id": review, "item": item, "rating": dice.number(1, 5), "rationale": None} for item in items
        ]
