"""Every address of placewell, flat, each behind its door.

Rooms list their pages as PAGES; the sign-in library's views stand under /accounts/, and those
of them that are not used here are not there (404).
"""

from django.http import Http404
from django.urls import path

from placewell.web import offline
from placewell.web.doors import Opens, Page
from placewell.web.pages import (
    about,
    accounts,
    applications,
    caseload,
    clients,
    concerns,
    contacts,
    cvs,
    directory,
    disclosure,
    employers,
    episodes,
    exits,
    figures,
    handover,
    home,
    in_work,
    invitation,
    job_came,
    job_evidence,
    jobs,
    leads,
    meetings,
    messages,
    naming,
    new_password,
    outreach,
    own_record,
    packages,
    person_benefits,
    person_leads,
    plan_pages,
    plan_writing,
    plans,
    profile_papers,
    profiles,
    referrals,
    returning,
    roles,
    services,
    staff,
    standards,
    statements,
    teams,
    today,
    unit_applications,
    visits,
    week_logs,
    weeks,
)
from placewell.web.pages.records import addresses as records

PAGES: list[Page] = [
    Page("", home.home, "home", Opens.SIGNED_IN),
    Page("health/", about.health, "health", Opens.EVERYBODY),
    Page("accessibility/", about.accessibility, "accessibility", Opens.EVERYBODY),
    Page("privacy/", about.privacy, "privacy", Opens.EVERYBODY),
    *invitation.PAGES,
    *accounts.PAGES,
    *offline.PAGES,
    *own_record.PAGES,
    *today.PAGES,
    *figures.PAGES,
    *caseload.PAGES,
    *handover.PAGES,
    *clients.PAGES,
    *referrals.PAGES,
    *episodes.PAGES,
    *exits.PAGES,
    *returning.PAGES,
    *contacts.PAGES,
    *concerns.PAGES,
    *outreach.PAGES,
    *visits.PAGES,
    *plans.PAGES,
    *disclosure.PAGES,
    *plan_pages.PAGES,
    *plan_writing.PAGES,
    *person_benefits.PAGES,
    *profiles.PAGES,
    *profile_papers.PAGES,
    *cvs.PAGES,
    *messages.PAGES,
    *jobs.PAGES,
    *unit_applications.PAGES,
    *applications.PAGES,
    *job_came.PAGES,
    *in_work.PAGES,
    *directory.PAGES,
    *job_evidence.PAGES,
    *naming.PAGES,
    *employers.PAGES,
    *person_leads.PAGES,
    *leads.PAGES,
    *records.PAGES,
    *weeks.PAGES,
    *week_logs.PAGES,
    *meetings.PAGES,
    *statements.PAGES,
    *teams.PAGES,
    *staff.PAGES,
    *roles.PAGES,
    *new_password.PAGES,
    *services.PAGES,
    *packages.PAGES,
    *standards.PAGES,
]


def not_here(request, **captured):
    """An address that the sign-in library wants to name and that placewell does not have."""
    raise Http404("not used in placewell")


# The library asks for these names while it draws other pages.
NOT_HERE = [
    path("accounts/signup/", not_here, name="account_signup"),
    path("accounts/email/", not_here, name="account_email"),
    path("accounts/password/set/", not_here, name="account_set_password"),
    path("accounts/password/reset/", not_here, name="account_reset_password"),
]

urlpatterns = [*(page.at() for page in PAGES), *NOT_HERE]

handler400 = "placewell.web.pages.errors.not_understood"
handler403 = "placewell.web.pages.errors.not_allowed"
handler404 = "placewell.web.pages.errors.not_found"
handler500 = "placewell.web.pages.errors.broken"
