"""A person's whole record, fetched by one query."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce

from placewell.access import scope
from placewell.records.models import Client
from placewell.records.worded import Worded
from placewell.web.presenters.timeline.pieces import PIECES, WIDTH, Piece

BLANK = Value("", output_field=TextField())
COMMON = ("kind", "row", "day", "clock", "number", "at", "by", "withdrawn", "because")


@dataclass(frozen=True)
class Row:
    """One dated thing of the record: `facts` are its fields as text, '' for none."""

    piece: Piece
    pk: int
    day: date
    clock: str
    version: int
    recorded_at: datetime
    recorded_by: str
    withdrawn_at: datetime | None
    withdrawn_because: str
    facts: dict[str, str]

    @property
    def kind(self) -> str:
        return self.piece.kind

    @property
    def stands(self) -> bool:
        """Whether it has not been withdrawn."""
        return self.withdrawn_at is None

    def yes(self, name: str) -> bool | None:
        """A yes or no; None when it is not recorded."""
        return {"1": True, "true": True, "0": False, "false": False}.get(self.facts[name])

    def date(self, name: str) -> date | None:
        return date.fromisoformat(self.facts[name][:10]) if self.facts[name] else None

    def amount(self, name: str) -> Decimal | None:
        return Decimal(self.facts[name]) if self.facts[name] else None


def whole_record(client: Client) -> list[Row]:
    """All that is recorded about a person opened through a door, newest first, withdrawn rows too."""
    return [read(row) for row in every_entry(client=client.pk)]


@Worded
def every_entry(client):
    """All kinds of entries about a person, one question."""
    about = Client(pk=client)
    parts = [part(about, piece) for piece in PIECES.values()]
    return parts[0].union(*parts[1:], all=True).order_by("-t_day", "-t_clock", "-t_at", "-t_row")


def part(client: Client, piece: Piece) -> QuerySet:
    """One kind of entry, in columns that all kinds share."""
    rows = scope.about(client, piece.model, and_withdrawn=True).exclude(**{piece.day: None})
    columns = {f"c{position}": text(path) for position, path in enumerate(piece.fields)}
    blanks = {f"c{position}": BLANK for position in range(len(piece.fields), WIDTH)}
    common = {
        "kind": Value(piece.kind, output_field=TextField()),
        "row": F("pk"),
        "day": F(piece.day),
        "clock": text(piece.clock) if piece.clock else BLANK,
        "number": F("version"),
        "at": F("recorded_at"),
        "by": Coalesce(F("recorded_by__full_name"), BLANK),
        "withdrawn": F("withdrawn_at"),
        "because": F("withdrawn_because"),
    }
    # Names of fields are free for annotations only where no field of the model bears them.
    named = {f"t_{name}": value for name, value in {**common, **columns, **blanks}.items()}
    order = [f"t_{name}" for name in (*COMMON, *(f"c{position}" for position in range(WIDTH)))]
    return rows.order_by().annotate(**named).values_list(*order)


def text(path: str):
    """A field as text; '' for none."""
    return Coalesce(Cast(F(path), TextField()), BLANK)


def read(values: tuple) -> Row:
    """A row of the query by name."""
    kind, pk, day, clock, version, at, by, withdrawn, because, *columns = values
    piece = PIECES[kind]
    # Fewer names than columns: the rest are the blanks that fill the row up.
    facts = dict(zip(piece.fields, columns, strict=False))
    return Row(piece, pk, day, clock[:5], version, at, by, withdrawn, because, facts)
