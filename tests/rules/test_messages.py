"""What a message may say, and which way it may go."""

import pytest

from placewell.rules.messages import Reach, health_words, refused_way, unsayable


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("We meet on Tuesday at the library. Please be patient, the invoices will be towards the end.", []),
        ("See you on the ward, after your Medication.", ["ward", "medication"]),
        ("Your psychiatrist and the clinical\nteam say hello", ["psychiatrist", "clinical team"]),
        ("MENTAL HEALTH and mental  health", ["mental health"]),
        ("depression, alcoholic, self-harming", ["depression", "alcoholic", "self-harming"]),
    ],
)
def test_words_about_health_are_found_as_whole_words(words, found):
    assert health_words(words=words) == found


@pytest.mark.parametrize(
    ("words", "must_not_say", "found"),
    [
        ("Zofia was away for two years.", "away for two years", ["away for two years"]),
        ("Zofia was AWAY, for two years.", "The ward\naway for two years", ["away for two years"]),
        ("Zofia is towards the front", "ward; war", []),
        ("Anything", "", []),
    ],
)
def test_what_must_not_be_said_is_found_word_for_word(words, must_not_say, found):
    assert unsayable(words=words, must_not_say=must_not_say) == found


@pytest.mark.parametrize(
    ("channel", "reach", "refused"),
    [
        ("text", Reach(may_text=None), False),
        ("text", Reach(may_text=True), False),
        ("text", Reach(may_text=False), True),
        ("email", Reach(email="a@example.org"), False),
        ("email", Reach(email="a@example.org", may_email=False), True),
        ("email", Reach(may_email=True), True),
        ("letter", Reach(may_text=False, may_email=False), False),
        ("copied", Reach(may_text=False), False),
    ],
)
def test_who_was_not_asked_has_not_said_no(channel, reach, refused):
    assert bool(refused_way(channel=channel, reach=reach)) == refused
