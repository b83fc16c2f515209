"""Reading a data package: a folder of CSV files, a zip of them, or a workbook."""

from placewell.exchange.reading.package import Package, TableFile, open_package

__all__ = ["Package", "TableFile", "open_package"]
