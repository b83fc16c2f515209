"""A link that is shown once: on the next page, for its own row, and never again."""

from types import SimpleNamespace

from placewell.web.pages import shown_once


def test_a_link_is_taken_once_and_only_for_its_own_row():
    request = SimpleNamespace(session={})
    shown_once.keep(request, "links of invitations", 7, "https://a/1")
    assert shown_once.take(request, "links of invitations", 8) == ""
    assert shown_once.take(request, "links for a new password", 7) == ""
    assert shown_once.take(request, "links of invitations", 7) == "https://a/1"
    assert shown_once.take(request, "links of invitations", 7) == ""
    assert "https://a/1" not in str(request.session)


def test_a_later_link_takes_the_place_of_one_that_was_not_shown():
    request = SimpleNamespace(session={})
    shown_once.keep(request, "links of invitations", 7, "https://a/1")
    shown_once.keep(request, "links of invitations", 8, "https://a/2")
    assert shown_once.take(request, "links of invitations", 7) == ""
    assert shown_once.take(request, "links of invitations", 8) == "https://a/2"
