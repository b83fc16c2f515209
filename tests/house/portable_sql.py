"""What a measure's SQL may say, so that it runs word for word on every engine.

SQLite, PostgreSQL, DuckDB and Spark agree on this much and not on much more: `/` truncates
on some and not on others, `greatest` sees null differently, each has its own date functions.
"""

import re

FUNCTIONS = {
    "count", "sum", "min", "max", "coalesce", "nullif", "abs",
    "row_number", "rank", "dense_rank", "lag", "lead", "first_value", "last_value",
}
# Words that stand before a bracket without being functions.
WORDS = {
    "and", "as", "between", "case", "cast", "distinct", "else", "except", "exists", "from", "group", "having",
    "in", "intersect", "join", "like", "not", "on", "or", "over", "partition", "select", "then", "union", "all",
    "using", "values", "when", "where", "with", "by", "limit", "end", "is", "order", "materialized",
}
CASTS = {"integer", "bigint"}
FORBIDDEN = {
    "division, or a remainder": re.compile(r"[/%]"),
    "the clock": re.compile(r"\b(?:current_date|current_time|current_timestamp|localtime|localtimestamp)\b"),
    "a date or time type": re.compile(r"\b(?:interval|timestamp|timestamptz)\b|\bdate\s*'"),
    "a median or quantile": re.compile(r"\bwithin\s+group\b|\b(?:median|percentile_\w+|quantile\w*)\b"),
    "a write": re.compile(r"\b(?:insert|update|delete|create|drop|alter|truncate|merge|replace)\b"),
    "true or false: booleans are 0 and 1": re.compile(r"\b(?:true|false)\b"),
    "an engine's own cast": re.compile(r"::"),
    "an engine's own syntax": re.compile(r"\b(?:ilike|filter|qualify|lateral|distinct\s+on|returning|pragma)\b"),
    "a join with no condition": re.compile(r"\bnatural\s+join\b"),
    "an order of nulls that engines do not share": re.compile(r"\bnulls\s+(?:first|last)\b"),
    "more than one statement": re.compile(r";\s*\S"),
    "double quotes": re.compile(r'"'),
}
NAMED = re.compile(r"\b([a-z_]\w*)\s*(?:\([^()]*\))?\s+as\s+(?:materialized\s+)?\(\s*(?:select|with|values)\b")
RUNNING = re.compile(r"over\s*\((?P<window>[^()]*)\)")


def bare(sql: str) -> str:
    """The text in lower case without comments; what stands between quotes becomes ''."""
    sql = re.sub(r"--[^\n]*", " ", sql)
    sql = re.sub(r"/\*.*?\*/", " ", sql, flags=re.S)
    return re.sub(r"'(?:[^']|'')*'", "''", sql).lower()


def faults(sql: str) -> list[str]:
    """Why a measure's SQL would not run alike everywhere; empty when it would."""
    text = bare(sql)
    found = [why for why, pattern in FORBIDDEN.items() if pattern.search(without_parameters(text))]
    called = {name for name in re.findall(r"\b([a-z_]\w*)\s*\(", text) if name not in WORDS}
    named = set(NAMED.findall(text))
    found += [f"the function {name}" for name in sorted(called - FUNCTIONS - named)]
    found += [f"a cast to {kind}" for kind in re.findall(r"\bcast\s*\(.*?\bas\s+(\w+)", text) if kind not in CASTS]
    found += [
        "a running window without its frame (rows between …)"
        for window in RUNNING.finditer(text)
        if "order by" in window["window"] and needs_frame(text, window) and "rows between" not in window["window"]
    ]
    return found


def without_parameters(text: str) -> str:
    """Parameters (`%(from)s`, `:from`, `{from}`) are taken out before looking for `%`."""
    return re.sub(r"%\(\w+\)s|:\w+|\{\w+\}", "0", text.replace("::", " :: "))


def needs_frame(text: str, window: re.Match) -> bool:
    """Sums and counts run over a frame; rank, lag and row_number do not."""
    called = re.search(r"(\w+)\s*\([^()]*\)\s*$", text[: window.start()])
    return bool(called) and called.group(1) in {"sum", "count", "min", "max", "first_value", "last_value"}
