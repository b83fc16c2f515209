"""placewell: the open record of an Individual Placement and Support (IPS) service."""

__version__ = "0.1.0"
