"""`placewell outcomes`."""


from placewell.commands import options
from placewell.commands.group import command


@command("outcomes", "  placewell outcomes --service S1 --from 2025-07-01 --to 2026-06-30\n"
         "  placewell outcomes --service S1 --from 2025-07-01 --to 2026-06-30 --json")  # fmt: skip
@options.of_service
@options.from_and_to(required=True)
@options.as_json
def outcomes(service_key, from_, to, as_json):
    """The outcome measures for a period, each under every definition it has.

    Access, job starts and sustained work mean different things to different funders: the same
    facts, counted by each one's rule, side by side.
    """
    options.check_period(from_, to)
    from placewell.commands.opening import find_service, open_database
    from placewell.commands.output import print_json

    open_database()
    from placewell.measures.outcomes import outcomes as taken

    service = find_service(service_key)
    figures = taken(service, from_=from_, to=to)
    document = {"service": service.key, "from": from_, "to": to, "outcomes": [entry(figure) for figure in figures]}
    if as_json:
        print_json(document)
    else:
        print_outcomes(document, str(service))


def entry(figure) -> dict:
    """One outcome as `placewell outcomes --json` prints it."""
    from placewell.measures.catalogue import MEASURES
    from placewell.measures.numbers import plain

    said = {
        "measure": figure.measure,
        "value": plain(figure.value),
        "numerator": plain(figure.numerator),
        "denominator": plain(figure.denominator),
        "unit": MEASURES[figure.measure].unit,
    }
    if figure.extra:
        said["extra"] = plain(dict(figure.extra))
    if figure.reason:
        said["reason"] = figure.reason
    return said


def print_outcomes(document: dict, name: str) -> None:
    """The outcomes for people."""
    from placewell.commands.output import print_table
    from placewell.measures.catalogue import MEASURES

    rows = [
        [
            MEASURES[one["measure"]].title,
            one["measure"],
            one["value"],
            one["unit"],
            one["numerator"],
            one["denominator"],
            said_besides(one),
        ]
        for one in document["outcomes"]
    ]
    print_table(
        f"{name}: outcomes from {document['from']} to {document['to']}",
        ["Outcome", "Definition", "Figure", "Unit", "Numerator", "Denominator", ""],
        rows,
    )


def said_besides(one: dict) -> str:
    """Why there is no figure, and what the measure says besides."""
    from placewell.commands.output import in_words

    extra = [f"{key.replace('_', ' ')} {in_words(value)}" for key, value in one.get("extra", {}).items()]
    return "; ".join([*filter(None, [one.get("reason")]), *extra])
