"""Files, functions, classes and templates stay small enough to read in one go."""

import re

from django.apps import apps

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


def own_fields(model) -> int:
    """How many fields a model has beside those of the bases that models share."""
    shared = {
        field.name
        for base in model.__mro__[1:]
        if hasattr(base, "_meta") and base._meta.abstract
        for field in base._meta.local_fields
    }
    return sum(field.name not in shared and not field.primary_key for field in model._meta.local_fields)


def test_models_have_at_most_20_fields_of_their_own():
    models = [model for model in apps.get_models() if model.__module__.startswith("placewell.")]
    assert models
    assert {model.__name__: count for model in models if (count := own_fields(model)) > FIELDS} == {}


def test_no_module_has_a_name_that_says_nothing():
    vague = [short(path) for path in python_files() if VAGUE & {path.stem, *path.relative_to(ROOT).parts[:-1]}]
    assert vague == []
