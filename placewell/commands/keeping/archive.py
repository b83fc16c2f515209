"""The backup file: a zip of members and a manifest that says what each must be."""

import hashlib
import json
import os
import shutil
import zipfile
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath

from placewell.commands.faults import Fault

MANIFEST = "manifest.json"
KIND = "placewell backup"
FORMAT = 1
CHUNK = 1024 * 1024


@dataclass
class Manifest:
    """What a backup holds.

    `engine` is sqlite or postgresql; `migrations` the (app, name) of every one applied; `counts`
    rows by table; `columns` their order in a PostgreSQL copy; `members` size in bytes and SHA-256
    of each file in the zip.
    """

    version: str
    made_at: str
    engine: str
    migrations: list[list[str]]
    counts: dict[str, int]
    columns: dict[str, list[str]] = field(default_factory=dict)
    members: dict[str, dict] = field(default_factory=dict)
    kind: str = KIND
    format: int = FORMAT


def write(target: Path, folder: Path, manifest: Manifest, *, moved=None) -> None:
    """Zip a folder with its manifest into `target`, whole on disk when this returns, mode 600."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    total, done = sum(path.stat().st_size for path in paths), 0
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=5) as made:
            for path in paths:
                name = path.relative_to(folder).as_posix()
                digest = hashlib.sha256()
                with path.open("rb") as source, made.open(name, "w", force_zip64=True) as member:
                    while chunk := source.read(CHUNK):
                        digest.update(chunk)
                        member.write(chunk)
                        done += len(chunk)
                        if moved:
                            moved(done, total, "Writing")
                manifest.members[name] = {"bytes": path.stat().st_size, "sha256": digest.hexdigest()}
            made.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1))
        file.flush()
        os.fsync(file.fileno())


def read_manifest(path: Path) -> Manifest:
    """The manifest of a backup file. Raises Fault when this is none, or none we can read."""
    if not path.exists():
        raise Fault(f"{path}: there is no such file.")
    if not path.is_file():
        raise Fault(f"{path}: this is a folder. Name the backup file.")
    try:
        with zipfile.ZipFile(path) as opened:
            told = json.loads(opened.read(MANIFEST))
        if told["kind"] != KIND:
            raise ValueError
        if told["format"] > FORMAT:
            raise Fault(f"{path}: made by a newer placewell ({told['version']}). Restore it with that version.")
        return Manifest(**told)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError) as fault:
        raise Fault(f"{path}: this is not a whole placewell backup. Nothing was changed.") from fault


def extract(path: Path, manifest: Manifest, folder: Path, *, moved=None) -> None:
    """Take everything out into a folder, held against the manifest.

    Raises Fault for a member that is damaged, missing, not in the manifest or named to land
    elsewhere, and when the disk is too small.
    """
    total, done = sum(member["bytes"] for member in manifest.members.values()), 0
    if shutil.disk_usage(folder).free < total:
        raise Fault(f"{folder.parent}: the disk has no room for what the backup holds ({total:,} bytes).")
    with zipfile.ZipFile(path) as opened:
        if set(opened.namelist()) != {*manifest.members, MANIFEST}:
            raise Fault(f"{path}: holds other files than its manifest says. Nothing was changed.")
        for name, must in manifest.members.items():
            place = PurePosixPath(name)
            if place.is_absolute() or ".." in place.parts or "\\" in name:
                raise Fault(f"{path}: a file in it is named to land elsewhere ({name}). Nothing was changed.")
            done = _take_out(opened, path, name, must, folder / place, done=done, total=total, moved=moved)


def _take_out(opened, path: Path, name: str, must: dict, target: Path, *, done: int, total: int, moved) -> int:
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    try:
        with opened.open(name) as member, target.open("wb") as file:
            while chunk := member.read(CHUNK):
                size += len(chunk)
                if size > must["bytes"]:
                    break
                digest.update(chunk)
                file.write(chunk)
                if moved:
                    moved(done + size, total, "Checking")
    except (zipfile.BadZipFile, OSError, EOFError, ValueError) as fault:
        if isinstance(fault, OSError) and fault.filename:
            raise
        raise Fault(f"{path}: {name} in it is damaged. Nothing was changed.") from fault
    if size != must["bytes"] or digest.hexdigest() != must["sha256"]:
        raise Fault(f"{path}: {name} in it is damaged. Nothing was changed.")
    return done + size
