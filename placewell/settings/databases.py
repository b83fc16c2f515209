"""How to speak to the database named by PLACEWELL_DATABASE_URL."""

import dj_database_url

from placewell.settings import environment

SQLITE_OPTIONS = {
    # A writer takes its turn at once instead of failing half way through.
    "transaction_mode": "IMMEDIATE",
    "timeout": environment.patience(),
    # A connection keeps so many questions ready to be asked again; a worker's day has some two hundred.
    "cached_statements": 500,
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;"
        "PRAGMA cache_size=-32768;PRAGMA temp_store=MEMORY;"
    ),
}

POSTGRESQL_OPTIONS = {
    # A question asked again is planned once and kept by its connection: planning takes longer than answering.
    # A pooler between the two must know prepared statements (PgBouncer from 1.21 on).
    "server_side_binding": True,
    "prepare_threshold": 3,
}


def database(url: str) -> dict:
    """Django's settings for one database.

    Raises ValueError for anything but SQLite and PostgreSQL.
    """
    found = dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True)
    engine = found["ENGINE"].rsplit(".", 1)[-1]
    if engine == "sqlite3":
        found["ENGINE"] = "placewell.settings.sqlite"
        # Test runners take this for granted of Django's own engine, which they know by its name.
        found["TEST"] = {"NAME": ":memory:"}
        found["OPTIONS"] = {**found.get("OPTIONS", {}), **SQLITE_OPTIONS}
        found["CONN_MAX_AGE"] = 0 if found["NAME"] == ":memory:" else None
    elif not engine.startswith("postgresql"):
        raise ValueError(
            f"PLACEWELL_DATABASE_URL names {engine}; placewell keeps its record in "
            "SQLite (sqlite:////path/file.sqlite3) or PostgreSQL (postgresql://user:pass@host:5432/name)"
        )
    else:
        found["ENGINE"] = "placewell.settings.postgresql"
        found["OPTIONS"] = {**POSTGRESQL_OPTIONS, **found.get("OPTIONS", {})}
    return found
