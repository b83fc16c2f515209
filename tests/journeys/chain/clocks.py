"""The clock of a job by three funders' definitions: what its pages say, and the same counted day by day."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from tests.journeys.chain.unit import Entered, Worked
from tests.journeys.week.days import Week

DAY = timedelta(days=1)
TITLES = {
    "13-weeks": "Sustained 13 weeks in one job",
    "26-weeks": "Sustained 26 weeks in one job",
    "13-in-16": "Sustained 13 of 16 weeks",
}
WEEKS = {"13-weeks": 13, "26-weeks": 26, "13-in-16": 16}
# Tag → words, of the two lists of a clock; the weeks; what stands below a heading.
CLOCK = """() => {
  const words = (found) => found.innerText.replace(/\\s+/g, " ").trim();
  const below = (heading) => {
    const found = [...document.querySelectorAll("main h2")].find((one) => words(one) === heading);
    const list = found ? found.nextElementSibling : null;
    return list && list.tagName === "UL" ? [...list.querySelectorAll("li")].map(words) : [];
  };
  const facts = [...document.querySelectorAll("main .nhsuk-summary-list__row")].map((row) => [...row.children].map(words));
  return {
    facts: Object.fromEntries(facts),
    milestones: below("Weeks in the job"),
    definitions: below("By each funder’s definition"),
    gaps: below("Days without a job"),
    beside: below("Jobs beside one another"),
    weeks: [...document.querySelectorAll("main tbody tr")].map((row) => words(row.cells[2])),
  };
}"""
# Of a paper: how it stands, what is missing, and each table row by row without the heads that a phone repeats.
PAPER = """() => {
  const words = (found) => found.textContent.replace(/\\s+/g, " ").trim();
  const after = (heading) => [...document.querySelectorAll("main h2")]
    .find((one) => words(one) === heading).nextElementSibling;
  const cell = (found) => {
    const copy = found.cloneNode(true);
    copy.querySelector(".nhsuk-table-responsive__heading")?.remove();
    return words(copy);
  };
  return {
    stands: words(after("How it stands")),
    missing: [...after("What is missing").querySelectorAll("li")].map(words),
    tables: [...document.querySelectorAll("main table")].map((table) =>
      [...table.tBodies[0].rows].map((row) => [...row.cells].map(cell))),
  };
}"""


@dataclass(frozen=True)
class Clock:
    """How a job stands by one definition, and what the definition counted."""

    verdict: str
    counted: int


def about(words: str, what: str) -> re.Pattern:
    """The name of a link whose end, what it is about, is not seen."""
    return re.compile(rf"^{re.escape(words)}\s*: {re.escape(what)}$")


def said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def days_in(job: Worked, today: date) -> list[date]:
    """Each day that was worked whole by this morning, one by one."""
    days, day = [], job.began
    while day < today and job.runs(day):
        days.append(day)
        day += DAY
    return days


def in_one_job(job: Worked, weeks: int, today: date) -> Clock:
    """So many weeks of seven days in one job."""
    days = len(days_in(job, today))
    if days >= 7 * weeks:
        return Clock("Met", days)
    return Clock("Not met" if job.ended else "Not due yet", days)


def sixteen_weeks(entered: Entered, today: date) -> list[int]:
    """The hours of each of the 16 weeks from the first job: every job that is worked on one of its days."""
    first = min(job.began for job in entered.jobs)
    found = []
    for number in range(16):
        week = [first + 7 * number * DAY + nth * DAY for nth in range(7)]
        begun = [day for day in week if day <= today]
        found.append(sum(job.hours for job in entered.jobs if any(job.runs(day) for day in begun)))
    return found


def in_16_weeks(entered: Entered, today: date) -> Clock:
    """13 of the 16 weeks with 7 hours or more. All of the 16 are over in this story."""
    assert today >= min(job.began for job in entered.jobs) + 7 * 16 * DAY
    enough = [hours for hours in sixteen_weeks(entered, today) if hours >= 7]
    return Clock("Met" if len(enough) >= 13 else "Not met", len(enough))


def by_definition(entered: Entered, job: Worked, today: date) -> dict[str, str]:
    """Each funder's definition by its page, and how the job stands by it."""
    return {
        "13-weeks": in_one_job(job, 13, today).verdict,
        "26-weeks": in_one_job(job, 26, today).verdict,
        "13-in-16": in_16_weeks(entered, today).verdict,
    }


def stretches(days: list[date]) -> list[tuple[date, date]]:
    """Days in a row, as first and last."""
    found: list[tuple[date, date]] = []
    for day in sorted(days):
        if found and found[-1][1] + DAY == day:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def days_with(entered: Entered, today: date) -> dict[date, int]:
    """Every day from the first job to today, and how many jobs are worked on it."""
    day, found = min(job.began for job in entered.jobs), {}
    while day <= today:
        found[day] = sum(job.runs(day) for job in entered.jobs)
        day += DAY
    return found


def span(first: date, last: date) -> str:
    """As a page says it: 2 to 8 March 2026."""
    if first == last:
        return said(first)
    if (first.month, first.year) == (last.month, last.year):
        return f"{first.day} to {said(last)}"
    return f"{first.day} {first:%B} to {said(last)}" if first.year == last.year else f"{said(first)} to {said(last)}"


def missing(entered: Entered, job: Worked, slug: str, today: date) -> list[str]:
    """What the paper of a definition lacks: days to come, days that no proof shows, and her own word."""
    weeks, single = WEEKS[slug], slug != "13-in-16"
    first = job.began if single else min(one.began for one in entered.jobs)
    days = [first + nth * DAY for nth in range(7 * weeks)]
    lines = []
    if by_definition(entered, job, today)[slug] == "Not due yet":
        lines.append(f"{weeks} weeks are reached on {said(days[-1] + DAY)}.")
    for one in [job] if single else in_order(entered):
        shown_by_none = [day for day in days if day <= today and one.runs(day) and day not in one.proved]
        lines += [f"No proof of {one.title} from {said(a)} to {said(b)}." for a, b in stretches(shown_by_none)]
    until = min(days[-1], today)
    if not any(on >= until for on in entered.words):
        lines.append(f"The person has not said since {said(until)} that they were in work.")
    return lines


def in_order(entered: Entered) -> list[Worked]:
    return sorted(entered.jobs, key=lambda one: one.began)


def next_check(entered: Entered, job: Worked, today: date) -> str:
    """The next day on which something is decided for a job that runs."""
    days = [job.began + 7 * weeks * DAY for weeks in (13, 26, 52)] + [in_order(entered)[0].began + 7 * 16 * DAY]
    coming = [day for day in days if day > today]
    return said(min(coming)) if coming and not job.ended else "None: nothing is left to be decided"


def check(way: Week, entered: Entered, job: Worked) -> dict[str, str]:
    """From the page of the person's work: the clock of a job and its three papers, each as counted by hand.

    Answers with how the job stands by each definition, and comes back to the work.
    """
    page, address = way.hand.page, way.hand.page.url
    way.open(about("The job’s clock", job.title), "clock")
    check_clock(page.evaluate(CLOCK), entered, job, way.unit.today)
    for slug, title in TITLES.items():
        way.open(about("Evidence", title), f"evidence-{slug}")
        check_paper(page.evaluate(PAPER), entered, job, slug, way.unit.today)
        page.go_back()
    page.goto(address)
    return by_definition(entered, job, way.unit.today)


def check_clock(clock: dict, entered: Entered, job: Worked, today: date) -> None:
    """The page of a clock: its milestones, the definitions, the 16 weeks, gaps, and jobs beside one another."""
    assert [words.split(" weeks in this job")[0] for words in clock["milestones"]] == [
        f"{in_one_job(job, weeks, today).verdict} {weeks}" for weeks in (13, 26, 52)
    ]
    by_hand = by_definition(entered, job, today)
    for (slug, verdict), words in zip(by_hand.items(), clock["definitions"], strict=True):
        lacks = len(missing(entered, job, slug, today))
        assert words.startswith(f"{verdict} {TITLES[slug]} "), words
        assert words.endswith(f" {lacks} missing" if lacks else " Nothing missing"), words
    hours = sixteen_weeks(entered, today)
    assert clock["weeks"] == [f"{one} hours{'' if one >= 7 else ' (too few)'}" for one in hours]
    worked = days_with(entered, today)
    assert clock["gaps"] == [span(*one) for one in stretches([day for day, jobs in worked.items() if jobs == 0])]
    assert clock["beside"] == [span(*one) for one in stretches([day for day, jobs in worked.items() if jobs >= 2])]
    assert clock["facts"]["Next check"] == next_check(entered, job, today)


def check_paper(paper: dict, entered: Entered, job: Worked, slug: str, today: date) -> None:
    """One paper: the verdict, the jobs that were counted, the weeks, and everything that is missing."""
    verdict = by_definition(entered, job, today)[slug]
    assert paper["stands"].startswith(f"{verdict} on {said(today)}: "), paper["stands"]
    assert paper["tables"][0] == [
        [one.title, one.employer, said(one.began), said(one.ended) if one.ended else "Runs on", f"{one.hours}"]
        for one in ([job] if slug != "13-in-16" else in_order(entered))
    ]
    if slug == "13-in-16":
        weeks = [row[2] for row in paper["tables"][1]]
        enough = {True: "7 hours or more", False: "Less than 7 hours"}
        assert weeks == [enough[hours >= 7] for hours in sixteen_weeks(entered, today)]
        assert f": {in_16_weeks(entered, today).counted} weeks of 7 hours or more" in paper["stands"]
    assert paper["missing"] == missing(entered, job, slug, today)
