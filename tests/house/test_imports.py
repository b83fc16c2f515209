"""The floors: imports run one way down, and pages do not reach past the door."""

import ast
import subprocess
import sys
from pathlib import Path

from tests.house.tree import PACKAGE, ROOT, files, parsed, short

PLAIN = ("rules",)  # rooms that know no framework, no database and no clock
FOREIGN = {"django", "psycopg", "sqlite3", "duckdb", "pyspark", "placewell"}
CLOCK = {"today", "now", "utcnow", "time", "localtime", "monotonic"}


def test_imports_run_one_way_down():
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def imported(tree: ast.AST) -> set[str]:
    """The dotted names that a module imports."""
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def test_rules_are_plain_python():
    strangers = {
        short(path): sorted(names)
        for room in PLAIN
        for path in files(".py", under=PACKAGE / room)
        if (names := {n for n in imported(parsed(path)) if n.split(".")[0] in FOREIGN and not at_home(n, room)})
    }
    assert strangers == {}


def at_home(name: str, room: str) -> bool:
    return name.startswith(f"placewell.{room}")


def asks_the_clock(tree: ast.AST) -> list[int]:
    """The lines on which a module asks what day or time it is."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCK
        and isinstance(node.func.value, ast.Name | ast.Attribute)
        and (node.func.value.id if isinstance(node.func.value, ast.Name) else node.func.value.attr)
        in {"date", "datetime", "timezone", "time"}
    ]


def test_rules_and_measures_have_no_clock():
    clocks = {
        short(path): found
        for room in ("rules", "scales", "measures")
        for path in files(".py", under=PACKAGE / room)
        if (found := asks_the_clock(parsed(path)))
    }
    assert clocks == {}


def test_the_clock_is_recognised():
    assert asks_the_clock(ast.parse("date.today()\ndatetime.datetime.now()\nself.today()\ntoday")) == [1, 2]


def reaches_past_the_door(tree: ast.AST) -> list[int]:
    """The lines that use a model's manager, or ask the database by hand."""
    return sorted(
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager", "_base_manager", "cursor"}
    )


def test_pages_reach_records_only_through_the_door():
    found = {
        short(path): numbers
        for path in files(".py", under=PACKAGE / "web")
        if (numbers := reaches_past_the_door(parsed(path)))
    }
    assert found == {}


def test_reaching_past_the_door_is_recognised():
    assert reaches_past_the_door(ast.parse("Client.objects.all()\nconnection.cursor()\nclients_for(me)")) == [1, 2]
