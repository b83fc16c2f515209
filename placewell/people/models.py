"""The account with which a person signs in. What they may do is a dated role, see placewell.access."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from placewell.people.device_keys import DeviceKey
from placewell.people.remembered import Remembered

SYSTEM_EMAIL = "system@placewell.invalid"

__all__ = ["SYSTEM_EMAIL", "Account", "AccountManager", "DeviceKey", "Remembered"]


class AccountManager(BaseUserManager):
    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class Account(AbstractBaseUser):
    """A person who signs in, or the built-in account `system` that commands act as."""

    email = models.EmailField(max_length=254)
    full_name = models.TextField()
    is_active = models.BooleanField(default=True)
    is_built_in = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    wants_lead_mail = models.BooleanField("new leads by mail", default=True)

    objects = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("email"), name="account_email_once",
                violation_error_message="There is already an account with this email address.",
            ),
        ]

    def __str__(self):
        return self.full_name
