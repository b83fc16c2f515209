"""What somebody last looked for on a page, so that it is there again the next time they come.

It says nothing about a person who uses the service: only which filters, which order and which
drawing a worker likes. It follows the account from one device to another.
"""

from django.db import models

LONGEST = 300


class Remembered(models.Model):
    """The filters of one account on one page, as the end of the page's address."""

    account = models.ForeignKey("people.Account", models.CASCADE, related_name="+", db_index=False)
    page = models.CharField(max_length=60, help_text="name of the page, and of the service it is about")
    asked = models.CharField(max_length=LONGEST, blank=True, help_text="for example stage=searching&sort=contact")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "page"],
                name="remembered_once_a_page",
                violation_error_message="The filters of this page are remembered already.",
            ),
        ]

    def __str__(self):
        return f"{self.page}?{self.asked}"
