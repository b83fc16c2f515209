from importlib import import_module

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "placewell.web"

    def ready(self):
        # Its receivers leave the events of signing in, whoever signs in and however.
        import_module("placewell.web.sign_in")
