"""The keys with which forms that wait on a device are locked.

A form that could not be sent waits on the device it was written on, encrypted. The key belongs
to one account on one browser and is kept here: the browser has it only while its person is
signed in. Where a row is gone, what waits under its key can be read by nobody any more.
"""

import secrets
import uuid

from django.db import models
from django.utils import timezone

SECRET_BYTES = 32


def new_secret() -> bytes:
    """256 bits at random."""
    return secrets.token_bytes(SECRET_BYTES)


class DeviceKey(models.Model):
    """The key of one account on one browser. It is made once and never changed, only deleted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey("people.Account", models.CASCADE, related_name="+")
    device = models.UUIDField(help_text="the name a browser gave itself, at random")
    secret = models.BinaryField(max_length=SECRET_BYTES, default=new_secret, editable=False)
    browser = models.TextField(blank=True, default="", help_text="how the browser describes itself")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    handed_over_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "device"],
                name="device_key_once",
                violation_error_message="This device has a key already.",
            ),
        ]

    def __str__(self):
        return f"key of {self.account} on device {self.device}"
