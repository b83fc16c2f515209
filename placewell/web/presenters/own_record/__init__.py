"""A person's record in words for the person themselves."""

from placewell.web.presenters.own_record.contacts import CONTACTS, Said, contact
from placewell.web.presenters.own_record.readers import Reader, readers
from placewell.web.presenters.own_record.record import OwnRecord, own_record

__all__ = ["CONTACTS", "OwnRecord", "Reader", "Said", "contact", "own_record", "readers"]
