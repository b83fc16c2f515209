"""Keys of the forms that wait on a device: handed over to whom they belong, and taken away.

No role is needed for one's own keys, as for everything about one's own account.
"""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction

from placewell.actions import own_account
from placewell.people.device_keys import DeviceKey
from placewell.people.models import Account
from placewell.records.guard import acting

LONGEST_DESCRIPTION = 300


def hand_over(*, account: Account, device: UUID, browser: str, now: datetime) -> DeviceKey:
    """The account's key on a device, made the first time it is asked for.

    It is never replaced by another one: what waits on the device could then not be opened.
    """
    browser = browser[:LONGEST_DESCRIPTION]
    with transaction.atomic(), acting(by=account.pk, verb="device_key.handed_over"):
        key, is_new = DeviceKey.objects.get_or_create(
            account=account, device=device, defaults={"browser": browser, "made_at": now, "handed_over_at": now}
        )
        if is_new:
            own_account.note("device_key.made", account, f"device key {key.pk}")
        else:
            key.browser, key.handed_over_at = browser, now
            key.save(update_fields=["browser", "handed_over_at"])
    return key


def own_keys(account: Account):
    """The account's keys, the one last used first."""
    return DeviceKey.objects.filter(account=account).order_by("-handed_over_at")


def forget(*, account: Account, key: UUID) -> None:
    """Delete one of the account's own keys: what waits under it can be read by nobody any more.

    Raises ObjectDoesNotExist when there is none with this id.
    """
    with transaction.atomic(), acting(by=account.pk, verb="device_key.forgotten"):
        deleted, _ = DeviceKey.objects.filter(account=account, pk=key).delete()
        if not deleted:
            raise ObjectDoesNotExist("this account has no such key")
        own_account.note("device_key.forgotten", account, f"device key {key}")


def forget_all(account: Account) -> int:
    """Delete every key of an account that is being closed. For actions that have asked who may."""
    deleted, _ = DeviceKey.objects.filter(account=account).delete()
    return deleted
