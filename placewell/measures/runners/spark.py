"""Measures on Spark SQL, for a nation that outgrows one machine (the extra `lake`).

Takes any session that speaks Spark SQL: a Spark cluster's, or Sail's in the tests.
"""

from pathlib import Path
from typing import Any

from placewell.measures.runners import mapped
from placewell.measures.views import DIALECTS, MODELS


class SparkRunner:
    """Looks at a folder that ``lake.write`` filled, through a Spark session."""

    dialect = DIALECTS["spark"]

    def __init__(self, session: Any, folder: Path) -> None:
        self.session = session
        for model in MODELS.values():
            table = model._meta.db_table
            session.read.parquet(str(folder / f"{table}.parquet")).createOrReplaceTempView(table)

    def rows(self, sql: str) -> list[dict[str, Any]]:
        """The rows that the text selects."""
        answer = self.session.sql(sql)
        return mapped(answer.columns, [tuple(row) for row in answer.collect()])
