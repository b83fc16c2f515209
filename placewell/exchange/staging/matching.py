"""Which staged rows are new, which changed, which the same: set by set, in the database."""

from django.db import connection, models

from placewell.exchange.contract import Table

ANY = "select 1 from {stored} limit 1"
MATCH = "update staged_{table} set row_id = t.id from {stored} t where row_id < 0 and {same_key} and {standing}"
# Among withdrawn rows only one that says the same is the same row: taken back, and still so.
MATCH_WITHDRAWN = (
    "update staged_{table} set row_id = t.id, state = 'withdrawn' from {stored} t "
    "where row_id < 0 and {same_key} and t.withdrawn_at is not null and {same}"
)
FILL = "update staged_{table} set {sets} from {stored} t where t.id = staged_{table}.row_id"
STATE = (
    "update staged_{table} set state = case "
    "when not ({same}) then 'changed' when t.withdrawn_at is null then 'same' else 'withdrawn' end "
    "from {stored} t where t.id = staged_{table}.row_id"
)
TWICE = (
    "select s.line, twice.first_line from staged_{table} s join "
    "(select {columns}, min(line) as first_line from staged_{table} where {filled} group by {columns} "
    "having count(*) > 1) twice on {joined} where s.line > twice.first_line order by s.line"
)
COUNTS = "select {service}, state, count(*) from staged_{table} group by {service}, state"
LEFT_WITHDRAWN = "select line from staged_{table} where state = 'withdrawn' order by line"
IS = {"sqlite": "{} is {}", "postgresql": "{} is not distinct from {}"}


def match(table: Table, absent: list[str]) -> None:
    """Find each staged row in the record and say how it stands to it.

    `absent` are database columns that the package's file does not have: they say nothing, and
    what the record holds stays.
    """
    with connection.cursor() as cursor:
        cursor.execute(ANY.format(stored=table.database_table))
        if cursor.fetchone() is None:
            return
        words = _words(table)
        if not table.key:
            cursor.execute(MATCH.format(**words, standing="t.withdrawn_at is null"))
            cursor.execute(MATCH_WITHDRAWN.format(**words))
        elif table.name != "services":
            cursor.execute(MATCH.format(**words, standing="1 = 1"))
        if absent:
            sets = ", ".join(f"{name} = t.{name}" for name in absent)
            cursor.execute(FILL.format(**words, sets=sets))
        cursor.execute(STATE.format(**words))


def _words(table: Table) -> dict[str, str]:
    staged, match = f"staged_{table.name}", table.stored_match
    compared = [name for name in table.stored if name not in match] or list(match)
    same = IS[connection.vendor]
    return {
        "table": table.name,
        "stored": table.database_table,
        "same_key": " and ".join(_equal(table, name, f"t.{name}", f"{staged}.{name}") for name in match),
        "same": " and ".join(same.format(f"t.{name}", f"{staged}.{name}") for name in compared),
    }


def _equal(table: Table, column: str, one: str, other: str) -> str:
    """Equality that an index can serve; an empty reference equals an empty reference."""
    if may_be_empty(table, column):
        return f"coalesce({one}, 0) = coalesce({other}, 0)"
    return f"{one} = {other}"


def may_be_empty(table: Table, column: str) -> bool:
    """Whether a database column is a reference that may be empty."""
    field = table.field_of(column)
    return isinstance(field, models.ForeignKey) and field.null


def twice(table: Table) -> list[tuple[int, int]]:
    """Lines of rows whose key stands on an earlier line too, with that line."""
    columns = ("key",) if table.key else table.stored_match
    needed = [name for name in columns if not may_be_empty(table, name)]
    empty = "" if table.key else None
    filled = " and ".join(f"{name} is not null" for name in needed)
    filled = f"{filled} and key <> ''" if empty is not None else filled
    joined = " and ".join(_equal(table, name, f"s.{name}", f"twice.{name}") for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(TWICE.format(table=table.name, columns=", ".join(columns), filled=filled, joined=joined))
        return cursor.fetchall()


def counts(table: Table) -> dict[int, dict[str, int]]:
    """How many rows are new, changed, the same or withdrawn, by service."""
    found: dict[int, dict[str, int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(COUNTS.format(table=table.name, service="row_id" if table.name == "services" else "service_id"))
        for service, state, number in cursor.fetchall():
            found.setdefault(service, {})[state] = number
    return found


def left_withdrawn(table: Table) -> list[int]:
    """Lines of rows that were withdrawn from the record, and of which the package says nothing new."""
    with connection.cursor() as cursor:
        cursor.execute(LEFT_WITHDRAWN.format(table=table.name))
        return [line for (line,) in cursor.fetchall()]
