"""The vocational profile, ready to print."""

from placewell.web.presenters.profiles.page import ProfilePage, profile_page

__all__ = ["ProfilePage", "profile_page"]
