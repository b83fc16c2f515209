"""What lies in the source tree: files, functions, classes, fields. Read, never imported."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "placewell"
OURS = ("placewell", "tests", "docs", "benchmarks", "bin", ".ci", "requirements")
NOT_OURS = ("vendor", "__pycache__", "pictures")


def files(*suffixes: str, under: Path | None = None) -> list[Path]:
    """Our files with one of these suffixes, without what was fetched or made."""
    folders = [under] if under else [ROOT / name for name in OURS]
    found = [path for folder in folders for path in sorted(folder.rglob("*"))]
    top = [] if under else [path for path in ROOT.iterdir() if path.is_file()]
    return [
        path
        for path in found + top
        if path.is_file() and path.suffix in suffixes and not set(path.parts) & set(NOT_OURS)
    ]


def committed() -> list[Path]:
    """The paths that git keeps, from the root."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    return [Path(name) for name in listed.stdout.split("\0") if name]


def lines(path: Path) -> int:
    """How many lines a file has."""
    return len(path.read_text(encoding="utf-8").splitlines())


def parsed(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def length(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    """Lines from the `def` or `class` to its last line; decorators stand outside."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def classes(tree: ast.AST) -> Iterator[ast.ClassDef]:
    """Every class."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def short(path: Path) -> str:
    """A path as a person would name it, from the root."""
    return str(path.relative_to(ROOT))
