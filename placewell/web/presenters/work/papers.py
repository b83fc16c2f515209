"""A paper as a page shows it: its blocks, each with the name of its kind."""

from dataclasses import dataclass

from placewell.documents.paper import Block, Document, Table


@dataclass(frozen=True)
class NamedTable:
    """A table whose cells know the name of their column, for narrow screens."""

    head: tuple[str, ...]
    named_rows: list[list[tuple[str, str]]]


def blocks_of(paper: Document) -> list[tuple[str, Block | NamedTable]]:
    """Each block with its kind in small letters: heading, text, facts, table, bullets, lines."""
    return [(type(block).__name__.lower(), shown(block)) for block in paper.blocks]


def shown(block: Block) -> Block | NamedTable:
    """The block as a page prints it."""
    if not isinstance(block, Table):
        return block
    return NamedTable(block.head, [list(zip(block.head, row, strict=True)) for row in block.rows])
