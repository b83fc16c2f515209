"""Each role follows every link it is shown; every page there is gets looked at, at both widths."""

from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import Resolver404, resolve

from placewell.web.urls import PAGES
from tests.journeys import browser as sight

# Not reached by a link, and looked at elsewhere: say where.
ELSEWHERE = {
    "health": "answers in plain text, tests/web",
    "account_inactive": "shown to somebody whose account was closed, test_signing_in",
    "invitation": "reached by the link that `placewell invite` prints",
    "new_password": "reached by the link that an administrator makes, test_signing_in",
    "password_link_made": "shown once the link is made, test_signing_in",
    "service_worker": "a script, tests/web",
    "offline": "shown where there is no connection, tests/journeys/offline",
    "waiting_session": "answers scripts, tests/web",
    "waiting_key": "answers scripts, tests/web",
    "employers_named": "answers scripts, tests/web/test_people/test_naming and test_naming",
}
# What is open only while signing in, or with a second step: test_signing_in has them all.
ELSEWHERE |= dict.fromkeys(
    [
        "account_reauthenticate", "mfa_authenticate", "mfa_login_webauthn", "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes",
        "mfa_download_recovery_codes", "mfa_list_webauthn", "mfa_edit_webauthn", "mfa_remove_webauthn",
        "account_logout",
    ],
    "test_signing_in",
)  # fmt: skip
# Behind a form that asks first what is wanted, or in a service of another kind: test_administrator.
ELSEWHERE |= dict.fromkeys(
    [
        "invitation_made", "invitation_withdraw", "meeting_note", "role_give", "role_invite", "role_reopen",
        "service_time_zone", "staff_leave_on",
    ],
    "test_administrator",
)  # fmt: skip
# Linked only while it can be done, or behind a search: test_first_journey walks the whole way.
ELSEWHERE |= dict.fromkeys(
    [
        "referral_new", "referral_known", "referral_acknowledge", "referral_first_contact", "referral_decide",
        "episode_new", "job_change", "job_end", "job_next_help", "plan_share", "record_undo",
    ],
    "test_first_journey; tests/web/test_people",
)  # fmt: skip
ELSEWHERE["concern_read"] = "a button of the concern’s page, tests/web/test_people/test_concerns"
ELSEWHERE["open_door"] = "a paper, tests/web/test_people/test_exits_and_returns"
ELSEWHERE["visit_longer"] = "behind one’s own visit, test_reaching_out"
ELSEWHERE["my_begin_again"] = "linked once support has ended, tests/web/test_people/test_exits_and_returns"
# Linked only while it can be done, or answered with a file: test_plans walks them, tests/web/test_plans.
ELSEWHERE |= dict.fromkeys(
    [
        "plan_write", "plan_paper", "plan_agree", "plan_agreed", "plan_review", "plan_step_new", "plan_step_done",
        "plan_step_drop", "plan_put_in_words", "my_plan_paper", "benefits_advice_answer", "better_off_new",
    ],
    "test_plans; tests/web/test_plans",
)  # fmt: skip
ELSEWHERE["standard_drop"] = "linked once a standard is chosen, tests/web/test_standards"
ELSEWHERE |= dict.fromkeys(
    ["step_new", "step_done", "put_off_step", "put_off_own", "bring_back"],
    "done or put off from Today, test_today; tests/web/test_today",
)
ELSEWHERE |= dict.fromkeys(["profile_file", "my_profile_file", "cv_file"], "files, tests/journeys/test_profile")
ELSEWHERE["cv"] = "linked once a CV is made, tests/journeys/test_profile"
ELSEWHERE |= dict.fromkeys(
    ["job_missed", "job_ending", "my_word"], "linked while it is open, test_work; tests/web/test_people"
)
ELSEWHERE |= dict.fromkeys(
    ["interview_told", "application_job", "application_came"], "linked while it is open, test_applications"
)
ELSEWHERE["service_colours"] = "a style sheet, tests/web"
# Files that are saved, and what is linked only once there is something to read or to take back: test_disclosure.
ELSEWHERE |= dict.fromkeys(
    ["disclosure_paper", "my_disclosure_paper", "message_paper", "message", "disclosure_withdraw", "override_read"],
    "test_disclosure; tests/web/test_people",
)
NOT_FOLLOWED = {"account_logout"}
SAMPLES = 2  # pages of one kind that a role opens on its way


def name_of(address: str) -> str | None:
    """The name of the page at an address; None when nothing is there."""
    try:
        return resolve(urlsplit(address).path).url_name
    except Resolver404:
        return None


def links(page) -> list[str]:
    """Every address that the page links to by an ordinary link, without fragments, in order."""
    hrefs = page.eval_on_selector_all("a[href]:not([download])", "all => all.map(a => a.getAttribute('href'))")
    return list(dict.fromkeys(urljoin(page.url, href).partition("#")[0] for href in hrefs))


def walk(page, start: str):
    """Open pages breadth first, `SAMPLES` of a kind; yields the name of each while it is open."""
    waiting, opened = [start], {}
    while waiting:
        address = waiting.pop(0)
        name = name_of(address)
        if not address.startswith(start) or name in NOT_FOLLOWED or opened.get(name, 0) >= SAMPLES:
            continue
        opened[name] = opened.get(name, 0) + 1
        answer = page.goto(address)
        assert answer.ok, f"a link leads to {address}, which answers {answer.status}"
        yield name
        waiting += links(page)


@pytest.mark.timeout(900)
def test_every_page_is_reached_by_links_and_is_sound(demo, page_at):
    seen = set()
    phone = page_at(360, demo.address)
    phone.goto(demo.address + "/accounts/login/")
    seen |= looked_at(phone, "account_login", seen)
    for role in sorted(demo.accounts):
        page = page_at(1280, demo.address)
        demo.sign_in(page, role)
        for name in walk(page, demo.address + "/"):
            seen |= looked_at(page, name, seen)
        page.close()
    wanted = {page.name for page in PAGES} - set(ELSEWHERE)
    assert wanted - seen == set()


def looked_at(page, name: str, seen: set) -> set:
    """Look at a kind of page once, as wide as a laptop and as a phone."""
    if name not in seen:
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 800})
            sight.picture(page, name)
            sight.check(page)
    return {name}
