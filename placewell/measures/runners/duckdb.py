"""Measures over Parquet files, in memory, with DuckDB (the extra `lake`)."""

from pathlib import Path
from typing import Any

import duckdb

from placewell.measures.runners import mapped
from placewell.measures.views import DIALECTS, MODELS


class DuckdbRunner:
    """Looks at a folder that ``lake.write`` filled: one Parquet file a table."""

    dialect = DIALECTS["duckdb"]

    def __init__(self, folder: Path) -> None:
        self.connection = duckdb.connect()
        for model in MODELS.values():
            table = model._meta.db_table
            self.connection.from_parquet(str(folder / f"{table}.parquet")).create_view(table)

    def rows(self, sql: str) -> list[dict[str, Any]]:
        """The rows that the text selects."""
        answer = self.connection.execute(sql)
        return mapped([column[0] for column in answer.description], answer.fetchall())

    def close(self) -> None:
        """Let go of the files."""
        self.connection.close()
