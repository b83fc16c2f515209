"""Django settings of an installation. Tests use placewell.settings.test."""

from placewell.settings.base import *  # noqa: F403
