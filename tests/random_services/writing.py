"""Write typed tables as the CSV files of the contract."""

import csv
import json
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

DATAPACKAGE = Path(__file__).parents[1] / "contract" / "datapackage.json"


def schema():
    """`{table: [field, …]}` of the contract, each field as the data package describes it."""
    package = json.loads(DATAPACKAGE.read_text(encoding="utf-8"))
    return {table["name"]: table["schema"]["fields"] for table in package["resources"]}


def as_text(value):
    """A cell's text: ISO dates, minutes for times, `true` or `false`, plain decimals."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return format(exact.normalize(), "f")
    return str(value)


def write_package(tables, folder):
    """Write each table as `<folder>/<table>.csv`, its columns in the order of the contract."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, fields in schema().items():
        columns = [field["name"] for field in fields]
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
            writer = csv.writer(handle, lineterminator="\n")
            writer.writerow(columns)
            for row in tables.get(name, []):
                writer.writerow([as_text(row[column]) for column in columns])
