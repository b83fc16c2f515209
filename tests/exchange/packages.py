"""Small packages to be made wrong, one cell at a time."""

import csv
import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from openpyxl import Workbook

from placewell.access.worker import Worker, system_worker
from placewell.exchange.contract import TABLES
from placewell.exchange.importing import Report, import_package

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
EXAMPLE = Path(__file__).parents[1] / "contract" / "example"

SMALL = {
    "services": "S1,Harbour,GB,,,2024-01-01",
    "clinical_teams": "T1,S1,North,recovery,,2024-01-01,",
    "clinical_team_counts": "T1,2026-06-01,40,20,5,3",
    "staff": "E1,S1,Ana Reid,,2025-01-01,",
    "staff_terms": "E1,employment_specialist,1,,,,2025-01-01,",
    "team_attachments": "E1,T1,2025-01-01,",
    "staff_weeks": "E1,2026-06-01,1200,300,600,0.5,true,",
    "clients": "C1,S1,Mia,Lowe,,1990-05-04,,,9434765919,,,,en,",
    "referrals": "R1,C1,T1,2025-01-20,self,,true,,,,accepted,2025-01-25",
    "episodes": "P1,C1,R1,T1,2025-02-01,out_of_work,2026-02-01,goal_met,",
    "allocations": "P1,E1,key_worker,2025-02-01,2026-02-01",
    "contacts": 'K1,P1,E1,2025-03-01T14:05,45,video,remote,intake,attended,client;family,,,"said ""yes"", then left"',
    "vocational_profiles": "P1,1,2025-02-20,2,3,first",
    "job_preferences": "P1,2025-02-20,71,10,20,",
    "plans": "P1,action_plan,2025-02-21,,,",
    "benefits_advice": "P1,2025-03-01,2025-03-05,trained_adviser,true,J1,before_start,false",
    "disclosure_discussions": "P1,2025-02-22,true,true,tell_some,true",
    "employers": "M1,S1,Bakery,C,1-9,",
    "employer_contacts": "X1,M1,E1,P1,2025-03-03,face_to_face,learn_needs,true,,71,false",
    "leads": "L1,M1,E1,Baker,71,2025-03-03,,open",
    "jobs": "J1,P1,M1,Baker,5432,2025-04-01,,,,20,12.21,GBP,permanent,true,true,true,",
    "job_changes": "J1,2025-09-01,24.5,",
    "meetings": "G1,S1,clinical_team,T1,2025-03-04,true,60,4,2,1,,,",
    "meeting_attendance": "G1,E1",
    "partner_contacts": "E1,P1,2025-03-06,telephone",
    "attestations": "S1,ips-25,11,a,true,2025-06-01,,interview,",
    "fidelity_reviews": "F1,S1,ips-25,independent,2025-12-01",
    "fidelity_scores": "F1,1,4,well kept",
}


def small() -> dict[str, list[dict[str, str]]]:
    """A whole package with one row a table, as text by column."""
    return {
        name: [dict(zip(TABLES[name].names, next(csv.reader([line])), strict=True))] for name, line in SMALL.items()
    }


def with_row(tables: dict, name: str, /, **changes: str) -> dict:
    """Add a row to a table: its first row, changed."""
    tables[name].append({**tables[name][0], **changes})
    return tables


def as_csv(name: str, rows: list[dict[str, str]], columns=None) -> str:
    """A table as CSV text."""
    columns = columns or TABLES[name].names
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([row[column] for column in columns] for row in rows)
    return text.getvalue()


def folder(path: Path, tables: dict) -> Path:
    path.mkdir(exist_ok=True)
    for name, rows in tables.items():
        (path / f"{name}.csv").write_text(as_csv(name, rows), encoding="utf-8", newline="")
    return path


def zipped(path: Path, files: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def zip_of(path: Path, tables: dict) -> Path:
    return zipped(path, {f"{name}.csv": as_csv(name, rows) for name, rows in tables.items()})


def workbook(path: Path, tables: dict) -> Path:
    """A workbook whose sheets hold rows of any values."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        sheet.append(list(TABLES[name].names))
        for row in rows:
            sheet.append([row[column] for column in TABLES[name].names])
    book.save(path)
    return path


def taken_in(path: Path, *, by: Worker | None = None, **more) -> Report:
    """Import a package as the system account, on 30 June 2026."""
    return import_package(path, by=by or system_worker(NOW), **more)


def everything(path: Path) -> dict[str, list[str]]:
    """All lines of a folder of CSV files, sorted, by table; empty tables left out."""
    found = {}
    for file in sorted(path.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as text:
            rows = sorted(csv.reader(text), key=lambda row: row)
        if len(rows) > 1:
            found[file.stem] = rows
    return found
