"""Links from one page of a long list to the next."""

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True)
class Pager:
    """The pages before and after, '' where there is none."""

    words: str
    earlier: str
    later: str


def pager(page: int, pages: int, asked: dict[str, str], anchor: str) -> Pager | None:
    """Links that keep everything else that was asked; None when all rows stand on one page."""
    if pages <= 1:
        return None

    def link(number: int) -> str:
        return f"?{urlencode(asked | {'page': number})}#{anchor}"

    return Pager(
        f"Page {page} of {pages}",
        link(page - 1) if page > 1 else "",
        link(page + 1) if page < pages else "",
    )
