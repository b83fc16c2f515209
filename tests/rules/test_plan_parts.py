"""What each plan asks."""

from placewell.rules.plan_parts import KEYS, PARTS, parts_of


def test_an_action_plan_always_asks_for_benefits_personal_information_and_the_return_to_work():
    always = {part.key for part in parts_of("action_plan") if part.is_always_asked}
    assert always == {"goal", "benefits", "personal_information", "return_to_work"}


def test_each_plan_begins_with_what_is_always_asked_and_names_no_part_twice():
    for parts in PARTS.values():
        keys = [part.key for part in parts]
        assert parts[0].is_always_asked
        assert len(keys) == len(set(keys))
        assert set(keys) <= set(KEYS)
        assert all(part.asked.endswith("?") and part.heading for part in parts)


def test_a_plan_whose_words_are_kept_elsewhere_asks_nothing_here():
    assert parts_of("disclosure_plan") == ()
