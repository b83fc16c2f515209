"""What may not stand in a committed file."""

import re
import tomllib
from pathlib import Path

from tests.house.tree import PACKAGE, ROOT, committed, files, short

THIS = Path(__file__).resolve()
UNFINISHED = re.compile(
    r"\b(TODO|FIXME|XXX|HACK|raise NotImplementedError|WIP)\b"
    r"|(?i:for now\b|coming soon|not implemented|not yet implemented|lorem ipsum|placeholder text|to be done later)"
)
NOT_RUN = re.compile(r"pytest\.(?:mark\.)?(?:skip|skipif|xfail|importorskip)\b|unittest\.skip")
OTHERS_FILES = {".woff", ".woff2", ".ttf", ".otf", ".eot", ".map", ".whl", ".tgz"}
HOSTS = re.compile(r"https?://(?:[\w.-]+\.)?(?:pypi|npmjs|pythonhosted|debian|githubusercontent)\.[a-z]+|/opt/wheels")
WRITTEN_WITH = re.compile(
    r"\bWITH\s+\w+\s*(?:\([^)]*\)\s*)?AS\s*\([^;]{0,4000}?\b(?:INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET)\b",
    re.I | re.S,
)


def texts(*suffixes):
    return [(path, path.read_text(encoding="utf-8")) for path in files(*suffixes) if path != THIS]


def holding(pattern, *suffixes, under=None):
    """`path:line` of each place where the pattern stands."""
    return [
        f"{short(path)}:{text.count(chr(10), 0, found.start()) + 1}: {found.group(0)[:60]}"
        for path, text in texts(*suffixes)
        if under is None or path.is_relative_to(under)
        for found in pattern.finditer(text)
    ]


def test_nothing_is_left_unfinished():
    found = holding(UNFINISHED, ".py", ".html", ".js", ".sql", ".yaml", ".yml", ".md", ".toml", ".txt")
    assert [place for place in found if not place.startswith("CONTRIBUTING.md:")] == [], "CONTRIBUTING states the rule"


def test_unfinished_words_are_recognised():
    for wrong in ("# TODO", "raise NotImplementedError", "zero for now", "Coming soon"):
        assert UNFINISHED.search(wrong), wrong
    assert not UNFINISHED.search("What was done before now stays; the method is noted.")


def test_every_test_is_run():
    assert holding(NOT_RUN, ".py", under=ROOT / "tests") == []


def test_no_file_of_other_people_is_committed():
    kept = committed()
    assert kept
    strange = [str(path) for path in kept if path.suffix in OTHERS_FILES or ".min." in path.name]
    assert strange == []
    assert [str(path) for path in kept if {"vendor", "node_modules"} & set(path.parts)] == []


def test_no_registry_is_named_in_a_lock():
    locks = [ROOT / "package-lock.json", *sorted((ROOT / "requirements").glob("*.txt"))]
    assert len(locks) > 3
    for lock in locks:
        text = lock.read_text()
        assert not HOSTS.search(text), lock.name
        assert '"resolved"' not in text, lock.name
        assert "--index-url" not in text, lock.name


def test_every_locked_package_has_a_hash():
    for lock in sorted((ROOT / "requirements").glob("*.txt")):
        entries = re.split(r"\n(?=\S)", lock.read_text())
        packages = [entry for entry in entries if not entry.startswith("#")]
        assert [entry for entry in packages if "--hash=sha256:" not in entry] == [], lock.name


def test_locks_name_what_pyproject_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = {
        "runtime.txt": project["project"]["dependencies"],
        "dev.txt": [
            *project["project"]["dependencies"],
            *project["project"]["optional-dependencies"]["lake"],
            *project["dependency-groups"]["dev"],
        ],
        "build.txt": project["build-system"]["requires"],
    }
    for lock, wanted in asked.items():
        locked = set(re.findall(r"^([a-z0-9.-]+)==", (ROOT / "requirements" / lock).read_text(), re.M))
        names = {re.match(r"[\w.-]+", entry).group(0).lower() for entry in wanted}
        assert names - locked == set(), f"run requirements/lock.sh: {lock} lacks these"


def test_every_dependency_says_what_it_is_for():
    text = (ROOT / "pyproject.toml").read_text()
    wordless = re.findall(r'^\s+"[a-z][\w.-]+(?:\[[\w,]+\])?\s*[<>=~!][^"]*",?\s*$', text, re.M)
    assert wordless == []


def test_no_write_hides_behind_with():
    found = holding(WRITTEN_WITH, ".sql", ".py", under=PACKAGE)
    assert found == []


def test_a_write_behind_with_is_recognised():
    assert WRITTEN_WITH.search("with gone as (select 1) delete from clients")
    assert WRITTEN_WITH.search("WITH a (x) AS (SELECT 1)\nINSERT INTO b SELECT x FROM a")
    assert not WRITTEN_WITH.search("with open(path) as file:\n    # insert into the list\n    pass")
