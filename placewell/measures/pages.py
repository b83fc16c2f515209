"""Writes the documentation of the measures, a page each, from the catalogue.

    python -m placewell.measures.pages

The pages stand in ``docs/measures/``; a test fails when they are not those of the catalogue.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from placewell.measures.catalogue import MEASURES, Measure
from placewell.scales import Item, load_scale

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "measures"
MARKS = {
    "verified": "verified: read in the source named",
    "partly_verified": "partly verified: part of it read in the source, or in an adapted copy",
    "from_memory": "from memory: to be checked against the source",
}
WINDOWS = {
    "as at": "as things stand at the end of the as-at date",
    "13 weeks": "the 13 whole weeks, Monday to Sunday, of which the last ends on or before the as-at date",
    "period": "the period asked for, both ends included",
}
ITEM = "ips-25"
NOTE = "<!-- Written by `python -m placewell.measures.pages` from the catalogue. Change the measure, not this page. -->"


def main() -> None:
    """Write every page, and take away those of measures that are gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


def pages() -> Mapping[str, str]:
    """The text of every page, by file name."""
    found = {f"{measure.name}.md": page(measure) for measure in MEASURES.values()}
    return found | {"README.md": contents()}


def contents() -> str:
    """The list of all measures."""
    rows = [
        f"| [{one.title}]({one.name}.md) | `{one.name}` | {f'item {one.item}' if one.item else 'outcome'} "
        f"| {one.unit} | {one.mark.replace('_', ' ')} |"
        for one in MEASURES.values()
    ]
    head = [
        NOTE,
        "",
        "# Measures",
        "",
        "Each measure counts units (a person, a job, a specialist's week) with one text of SQL that runs on every",
        "engine, and adds them up by one rule. A unit that is left out says why. A figure can be opened to its units:",
        "`placewell measure KEY --service ID --as-at DATE --rows`.",
        "",
        "| measure | key | of | unit | mark |",
        "|---|---|---|---|---|",
    ]
    return "\n".join([*head, *rows]) + "\n"


def page(measure: Measure) -> str:
    """One measure: the rule in words, where it comes from, what is left out, the bands."""
    item = load_scale(ITEM).item(measure.item) if measure.item else None
    parts = [
        NOTE,
        f"# {measure.title}",
        f"`{measure.name}`" + (f", item {item.number} of IPS-25" if item else ", an outcome"),
        measure.rule,
        measure.also,
        _facts(measure),
        _left_out(measure),
        _bands(item) if item else "",
        f"The text that counts: [{measure.path.name}]({os.path.relpath(measure.path, FOLDER)})",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _facts(measure: Measure) -> str:
    rows = {
        "counted unit": measure.counts,
        "unit": measure.unit,
        "window": WINDOWS.get(measure.window, f"the {measure.window} to the as-at date"),
        "coverage": measure.coverage,
        "source": measure.source,
        "mark": MARKS[measure.mark],
    }
    return "\n".join(["| | |", "|---|---|", *(f"| {name} | {words} |" for name, words in rows.items())])


def _left_out(measure: Measure) -> str:
    if not measure.why_words:
        return "Every unit that the measure looks at is counted."
    reasons = [f"- `{code}`: {words}" for code, words in measure.why_words.items()]
    return "\n".join(["## Not counted", "", *reasons])


def _bands(item: Item) -> str:
    if item.rated == "people":
        return "## Rating\n\nPeople rate this item; the record stands beside it as evidence."
    rows = [
        f"| {rating} | {_cut(item, rating)} | {item.descriptor(rating).says} "
        f"| {item.descriptor(rating).mark.replace('_', ' ')} |"
        for rating in range(1, 6)
    ]
    head = ["## Rating", "", "| rating | from | in words | mark |", "|---|---|---|---|"]
    return "\n".join([*head, *rows])


def _cut(item: Item, rating: int) -> str:
    if item.cuts:
        cut = item.cuts[rating - 1]
        return "–" if cut is None else str(cut)
    counts = sorted(count for count, given in item.ratings.items() if given == rating)
    return ", ".join(map(str, counts)) or "–"


if __name__ == "__main__":
    main()
