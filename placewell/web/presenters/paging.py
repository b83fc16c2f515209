"""Which page of a long list is shown, and the way to the others."""

from collections.abc import Callable
from dataclasses import dataclass

from placewell.web.presenters.wording import counted


@dataclass(frozen=True)
class Pager:
    """`start` is the first row's place, from 0; addresses are '' where there is no such page."""

    start: int
    said: str
    page: str
    before: str
    after: str
    total: int


def pager(*, total: int, page: int, size: int, address: Callable[[int], str], one="person", several="people") -> Pager:
    """The page asked for of `total` rows, `size` a page; one past the end is the last one."""
    pages = max(1, -(-total // size))
    page = min(max(page, 1), pages)
    start = (page - 1) * size
    last = min(start + size, total)
    many = counted(total, one, several)
    return Pager(
        start=start,
        said=f"{start + 1} to {last} of {many}" if pages > 1 else many,
        page=f"Page {page} of {pages}",
        before=address(page - 1) if page > 1 else "",
        after=address(page + 1) if page < pages else "",
        total=total,
    )
