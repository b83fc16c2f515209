"""Ids that PostgreSQL is given as one list find what they find one by one."""

import pytest

from placewell.records.as_lists import Many, as_lists

IDS, OTHERS = (11, 12, 13), (21,)
LISTS = {"ids": IDS, "others": OTHERS}


@pytest.mark.parametrize(
    ("sql", "params", "told_sql", "told"),
    [
        ("a IN (%s, %s, %s)", IDS, "a = ANY(%s::bigint[])", [Many("ids")]),
        ("a NOT IN (%s, %s, %s)", IDS, "a <> ALL(%s::bigint[])", [Many("ids")]),
        ("a IN (%s) AND b = %s", (21, "x"), "a = ANY(%s::bigint[]) AND b = %s", [Many("others"), "x"]),
        (
            "c = %s AND (a IN (%s, %s, %s) OR b IN (%s)) AND d LIKE '%%s' AND a IN (%s, %s, %s)",
            (1, *IDS, *OTHERS, *IDS),
            "c = %s AND (a = ANY(%s::bigint[]) OR b = ANY(%s::bigint[])) AND d LIKE '%%s' AND a = ANY(%s::bigint[])",
            [1, Many("ids"), Many("others"), Many("ids")],
        ),
    ],
)
def test_a_list_has_one_place(sql, params, told_sql, told):
    assert as_lists(sql, params, LISTS) == (told_sql, tuple(told))


@pytest.mark.parametrize(
    ("sql", "params"),
    [
        ("a = %s", (21,)),
        ("GREATEST(%s, %s, %s)", IDS),
        ("a IN (%s, %s, %s, %s)", (*IDS, 14)),
        ("a IN (%s, %s, %s)", (11, 12, 14)),
        ("a IN (%s, %s)", (11, 12)),
        ("SELECT 1", ()),
    ],
)
def test_what_is_no_list_stays_as_it_is(sql, params):
    assert as_lists(sql, params, LISTS) == (sql, params)


def test_it_is_written_as_postgresql_reads_it():
    assert (Many("ids").of(IDS), Many("ids").of(())) == ("{11,12,13}", "{}")
