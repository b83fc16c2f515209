"""Writing a data package: a folder of CSV files, a zip of them, or a workbook."""

from placewell.exchange.writing.forms import CannotWrite, written_to

__all__ = ["CannotWrite", "written_to"]
