"""A paper as plain text, to be pasted into a message or into another system's record."""

from placewell.documents.paper import Block, Bullets, Document, Facts, Heading, Lines, Table, Text, lines_of, one_line


def message(document: Document) -> str:
    """The words of the paper, one blank line between blocks. Lines to sign on are left out."""
    parts = [one_line(document.title), one_line(document.subtitle)]
    parts += ["\n".join(said(block)) for block in document.blocks]
    return "\n\n".join(part for part in [*parts, document.foot] if part.strip())


def said(block: Block) -> list[str]:
    """One block, line by line."""
    match block:
        case Heading(words, level):
            return [one_line(words).upper() if level == 1 else one_line(words)]
        case Text(words):
            return lines_of(words)
        case Facts(pairs):
            return [f"{one_line(asked)}: " + " ".join(lines_of(answer)) for asked, answer in pairs]
        case Table():
            return [
                "- " + "; ".join(f"{head}: {' '.join(lines_of(cell))}" for head, cell in zip(block.head, row, strict=True) if cell)
                for row in block.rows
            ]
        case Bullets(items):
            return [f"- {' '.join(lines_of(item))}" for item in items]
        case Lines():
            return []
    raise TypeError(f"{block!r} is no block of a paper")
