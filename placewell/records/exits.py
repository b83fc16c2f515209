"""What was said and arranged when support ended, beyond its day and reason."""

from django.db import models
from django.db.models import Q

from placewell.records.base import Record, day, link, once, text


class ExitWords(Record):
    """How a stretch of support ended: who was asked, what the person said, how they can come back."""

    episode = link("Episode")
    few_tries_because = text("why support ended after few tries")
    team_consulted_on = day("clinical team consulted on", optional=True)
    team_consulted_whom = text("who of the clinical team")
    feedback = text("what the person said about the support")
    handed_to = text("handed over to")
    way_back = text("how to come back")
    letter_given_on = day("open-door letter given or sent on", optional=True)

    class Meta:
        constraints = [
            once("episode", name="once", message="How this support ended is recorded already. Correct that record."),
            models.CheckConstraint(
                condition=~Q(
                    few_tries_because="", team_consulted_on=None, team_consulted_whom="", feedback="", handed_to="",
                    way_back="", letter_given_on=None,
                ),
                name="exitwords_say_something",
                violation_error_message="Fill in at least one of these.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return "how support ended"
