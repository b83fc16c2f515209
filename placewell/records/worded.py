"""Questions of the database that are put into SQL once and asked many times.

Django words a queryset anew each time, and for a question of many parts that takes longer than the
answer. A `Worded` question is built once for each connection, with stand-ins for its values; after
that only the values are put in their places. What it asks stays a queryset, written where it belongs.

    @Worded
    def held_by(staff, today):
        return Allocation.objects.standing().filter(staff=staff).covering(today)

    held_by(staff=12, today=today)

Values are whole numbers, days, words, or tuples of whole numbers. A tuple is filled up to the next of
`SIZES`, so that few wordings serve lists of any length; PostgreSQL is given it as one list. Words may
also be a part of what the database looks for (`icontains`); they then stand for themselves, whatever
signs are in them.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from placewell.records.as_lists import Many, as_lists

# Ids of no row and days of no record: in the wording they stand where the values go.
FIRST_NUMBER = 9_000_000_000_000_000_000
FIRST_DAY = date(9000, 1, 1)
WORDS = "words that stand in no record, {}."
NO_ROW = -1
SIZES = (1, 8, 30, 100)

Value = int | date | str | tuple[int, ...]


class Worded:
    """A question, by the function that builds its queryset from its values, given by keyword."""

    def __init__(self, build: Callable[..., QuerySet]):
        self.build = build

    def __call__(self, **values: Value) -> list:
        """What the database answers. A tuple longer than the last of `SIZES` is asked without a wording."""
        if any(isinstance(value, tuple) and len(value) > SIZES[-1] for value in values.values()):
            return list(self.build(**values))
        filled = {name: _filled(value) for name, value in values.items()}
        shape = tuple((name, len(value) if isinstance(value, tuple) else 0) for name, value in filled.items())
        worded = connection.__dict__.setdefault("placewell_worded", {})
        asked = worded.get((self, shape))
        if asked is None:
            asked = worded[self, shape] = _Asked(self.build, filled)
        return asked.answered(filled)


class _Asked:
    """A question in the words of one connection."""

    def __init__(self, build: Callable[..., QuerySet], like: dict[str, Value]):
        numbers, days = _numbers(), _days()
        standing_in = {name: _stand_in(value, numbers, days) for name, value in like.items()}
        self.queryset = build(**standing_in)
        self.compiler = self.queryset.query.get_compiler(connection=connection)
        try:
            self.sql, self.params = self.compiler.as_sql()
        except EmptyResultSet:
            # Such a question finds nothing, whatever its values.
            self.sql, self.params = "", ()
        self.queryset.query.get_compiler = lambda *_, **__: self.compiler
        if connection.vendor == "postgresql":
            lists = {name: value for name, value in standing_in.items() if isinstance(value, tuple)}
            self.sql, self.params = as_lists(self.sql, self.params, lists)
        # How columns are read depends on what is asked, which stays the same.
        self.compiler.get_converters = cache_one(self.compiler.get_converters)
        places = {
            _as_taken(part): (name, position)
            for name, value in standing_in.items()
            for position, part in enumerate(value if isinstance(value, tuple) else (value,))
        }
        # Which parameter is which value, which of its parts, and of what kind; and which has words within others.
        self.values = [
            (at, *places[param], _size_of(param)) for at, param in enumerate(self.params) if _is_value(param, places)
        ]
        self.lists = [(at, param) for at, param in enumerate(self.params) if isinstance(param, Many)]
        words = {value: name for name, value in standing_in.items() if isinstance(value, str)}
        self.within = [
            (at, param, standing_in, name)
            for at, param in enumerate(self.params)
            for standing_in, name in words.items()
            if isinstance(param, str) and standing_in in param and param != standing_in
        ]

    def answered(self, values: dict[str, Value]) -> list:
        """The rows for these values, as the queryset would give them."""
        told = list(self.params)
        taken = {name: _as_taken(value) for name, value in values.items()}
        for at, name, position, size in self.values:
            value = taken[name][position] if isinstance(taken[name], tuple) else taken[name]
            told[at] = value if size is None else size(value)
        for at, many in self.lists:
            told[at] = many.of(taken[many.name])
        for at, param, standing_in, name in self.within:
            # Each sign of the words stands for itself.
            told[at] = param.replace(standing_in, connection.ops.prep_for_like_query(values[name]))
        self.compiler.as_sql = lambda *_, **__: (self.sql, tuple(told))
        return list(self.queryset._iterable_class(self.queryset))


def cache_one(ask: Callable) -> Callable:
    """A function that is asked once and gives the same answer from then on, whatever it is asked."""
    answers = []

    def asked(*about):
        if not answers:
            answers.append(ask(*about))
        return answers[0]

    return asked


def _size_of(param) -> type | None:
    """The size of a number as PostgreSQL is told it: with a number of another size it would be another question."""
    return type(param) if isinstance(param, int) and type(param) is not int else None


def _is_value(param, places: dict) -> bool:
    return isinstance(param, int | str | date) and param in places


def _filled(value: Value) -> Value:
    """A tuple filled up by its last number, which finds nothing more; an empty one by no row's."""
    if not isinstance(value, tuple):
        return value
    size = next(size for size in SIZES if size >= len(value))
    return value + (value[-1] if value else NO_ROW,) * (size - len(value))


def _stand_in(value: Value, numbers: Iterator[int], days: Iterator[date]) -> Value:
    if isinstance(value, tuple):
        return tuple(next(numbers) for _ in value)
    if isinstance(value, str):
        return WORDS.format(next(numbers))
    return next(days) if isinstance(value, date) else next(numbers)


def _numbers() -> Iterator[int]:
    number = FIRST_NUMBER
    while True:
        yield number
        number += 1


def _days() -> Iterator[date]:
    day = FIRST_DAY
    while True:
        yield day
        day += timedelta(days=1)


def _as_taken(value: Value):
    """As the database's driver takes it: SQLite takes a day as words."""
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
