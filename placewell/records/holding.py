"""Whether a row holds its constraints, told without asking the database.

Most constraints of a row look at nothing but the row: a word of a list, a number within bounds, one
date after another. Asking the database about each costs a savepoint and a question; here the same
condition is read as SQL reads it, nothing recorded being neither true nor false. What cannot be
read so is asked of the database as ever. The database keeps all of them when the row is written.
"""

from collections.abc import Callable
from operator import ge, gt, le, lt

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.db.models import F, Q

from placewell.records.base import Kept

COMPARED = {"gte": ge, "gt": gt, "lte": le, "lt": lt}


class Unreadable(Exception):
    """This condition is more than a comparison of the row's own fields."""


def check_whole(record: Kept) -> None:
    """Everything that `full_clean` checks. Raises ValidationError with the field and the remedy.

    A row that it refers to and that is in hand came from the database, so that it is not looked up
    again; its key was made to be the only one. The database refuses what is otherwise.
    """
    in_hand = {
        field.name
        for field in record._meta.concrete_fields
        if field.is_relation and field.is_cached(record) and not in_the_making(getattr(record, field.name))
    }
    errors: dict = {}
    _gather(errors, record.clean_fields, exclude=in_hand)
    _gather(errors, record.clean)
    _gather(errors, record.validate_unique, exclude={"key", *errors})
    _gather(errors, check_constraints, record, without=set(errors))
    if errors:
        raise ValidationError(errors)


def _gather(errors: dict, check: Callable, *asked, **how) -> None:
    try:
        check(*asked, **how)
    except ValidationError as refusal:
        refusal.update_error_dict(errors)


def in_the_making(other: models.Model | None) -> bool:
    """Whether a row that is referred to is not in the database yet."""
    return other is None or other._state.adding


def check_constraints(record: Kept, *, without: set[str]) -> None:
    """Raise ValidationError for each constraint that the row does not hold; fields in `without` are wrong already."""
    errors: dict = {}
    for model, constraints in record.get_constraints():
        for constraint in constraints:
            if isinstance(constraint, models.CheckConstraint) and not (without & named_in(constraint.condition)):
                if surely_holds(constraint.condition, record):
                    continue
            elif is_the_key(constraint):
                continue
            _gather(errors, constraint.validate, model, record, exclude=without)
    if errors:
        raise ValidationError(errors)


def is_the_key(constraint: models.BaseConstraint) -> bool:
    """Whether a constraint says that the row's own identifier occurs once."""
    return isinstance(constraint, models.UniqueConstraint) and constraint.fields == ("service", "key")


def surely_holds(condition: Q, record: models.Model) -> bool:
    """Whether the condition was read, and does not say no."""
    try:
        return told(condition, record) is not False
    except Unreadable:
        return False


def told(condition: Q, record: models.Model) -> bool | None:
    """What SQL makes of a condition: true, false, or (None) neither, for want of a value."""
    parts = [told(part, record) if isinstance(part, Q) else compared(part, record) for part in condition.children]
    if condition.connector == Q.AND:
        said = False if False in parts else None if None in parts else True
    elif condition.connector == Q.OR:
        said = True if True in parts else None if None in parts else False
    else:
        raise Unreadable(condition.connector)
    return said if not condition.negated or said is None else not said


def compared(part, record: models.Model) -> bool | None:
    """One comparison of a field with a value, or with another field."""
    if not isinstance(part, tuple):
        raise Unreadable(part)
    path, other = part
    name, _, lookup = path.partition("__")
    lookup = lookup or "exact"
    own = value_of(record, name)
    if isinstance(other, F):
        other = value_of(record, other.name)
    elif hasattr(other, "resolve_expression"):
        raise Unreadable(other)
    elif lookup == "isnull" or (lookup == "exact" and other is None):
        return (own is None) == (other is None or other is True)
    if own is None or other is None:
        return None
    if lookup == "exact":
        return own == other
    if lookup == "in":
        return own in list(other)
    if lookup in COMPARED:
        return COMPARED[lookup](own, other)
    raise Unreadable(path)


def value_of(record: models.Model, name: str):
    """The value of a field as the database holds it."""
    try:
        return getattr(record, record._meta.get_field(name).attname)
    except FieldDoesNotExist:
        raise Unreadable(name) from None


def named_in(condition: Q) -> set[str]:
    """The fields that a condition speaks of on its left side."""
    names: set[str] = set()
    for part in condition.children:
        names |= (
            named_in(part)
            if isinstance(part, Q)
            else {part[0].partition("__")[0]}
            if isinstance(part, tuple)
            else set()
        )
    return names
