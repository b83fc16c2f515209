"""Codes of kinds of work that were used before, so that nobody has to look them up again."""

from functools import cache

from django.db.models import Count, Min, QuerySet

from placewell.scales.occupations import classification

MOST = 40


def used_before(jobs: QuerySet) -> list[tuple[str, str]]:
    """Code and a title it was used for, the most used first, of jobs behind a door."""
    rows = jobs.values("occupation_code").annotate(times=Count("pk"), title=Min("title")).order_by("-times")[:MOST]
    return sorted((row["occupation_code"], row["title"]) for row in rows)


@cache
def kinds_offered() -> list[str]:
    """Every kind of work, and titles of jobs that name one, offered while a worker types."""
    groups = classification().groups.values()
    return [f"{one.code} {one.title}" for one in groups] + sorted(title for one in groups for title in one.job_titles)
