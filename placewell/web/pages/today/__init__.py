"""Today, and what is done from it by one tap: putting off, bringing back, finishing a step."""

from placewell.access.permissions import Permission
from placewell.web.doors import Page
from placewell.web.pages.today import day, putting_off, steps

RECORD = Permission.RECORD_SUPPORT
PAGES = [
    Page(
        "s/<int:service>/today/", day.today, "today", RECORD,
        "Today", "What is due, what is booked, and who has no next step.",
    ),
    Page("s/<int:service>/today/people/<int:client>/put-off/<str:rule>/", putting_off.of_person, "put_off", RECORD),
    Page("s/<int:service>/today/steps/<int:step>/put-off/", putting_off.of_step, "put_off_step", RECORD),
    Page("s/<int:service>/today/staff/<int:staff>/put-off/<str:rule>/", putting_off.of_staff, "put_off_own", RECORD),
    Page("s/<int:service>/today/put-off/<int:snooze>/bring-back/", putting_off.bring_back, "bring_back", RECORD),
    Page("s/<int:service>/today/steps/<int:step>/done/", steps.done, "step_done", RECORD),
    Page("s/<int:service>/episodes/<int:episode>/steps/new/", steps.new, "step_new", RECORD),
]  # fmt: skip
