"""What somebody last looked for on a page: kept for them, and read again.

No role is needed for it, as for everything about one's own account. It leaves no event: nobody will
ask in a year who looked at which order of a list.
"""

from placewell.people.models import Account
from placewell.people.remembered import LONGEST, Remembered
from placewell.records.guard import acting


def recall(*, account: Account, page: str) -> str:
    """What the account last looked for on a page, as the end of an address; '' for nothing."""
    found = Remembered.objects.filter(account=account, page=page).values_list("asked", flat=True).first()
    return found or ""


def remember(*, account: Account, page: str, asked: str) -> None:
    """Keep what the account looks for on a page, in place of what it looked for before.

    An address longer than any that the page makes itself is not kept.
    """
    if len(asked) > LONGEST:
        return
    with acting(by=account.pk, verb="account.looked"):
        Remembered.objects.update_or_create(account=account, page=page, defaults={"asked": asked})
