"""The unit of the people's pages: Ana holds Mo, Ben holds Noor, Sue supervises."""

from tests.web.test_people.conftest import at, browser_of, on_the_day, unit

__all__ = ["at", "browser_of", "on_the_day", "unit"]
