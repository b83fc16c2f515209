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
    document = taken(service, from_=from_, to=to).as_json()
    if as_json:
        print_json(document)
    else:
        print_outcomes(document, str(service))


def print_outcomes(document: dict, name: str) -> None:
    """The outcomes for people."""
    from placewell.commands.output import in_words, print_table
    from placewell.measures.catalogue import MEASURES

    rows = [
        [
            MEASURES[one["measure"]].title,
            one["measure"],
            one["value"],
            one["unit"],
            one["numerator"],
            one["denominator"],
            "; ".join(
                [one["reason"]] * bool(one.get("reason"))
                + [f"{key.replace('_', ' ')} {in_words(value)}" for key, value in (one.get("extra") or {}).items()]
            ),
        ]
        for one in document["outcomes"]
    ]
    print_table(
        f"{name}: outcomes from {document['from']} to {document['to']}",
        ["Outcome", "Definition", "Figure", "Unit", "Numerator", "Denominator", ""],
        rows,
    )
