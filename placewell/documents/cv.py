"""A CV as a paper: the person's to edit, with nothing on it of health, benefits, convictions or the service."""

from collections.abc import Iterable

from placewell.documents.paper import Block, Document, Heading, Text
from placewell.records.models import Cv, CvJob

SECTIONS_BEFORE = [("about", "About me"), ("strengths", "What I bring")]
SECTIONS_AFTER = [
    ("education", "Education and training"),
    ("licences", "Licences and certificates"),
    ("languages", "Languages"),
    ("digital_skills", "Computer skills"),
    ("other", "More about me"),
]


def cv_document(cv: Cv, jobs: Iterable[CvJob], *, name: str, country: str) -> Document:
    """The CV with the words that were chosen, in the order in which a reader looks for them.

    The paper names neither the service nor who made it.
    """
    return Document(
        title=name,
        subtitle="",
        blocks=[
            *([Text(cv.reach)] if cv.reach else []),
            *sections(cv, SECTIONS_BEFORE),
            *worked(jobs),
            *sections(cv, SECTIONS_AFTER),
        ],
        made_on=cv.made_on,
        footer="",
        language=f"en-{country}",
    )


def sections(cv: Cv, asked: list[tuple[str, str]]) -> list[Block]:
    """The parts that have words."""
    told = [(title, getattr(cv, field)) for field, title in asked]
    return [block for title, words in told if words for block in (Heading(title), Text(words))]


def worked(jobs: Iterable[CvJob]) -> list[Block]:
    """The jobs, the latest first."""
    blocks: list[Block] = []
    for job in jobs:
        blocks.append(Heading(", ".join(filter(None, [job.title, job.employer])), 2))
        blocks += [Text(job.dates, is_quiet=True)] if job.dates else []
        blocks += [Text(job.duties)] if job.duties else []
    return [Heading("Work experience"), *blocks] if blocks else []
