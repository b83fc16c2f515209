"""`placewell import` and `placewell export`: the record in and out, as a data package."""

from pathlib import Path

import click

from placewell.commands import options
from placewell.commands.faults import Fault
from placewell.commands.group import command

IMPORTS = """
  placewell import service-data/ --check
  placewell import service-data.zip
  placewell import workbook.xlsx --json
"""
EXPORTS = """
  placewell export service-data/
  placewell export riverside.xlsx --service S1
"""


@command("import", IMPORTS)
@click.argument("package", type=click.Path(path_type=Path))
@click.option("--check", "check_only", is_flag=True, help="Only report; write nothing.")
@options.as_json
def import_(package, check_only, as_json):
    """Read a data package into the record: a folder, a zip, or an XLSX workbook with a sheet a table.

    All or nothing: every fault is reported with file, line, column, value and remedy, and nothing
    is written unless there is none. The same package twice changes nothing; a changed row becomes
    a new version; what a package leaves out stays as it is.
    """
    from placewell.commands.opening import acting_as_system, open_database
    from placewell.commands.output import print_json, progress_bar

    if not package.exists():
        raise Fault(f"{package}: there is no such file or folder.")
    open_database()
    from placewell.exchange.importing import RecordBusy, import_package

    try:
        with progress_bar("Reading") as moved:
            report = import_package(package, by=acting_as_system(), check_only=check_only, progress=moved)
    except RecordBusy as fault:
        raise Fault(str(fault)) from fault
    if not report.ok:
        lines = [str(fault) for fault in report.faults]
        if report.fault_count > len(lines):
            lines.append(f"… and {report.fault_count - len(lines):,} more faults.")
        raise Fault(*lines, document=report.as_json())
    if as_json:
        print_json(report.as_json())
    else:
        print_report(report)


def print_report(report) -> None:
    """What an import found and did, for people; warnings on standard error, one a line."""
    from placewell.commands.output import print_table

    for warning in report.warnings:
        click.echo(f"Warning: {' '.join(str(warning).split())}", err=True)
    done = "would be written" if report.check_only else "written"
    rows = [
        [table, count["new"], count["changed"], count["unchanged"], count["withdrawn"]]
        for table, count in report.counts.items()
    ]
    note = f"{report.changes:,} rows {done}; no faults, {report.warning_count:,} warnings."
    print_table(report.package, ["Table", "New", "Changed", "Unchanged", "Withdrawn before"], rows, note=note)


@command("export", EXPORTS)
@click.argument("package", type=click.Path(path_type=Path))
@click.option("--service", "service_key", metavar="ID", help="One service only [default: all].")
@click.option("--force", is_flag=True, help="Overwrite PACKAGE when it is there already.")
def export(package, service_key, force):
    """Write the record as a data package: a folder, or a .zip or .xlsx by its name.

    It gives back what was imported. The package holds people's names and notes: keep it as safe
    as the record.
    """
    from placewell.commands.opening import acting_as_system, find_service, open_database
    from placewell.commands.output import progress_bar

    if not package.absolute().parent.is_dir():
        raise Fault(f"{package.parent}: there is no such folder.")
    open_database()
    service = find_service(service_key) if service_key else None
    from placewell.exchange.exporting import export_package
    from placewell.exchange.writing import CannotWrite

    try:
        with progress_bar("Writing") as moved:
            written = export_package(
                package, by=acting_as_system(), service=service, overwrite=force, progress=moved
            )
    except CannotWrite as fault:
        remedy = " Say --force to replace it." if package.exists() and not force else ""
        raise Fault(f"{fault}{remedy}") from fault
    filled = [table for table, rows in written.items() if rows]
    click.echo(f"{sum(written.values()):,} rows of {len(filled):,} tables written to {package}")
