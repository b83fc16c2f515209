"""Files, functions, classes and templates stay small enough to read in one go."""

import ast
import re

from tests.house.tree import ROOT, classes, files, functions, length, lines, parsed, short

FILE, FUNCTION, CLASS, TEMPLATE, FIELDS = 300, 40, 150, 100, 20
WRITTEN_BY_MACHINE = {"package-lock.json"}
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "service", "misc"}
ARITHMETIC = re.compile(r"\{%-?\s*widthratio\b|\|\s*(?:add|divisibleby)\b|\{%-?\s*cycle\b.*\bas\b")


def python_files():
    return [path for path in files(".py") if "migrations" not in path.parts]


def too_long(paths, limit):
    return {short(path): lines(path) for path in paths if lines(path) > limit}


def test_files_have_at_most_300_lines():
    sources = [*python_files(), *files(".js", ".css", ".sql", ".sh")]
    assert sources
    assert too_long(sources, FILE) == {}


def test_functions_have_at_most_40_lines():
    long = {
        f"{short(path)}:{node.name}": length(node)
        for path in python_files()
        for node in functions(parsed(path))
        if length(node) > FUNCTION
    }
    assert long == {}


def test_classes_have_at_most_150_lines():
    long = {
        f"{short(path)}:{node.name}": length(node)
        for path in python_files()
        for node in classes(parsed(path))
        if length(node) > CLASS
    }
    assert long == {}


def test_templates_have_at_most_100_lines():
    assert too_long(files(".html"), TEMPLATE) == {}


def test_templates_do_no_arithmetic():
    sums = {short(path): found for path in files(".html") if (found := ARITHMETIC.findall(path.read_text()))}
    assert sums == {}


def test_arithmetic_is_recognised():
    for wrong in ("{% widthratio a b 100 %}", "{{ a|add:1 }}", "{% with b=a|add:'2' %}", "{% if a|divisibleby:2 %}"):
        assert ARITHMETIC.search(wrong), wrong
    for right in ("{{ address }}", "{% cycle 'a' 'b' %}", "{{ a|date:'j F' }}"):
        assert not ARITHMETIC.search(right), right


def test_models_have_at_most_20_fields_of_their_own():
    wide = {
        f"{short(path)}:{node.name}": count
        for room in ("records", "people", "access")
        for path in files(".py", under=ROOT / "placewell" / room)
        if "migrations" not in path.parts
        for node in classes(parsed(path))
        if (count := own_fields(node)) > FIELDS
    }
    assert wide == {}


def own_fields(node: ast.ClassDef) -> int:
    """How many database fields a class body sets, by the name of what is called."""
    calls = (
        item.value.func
        for item in node.body
        if isinstance(item, ast.Assign | ast.AnnAssign) and isinstance(item.value, ast.Call)
    )
    names = (call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls)
    return sum(name.endswith("Field") or name in {"ForeignKey"} for name in names)


def test_fields_are_counted():
    body = "class A:\n    a = models.TextField()\n    b = models.ForeignKey('B')\n    c = 3\n    d = WordField()"
    assert own_fields(next(classes(ast.parse(body)))) == 3


def test_no_module_has_a_name_that_says_nothing():
    vague = [short(path) for path in python_files() if VAGUE & {path.stem, *path.relative_to(ROOT).parts[:-1]}]
    assert vague == []
