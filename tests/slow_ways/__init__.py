"""The measures counted by hand: loops over rows, day by day, independent of the product."""

from .indicators import indicators
from .outcomes import outcomes
from .reading import TABLES, read_package
from .scoring import fidelity, fidelity_totals, measure

__all__ = ["TABLES", "fidelity", "fidelity_totals", "indicators", "measure", "outcomes", "read_package"]
