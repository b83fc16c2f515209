"""One thing looked at."""

from typing import NamedTuple


class Finding(NamedTuple):
    """`sound` is True, False, or None for what wants looking at and does not stop work."""

    what: str
    sound: bool | None
    state: str
    remedy: str = ""

    def as_json(self) -> dict:
        """The finding as `placewell check --json` prints it."""
        state = {True: "sound", False: "unsound", None: "look"}[self.sound]
        return {"what": self.what, "is": state, "state": self.state, "remedy": self.remedy or None}
