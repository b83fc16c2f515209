"""The floor as an app, so that `manage.py nightly` is found."""

from django.apps import AppConfig


class Nightly(AppConfig):
    name = "placewell.nightly"
