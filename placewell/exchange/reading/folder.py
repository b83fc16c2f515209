"""A package that is a folder of CSV files."""

import os
from functools import partial
from pathlib import Path

from placewell.exchange.contract import TABLES
from placewell.exchange.faults import Fault, Findings
from placewell.exchange.reading import descriptor
from placewell.exchange.reading.csv_rows import CsvFile
from placewell.exchange.reading.package import DESCRIPTOR_NAME, Package, is_junk, unknown_name


def opened(path: Path, findings: Findings) -> Package:
    """The tables of a folder. Links and folders in it are faults: a package is complete in itself."""
    package = Package(path)
    for entry in sorted(os.scandir(path), key=lambda entry: entry.name):
        stem, ending = os.path.splitext(entry.name)
        if is_junk(entry.name):
            continue
        if entry.is_symlink():
            remedy = "Put the file itself into the folder."
            findings.fault(Fault(entry.name, None, None, None, "this is a link to somewhere else", remedy))
        elif not entry.is_file(follow_symlinks=False):
            findings.fault(
                Fault(
                    entry.name, None, None, None, "this is not a file", "A package holds CSV files only; take it out."
                )
            )
        elif entry.name == DESCRIPTOR_NAME:
            descriptor.check(Path(entry.path).read_bytes, entry.stat().st_size, findings)
        elif ending == ".csv" and stem in TABLES:
            package.tables[stem] = CsvFile(entry.name, entry.stat().st_size, partial(open, entry.path, "rb"))
        else:
            findings.fault(unknown_name(entry.name, entry.name))
    return package
