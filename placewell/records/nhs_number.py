"""The NHS number's check digit as a database condition.

Python code asks the `nhs-number` library; the database must say no by itself.
"""

from django.db.models import BooleanField, F, Func

DIGIT = "cast(substr(%(expressions)s, {place}, 1) as integer)"
# The weights are 10 for the first digit down to 2 for the ninth; the check digit makes the sum
# a multiple of 11.
SUM = " + ".join(f"{11 - place} * {DIGIT.format(place=place)}" for place in range(1, 11))


class CheckDigitIsRight(Func):
    """True when ten digits are given and the tenth is the Modulus 11 check digit of the others.

    Source: NHS Data Dictionary, NHS NUMBER. The pattern decides first, so that letters are
    never read as numbers.
    """

    output_field = BooleanField()
    conditional = True
    multiple_of_eleven = f"({SUM}) = 11 * (({SUM}) / 11)"
    ten_digits = {
        "sqlite": "%(expressions)s glob '" + "[0-9]" * 10 + "'",
        "postgresql": "%(expressions)s ~ '^[0-9]{10}$'",
    }

    def as_sql(self, compiler, connection, **more):
        pattern = self.ten_digits[connection.vendor]
        template = f"(case when {pattern} then {self.multiple_of_eleven} else false end)"
        sql, params = super().as_sql(compiler, connection, template=template, **more)
        return sql, tuple(params) * template.count("%(expressions)s")


def check_digit_is_right(field: str) -> CheckDigitIsRight:
    """Condition for a CheckConstraint: the field holds a valid NHS number."""
    return CheckDigitIsRight(F(field))
