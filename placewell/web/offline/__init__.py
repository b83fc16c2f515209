"""Forms that are kept while there is no connection, and sent later as the same forms.

The browser's side lies in static/placewell/outbox/: a form is locked away on the device when it is
sent, posted to its own address, and deleted from the device when an answer of ours says that it
was taken in. This side hands over the key, and says in a header what became of each form.
"""

from placewell.web.offline.pages import PAGES

__all__ = ["PAGES"]
