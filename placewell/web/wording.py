"""The fidelity scale in the words that pages show: a licensed copy of the wording where the service has one."""

import logging

from django.conf import settings

from placewell.records.models import Service
from placewell.scales import Scale, load_scale
from placewell.scales.faults import ScaleError

SCALE = "ips-25"
FOLDER = "scales"
log = logging.getLogger("placewell")


def scale_of(service: Service) -> Scale:
    """The scale in the words of the service's country, and of the files in PLACEWELL_HOME/scales.

    A file that does not fit the scale is told on the terminal; the pages then keep our own words.
    """
    try:
        return load_scale(SCALE, country=service.country, wording_from=settings.HOME / FOLDER)
    except ScaleError as fault:
        log.error("The licensed wording in %s is not used: %s", settings.HOME / FOLDER, fault)
        return load_scale(SCALE, country=service.country)
