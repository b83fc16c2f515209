"""`placewell fidelity`."""

import click

from placewell.commands import options
from placewell.commands.faults import Fault
from placewell.commands.group import command

EXAMPLE = """
  placewell fidelity --service S1
  placewell fidelity --service S1 --as-at 2026-06-30 --json
"""
BASIS = {"computed": "the record", "attested": "statements", "reviewed": "a review", "none": "–"}


@command("fidelity", EXAMPLE)
@options.of_service
@click.option("--scale", default="ips-25", show_default=True, help="The fidelity scale.")
@options.as_at
@options.as_json
def fidelity(service_key, scale, as_at, as_json):
    """Every item of a fidelity scale: figure, indicative rating, and where the rating comes from.

    An item without enough in the record falls back to statements, then to the latest review, and
    else is not rated. There is no single total: an unrated item counts 1 in the lowest and 5 in
    the highest.
    """
    from placewell.commands.opening import acting_as_system, find_service, open_database
    from placewell.commands.output import print_json

    open_database()
    from placewell.measures.fidelity import fidelity as picture_of
    from placewell.scales import load_scale

    service = find_service(service_key)
    try:
        load_scale(scale, country=service.country)
    except KeyError:
        raise Fault(f"There is no scale “{scale}” here. There is: ips-25.") from None
    picture = picture_of(service, as_at=as_at or acting_as_system().today(service), scale=scale)
    document = picture.as_json()
    if as_json:
        print_json(document)
    else:
        print_picture(document, str(service))


def print_picture(document: dict, name: str) -> None:
    """The picture for people."""
    from placewell.commands.output import print_table

    rows = [
        [
            item["number"],
            item["key"].replace("_", " "),
            item["rating"],
            item.get("value"),
            item.get("unit"),
            BASIS[item["basis"]],
            f"{item['coverage']:.0%}" if item.get("coverage") is not None else None,
            said_besides(item),
        ]
        for item in document["items"]
    ]
    bands = " to ".join(dict.fromkeys((document["bands"][0], document["bands"][-1]))).replace("_", " ")
    print_table(
        f"{name}: fidelity ({document['scale']}) on {document['as_at']}",
        ["Item", "", "Rating", "Figure", "Unit", "From", "Coverage", ""],
        rows,
        note=f"{document['rated']} of {len(rows)} items rated; total from {document['lowest_total']} "
        f"to {document['highest_total']} ({bands}). Ratings are indicative.",
    )


def said_besides(item: dict) -> str:
    """Why an item is not rated by the record, its components, or the day of its review."""
    parts = [(item.get("reason") or "").replace("_", " ")]
    if item.get("components"):
        parts.append(" ".join(f"{key} {_mark(met)}" for key, met in sorted(item["components"].items())))
    if item.get("reviewed_on"):
        parts.append(f"reviewed on {item['reviewed_on']}")
    return "; ".join(part for part in parts if part)


def _mark(met: bool | None) -> str:
    return {True: "yes", False: "no", None: "?"}[met]
