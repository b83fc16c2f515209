"""Scales and standards as data: one folder or file an edition, read and checked once.

``load_scale("ips-25")`` gives a fidelity scale, ``local_standards()`` the thresholds that a
service sets for itself. A fault in a file raises ``ScaleError``, which names file and place.
"""

from placewell.scales.faults import ScaleError
from placewell.scales.loader import load_scale, scales
from placewell.scales.local_standards import Choice, LocalStandard, local_standards
from placewell.scales.model import Band, Component, Descriptor, Item, Scale, Section, Source

__all__ = [
    "Band",
    "Choice",
    "Component",
    "Descriptor",
    "Item",
    "LocalStandard",
    "Scale",
    "ScaleError",
    "Section",
    "Source",
    "load_scale",
    "local_standards",
    "scales",
]
