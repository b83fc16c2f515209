"""`placewell measures` and `placewell measure`."""

import click

from placewell.commands import options
from placewell.commands.faults import Fault
from placewell.commands.group import command

EXAMPLE = """
  placewell measure rapid_job_search@1 --service S1
  placewell measure caseload_size@1 --service S1 --as-at 2026-06-30 --by team --json
  placewell measure job_starts@ipsgrow --service S1 --from 2025-07-01 --to 2026-06-30 --rows
"""


@command("measures", "  placewell measures\n  placewell measures --json")
@options.as_json
def measures(as_json):
    """Every measure: key, version, title, unit, source."""
    from placewell.commands.opening import set_up
    from placewell.commands.output import print_json, print_table

    set_up()
    from placewell.measures.catalogue import MEASURES

    if as_json:
        print_json(
            [
                {
                    "measure": one.name, "key": one.key, "version": one.version, "title": one.title,
                    "unit": one.unit, "source": one.source, "mark": one.mark, "kind": one.kind, "item": one.item,
                }  # fmt: skip
                for one in MEASURES.values()
            ]
        )
        return
    rows = [[one.key, one.version, one.title, one.unit, one.source] for one in MEASURES.values()]
    print_table(f"{len(rows)} measures", ["Key", "Version", "Title", "Unit", "Source"], rows)


@command("measure", EXAMPLE)
@click.argument("key")
@options.of_service
@options.as_at
@options.from_and_to(required=False)
@click.option("--by", type=click.Choice(["staff", "team"]), help="Break the figure down.")
@click.option("--rows", is_flag=True, help="List what was counted, and what was not and why.")
@options.as_json
def measure(key, service_key, as_at, from_, to, by, rows, as_json):
    """One measure of a service. KEY is its key, with its version: rapid_job_search@1.

    A measure of fidelity speaks as at a date, today unless --as-at says another. An outcome
    speaks of a period: --from and --to, both days included.
    """
    options.check_period(from_, to)
    if as_at and to:
        raise click.UsageError("Give --as-at, or --from and --to, not both.")
    from placewell.commands.opening import acting_as_system, find_service, open_database
    from placewell.commands.output import print_json

    open_database()
    from placewell.measures.catalogue import UnknownMeasure, find
    from placewell.measures.taking import take

    try:
        wanted = find(key)
    except UnknownMeasure as fault:
        raise Fault(str(fault)) from fault
    if wanted.is_outcome and to is None:
        raise click.UsageError(f"{wanted.name} speaks of a period: give --from and --to.")
    service = find_service(service_key)
    day = as_at or to or acting_as_system().today(service)
    figure = take(wanted.name, service, as_at=day, from_=from_, to=to, by=by)
    document = as_document(figure, with_rows=rows)
    if as_json:
        print_json(document)
    else:
        print_measure(document, wanted, str(service))


def as_document(figure, *, with_rows: bool) -> dict:
    """A figure as `placewell measure --json` prints it."""
    from placewell.commands.units import names_of
    from placewell.measures.numbers import plain, six_places

    window = figure.window
    document = {
        "measure": figure.measure,
        "service": figure.service,
        "as_at": figure.as_at,
        "window": {"from": window.first, "to": window.last} if window else None,
        "value": plain(figure.value),
        "numerator": plain(figure.numerator),
        "denominator": plain(figure.denominator),
        "coverage": six_places(figure.coverage),
        "rating": figure.rating,
        "reason": figure.reason,
        "extra": plain(dict(figure.extra)),
        "by": [line_document(line, figure.by) for line in figure.breakdown],
    }
    if figure.components:
        document["components"] = dict(figure.components)
    if with_rows:
        document["rows"] = [
            {
                "unit": name, "kind": unit.kind, "part": unit.part or None,
                "numerator": plain(unit.numerator), "denominator": plain(unit.denominator),
                "counted": unit.counted, "why": unit.why,
            }  # fmt: skip
            for name, unit in zip(names_of(figure.units), figure.units, strict=True)
        ]
    return document


def line_document(line, by: str) -> dict:
    """One owner's line: `staff` or `team` names them."""
    from placewell.measures.numbers import plain

    return {
        by: line.key,
        "value": plain(line.value),
        "numerator": plain(line.numerator),
        "denominator": plain(line.denominator),
        "rating": line.rating,
        "reason": line.reason,
    }


def print_measure(document: dict, wanted, name: str) -> None:
    """A measure for people: its figure, its breakdown, its rows."""
    from placewell.commands.output import in_words, print_table

    window = document["window"]
    period = f"{window['from']} to {window['to']}" if window else f"on {document['as_at']}"
    told = [(word, document[word]) for word in ("numerator", "denominator", "rating", "reason")]
    told += [(word.replace("_", " "), value) for word, value in document["extra"].items()]
    rows = [["value", f"{in_words(document['value'])} {wanted.unit}"]]
    rows += [[word, in_words(value)] for word, value in told]
    rows.append(["coverage", f"{document['coverage']:.0%}"])
    print_table(f"{name}: {wanted.title} ({wanted.name}), {period}", ["", ""], rows, note=wanted.rule)
    if document["by"]:
        by = next(iter(document["by"][0]))
        lines = [[one[by], one["value"], one["numerator"], one["denominator"], one["rating"], one["reason"]]
                 for one in document["by"]]  # fmt: skip
        print_table(f"By {by}", [by, "Value", "Numerator", "Denominator", "Rating", ""], lines)
    if "rows" in document:
        units = [[one["unit"], one["part"], one["numerator"], one["denominator"], one["counted"],
                  wanted.why_words.get(one["why"], one["why"])] for one in document["rows"]]  # fmt: skip
        print_table("What was counted", ["Unit", "Part", "Numerator", "Denominator", "Counted", "Why not"], units)
