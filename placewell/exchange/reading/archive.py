"""A package that is a zip of CSV files. Nothing is ever unpacked onto the disk.

Limits: at most `MOST_FILES` files, `LARGEST_FILE` bytes a file and `LARGEST_WHOLE` in all once
unpacked, and no file that unpacks to more than `STEEPEST` times its packed size (a zip bomb).
What a file claims of its size binds: the reader stops there, and a wrong claim fails its checksum.
"""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath

from placewell.exchange.contract import TABLES
from placewell.exchange.faults import Fault, Findings
from placewell.exchange.reading import descriptor
from placewell.exchange.reading.csv_rows import CsvFile
from placewell.exchange.reading.package import DESCRIPTOR_NAME, Package, is_junk, unknown_name, unreadable

MOST_FILES = 1_000
LARGEST_FILE = 4 * 1024**3
LARGEST_WHOLE = 8 * 1024**3
STEEPEST = 300
SMALL = 1024**2
ENCRYPTED = 0x1
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
MADE_AGAIN = "Make the zip again from the CSV files."


@contextmanager
def opened(path: Path, findings: Findings) -> Iterator[Package]:
    """The tables of a zip file. Raises PackageUnreadable when it cannot be opened."""
    try:
        archive = zipfile.ZipFile(path)
    except DAMAGED as error:
        raise unreadable(path.name, "this zip file is broken or is none", MADE_AGAIN) from error
    with archive:
        members = checked(path.name, archive, findings)
        if "xl/workbook.xml" in archive.namelist():
            raise unreadable(path.name, "this is a workbook, not a zip of CSV files", "Give it the ending .xlsx.")
        package = Package(path)
        top = common_folder(members)
        for member in members:
            name = member.filename[len(top) :]
            stem, _, ending = name.rpartition(".")
            if name == DESCRIPTOR_NAME:
                _check_descriptor(archive, member, findings)
            elif ending == "csv" and stem in TABLES and stem not in package.tables:
                package.tables[stem] = ZipCsvFile(name, member.file_size, partial(archive.open, member))
            elif stem in package.tables:
                findings.fault(Fault(name, None, None, None, "this file is in the zip twice", "Keep one of them."))
            else:
                findings.fault(unknown_name(name, name))
        yield package


class ZipCsvFile(CsvFile):
    """A CSV file inside a zip: what is damaged is a fault of the package."""

    def rows(self, findings: Findings):
        try:
            yield from super().rows(findings)
        except DAMAGED:
            self.complete = False
            findings.fault(Fault(self.file, None, None, None, "this file is damaged inside the zip", MADE_AGAIN))


def checked(file: str, archive: zipfile.ZipFile, findings: Findings) -> list[zipfile.ZipInfo]:
    """The members that can be read, without folders and by-products of systems.

    Raises PackageUnreadable for an archive beyond the limits.
    """
    members = archive.infolist()
    if len(members) > MOST_FILES:
        raise unreadable(file, f"it holds more than {MOST_FILES:,} files", MADE_AGAIN)
    if sum(member.file_size for member in members) > LARGEST_WHOLE:
        raise unreadable(
            file, f"it unpacks to more than {LARGEST_WHOLE // 1024**3} GB", "Import it in parts, or as a folder."
        )
    good = []
    for member in members:
        parts = PurePosixPath(member.filename).parts
        if member.is_dir() or any(is_junk(part) for part in parts):
            continue
        problem = strange(member)
        if problem:
            findings.fault(Fault(member.filename, None, None, None, *problem))
        else:
            good.append(member)
    return good


def strange(member: zipfile.ZipInfo) -> tuple[str, str] | None:
    """Why a member is refused, and what to do; None when it is not."""
    name = member.filename
    if name.startswith("/") or "\\" in name or ":" in name or ".." in PurePosixPath(name).parts:
        return "this path leads out of the zip", MADE_AGAIN
    if stat.S_ISLNK(member.external_attr >> 16):
        return "this is a link to somewhere else", "Put the file itself into the zip."
    if member.flag_bits & ENCRYPTED:
        return "this file is locked with a password", "Make the zip without a password."
    if member.file_size > LARGEST_FILE:
        return f"this file unpacks to more than {LARGEST_FILE // 1024**3} GB", "Import it in parts."
    if member.file_size > max(SMALL, STEEPEST * member.compress_size):
        return f"this file unpacks to more than {STEEPEST} times its size, as no CSV file does", MADE_AGAIN
    return None


def common_folder(members: list[zipfile.ZipInfo]) -> str:
    """The one folder that all files lie in ("" when there is none): what zipping a folder makes."""
    tops = {member.filename.partition("/")[0] for member in members}
    all_inside = members and all("/" in member.filename for member in members)
    return f"{tops.pop()}/" if all_inside and len(tops) == 1 else ""


def _check_descriptor(archive: zipfile.ZipFile, member: zipfile.ZipInfo, findings: Findings) -> None:
    try:
        descriptor.check(partial(archive.read, member), member.file_size, findings)
    except DAMAGED:
        findings.fault(Fault(DESCRIPTOR_NAME, None, None, None, "this file is damaged inside the zip", MADE_AGAIN))
