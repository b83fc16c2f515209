"""The addresses of this room."""

from placewell.access.permissions import Permission
from placewell.web.doors import Page
from placewell.web.pages.records.looking_back import correct, record, undo, withdraw

SEE, RECORD, REFER = Permission.SEE_PEOPLE, Permission.RECORD_SUPPORT, Permission.RECORD_REFERRALS
PAGES = [
    Page("s/<int:service>/records/undo/<int:event>/", undo, "record_undo", REFER),
    Page("s/<int:service>/records/<str:kind>/<int:pk>/", record, "record", SEE),
    Page("s/<int:service>/records/<str:kind>/<int:pk>/correct/", correct, "record_correct", RECORD),
    Page("s/<int:service>/records/<str:kind>/<int:pk>/withdraw/", withdraw, "record_withdraw", RECORD),
]
