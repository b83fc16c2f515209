"""What the fidelity pages print of each item, and what a week makes of it, counted by hand."""

from tests.journeys.week.days import Week
from tests.journeys.week.unit import Unit

ITEMS = range(1, 26)
# Nothing that a specialist writes in these forms is counted here; see the test for why.
UNMOVED = (5, 6, 7, 8, 10, 11, 13)
NONE = "nothing to count yet"
# Each row of an item's page: its words, and what stands beside them.
ROWS = """() => Object.fromEntries([...document.querySelectorAll("main .nhsuk-summary-list__row")].map((row) =>
  [...row.querySelectorAll("dt, dd")].map((said) => said.innerText.replace(/\\s+/g, " ").trim())))"""
# Each item of the page of them all: its number, and its figure without its words.
FIGURES = """() => Object.fromEntries([...document.querySelectorAll("main .placewell-items tbody tr")].map((row) =>
  [row.querySelector(".placewell-number").innerText, row.querySelector(".placewell-items__figure strong")?.innerText]))"""


def printed(way: Week, when: str) -> tuple[dict, dict]:
    """Number → figure on the page of all items; number → rows of the item's own page. Each page is looked at."""
    way.go("fidelity/", f"fidelity-{when}")
    figures = {int(number): told for number, told in way.hand.page.evaluate(FIGURES).items()}
    rows = {}
    for number in ITEMS:
        way.go(f"fidelity/{number}/", f"fidelity-{when}-{number}")
        rows[number] = way.hand.page.evaluate(ROWS)
    return figures, rows


def days_waited(unit: Unit) -> int:
    """From the beginning of support to Wednesday, when the employer was met."""
    return (unit.monday - unit.entered).days + 2


def figures_by_hand(unit: Unit) -> dict[int, tuple]:
    """Item → its figure before and after the week, on the page of all items."""
    waited = str(days_waited(unit))
    none_before = {2: "90%", 15: waited, 16: "100%", 17: "2", 19: "100%", 20: "100%", 21: "100%", 24: "60%"}
    return {1: ("1", "2")} | {number: (None, figure) for number, figure in none_before.items()}


def rows_by_hand(unit: Unit) -> dict[int, dict[str, tuple]]:
    """Item → row of its page → what it says before and after the week."""
    return figure_rows(unit) | indicator_rows()


def figure_rows(unit: Unit) -> dict[int, dict[str, tuple]]:
    """The two numbers behind each figure: under “From” while there is no figure."""
    share = {
        2: ("0 hours on employment services, 0 hours worked",
            "90% of working time 36 hours on employment services, 40 hours worked"),
        15: ("0 days waited, 0 episodes with an employer contact",
             f"{days_waited(unit)} days to the first employer contact {days_waited(unit)} days waited, "
             "1 episode with an employer contact"),
        16: ("0 contacts that follow a preference, 0 contacts about a person",
             "100% of employer contacts about a person 2 contacts that follow a preference, 2 contacts about a person"),
        17: ("0 face-to-face employer contacts, 0 full-time weeks worked",
             "2 face-to-face employer contacts per full-time specialist per week 2 face-to-face employer contacts, "
             "1 full-time week worked"),
        19: ("0 different occupations, 0 jobs", "100% of jobs 1 different occupation, 1 job"),
        20: ("0 different employers, 0 jobs", "100% of jobs 1 different employer, 1 job"),
        21: ("0 competitive, lasting jobs, 0 jobs", "100% of jobs 1 competitive, lasting job, 1 job"),
        24: ("0 hours in the community, 0 hours worked",
             "60% of scheduled working time 24 hours in the community, 40 hours worked"),
    }  # fmt: skip
    own = "episode from the specialist’s own teams"
    caseload = "clients per full-time specialist"
    return {number: {"From": (before, None), "Figure": (None, after)} for number, (before, after) in share.items()} | {
        1: {"Figure": (f"1 {caseload} 1 open episode, 1 full-time specialist",
                       f"2 {caseload} 2 open episodes, 1 full-time specialist")},
        3: {"From": ("0 phases done, 1 specialist looked at", "2 phases done, 1 specialist looked at"),
            "Rating": ("2 of 5", "3 of 5")},
        4: {"Figure": (f"100% of the caseload from the specialist's teams 1 {own}, 1 episode held",
                       f"100% of the caseload from the specialist's teams 2 {own.replace('episode', 'episodes')}, "
                       "2 episodes held")},
    }  # fmt: skip


def indicator_rows() -> dict[int, dict[str, tuple]]:
    """What stands beside a rating by people."""
    return {
        9: {"Kinds of source that referrals came from": ("0", "1")},
        12: {"Jobs started with benefits advice before the start, or declined": (NONE, "1 of 1 (100%)")},
        14: {
            "Episodes with a first profile within 30 days, of two sessions and two sources": (
                "0 of 1 (0%)", "1 of 2 (50%)"
            ),
            "Job starts and ends with the profile renewed within 30 days": (NONE, "0 of 1 (0%)"),
        },
        18: {"Employers met face to face and as planned twice or more in 90 days": (NONE, "1 of 1 (100%)")},
        22: {"Kinds of support in 3 months, for each person in work": (NONE, "2 on average, over 1")},
        23: {
            "Jobs with a meeting in the week before the start": (NONE, "1 of 1 (100%)"),
            "Jobs with a meeting in the first three days": (NONE, "1 of 1 (100%)"),
        },
        25: {
            "Gaps of 14 days in which attempts to reach the person were noted": ("0 of 1 (0%)", "1 of 2 (50%)"),
            "Gaps in which a clinician tried": ("0 of 1 (0%)", "0 of 2 (0%)"),
        },
    }  # fmt: skip
