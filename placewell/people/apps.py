from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts and sign-in; nothing about what anybody may do."""

    name = "placewell.people"
    verbose_name = "People"
