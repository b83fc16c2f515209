"""Where things stand and who supports the person, said to them."""

from dataclasses import dataclass
from datetime import date

from placewell.records.models import Client, Episode, Referral
from placewell.records.stages import speaks, standing_of
from placewell.records.support import AllocationKind
from placewell.rules.stages import Stage
from placewell.web.presenters.timeline import Row
from placewell.web.presenters.wording import day

STANDS = {
    Stage.REFERRED: "Your referral has reached us, and we are looking at it.",
    Stage.WAITING_TO_START: "There is a place for you. The next step is a first meeting.",
    Stage.NOT_TAKEN_UP: "Your referral ended before support began. If you want help with work, you can ask again.",
    Stage.ENGAGEMENT: "Support has begun. We are getting to know you and what you want from work.",
    Stage.SEARCHING: "We are looking for work with you.",
    Stage.IN_WORK: "You are in work, and we are here to support you in it.",
    Stage.STEPPED_DOWN: "Your clinical team now supports you with work. If you want more help again, tell them or us.",
    Stage.CLOSED: "Our support has ended. If you want help with work again, you can ask at any time.",
}
NOTHING = "Nothing has begun yet."


@dataclass(frozen=True)
class Supporter:
    """Somebody who supports the person today; `until` is '' while no end is known."""

    name: str
    email: str
    until: str


@dataclass(frozen=True)
class Stands:
    """Where things stand in a sentence, since when ('' if nothing began), who supports, who stands in, and the team."""

    words: str
    since: str
    key_worker: Supporter | None
    cover: Supporter | None
    team: str
    is_supported: bool

    @property
    def to_ask(self) -> Supporter | None:
        """Whom to tell that something is wrong: who stands in, while somebody does."""
        return self.cover or self.key_worker


def stands(
    person: Client, rows: list[Row], *, episodes: list[Episode], referrals: list[Referral], today: date
) -> Stands:
    """Where the person stands, from `courses`, the latest first."""
    found = standing_of(episodes, referrals, today)
    latest = episodes[0] if episodes else None
    current = latest if latest and latest.lives_on(today) else None
    asked = referrals[0] if referrals and speaks(referrals[0], episodes, today) else None
    source = asked or latest
    return Stands(
        words=STANDS[found.stage] if found else NOTHING,
        since=day(found.since) if found else "",
        key_worker=supporter(rows, current, AllocationKind.KEY_WORKER, today),
        cover=supporter(rows, current, AllocationKind.COVER, today),
        team=source.team.name if source and source.team else "",
        is_supported=current is not None,
    )


def supporter(rows: list[Row], episode: Episode | None, kind: str, today: date) -> Supporter | None:
    """Who supports the person in this way today; None for nobody."""
    for row in rows:
        if row.kind != "held" or not row.stands or row.day > today or row.facts["kind"] != kind:
            continue
        until = row.date("ended_on")
        if episode and row.facts["episode"] == str(episode.pk) and (until is None or until > today):
            return Supporter(row.facts["staff__full_name"], row.facts["staff__email"], day(until) if until else "")
    return None
