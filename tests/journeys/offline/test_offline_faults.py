"""What goes wrong while forms wait: servers die, sessions end, browsers close, others sign in."""

import signal

import pytest

from tests.journeys.browser import chromium
from tests.journeys.offline.day import CLEAR, Phone, fill, heading, kept, nothing_waits, press

pytestmark = pytest.mark.timeout(300)


def write_offline(phone, page, address, *notes: str) -> None:
    """Keep contacts without a connection."""
    phone.context.set_offline(True)
    for note in notes:
        page.goto(address)
        fill(page, note)
        kept(page)


def test_a_server_killed_in_the_middle_of_sending_takes_each_thing_in_once(phone, page, ours):
    address = phone.open_form(page)
    notes = [f"Killed {number}" for number in range(3)]
    write_offline(phone, page, address, *notes)
    with page.expect_request(lambda asked: asked.method == "POST" and "contacts/new" in asked.url):
        phone.context.set_offline(False)
    ours.kill()
    page.get_by_text("There is no connection.").first.wait_for()
    assert phone.counts(page)["waiting"] >= 2
    ours.start()
    nothing_waits(page)
    assert ours.notes("Killed ") == notes


def test_a_server_that_hangs_is_not_waited_for(phone, page, ours):
    address = phone.open_form(page)
    ours.tell(signal.SIGSTOP)
    try:
        fill(page, "Hung: first")
        assert page.evaluate("() => navigator.onLine")
        kept(page)
        page.goto(address)
        fill(page, "Hung: second")
        kept(page)
    finally:
        ours.tell(signal.SIGCONT)
    nothing_waits(page)
    assert ours.notes("Hung: ") == ["Hung: first", "Hung: second"]


def test_a_session_that_ended_locks_what_waits_and_the_next_sign_in_sends_it(phone, page, ours):
    address = phone.open_form(page)
    write_offline(phone, page, address, "Ended: typed before")
    ours.end_sessions()
    phone.context.set_offline(False)
    page.get_by_text("1 thing waits to be sent from this device.").wait_for()
    assert phone.counts(page)["keys"] == 0
    assert ours.notes("Ended:") == []
    page.goto(ours.address + "/waiting/")
    assert heading(page) == "Sign in"
    page.get_by_role("link", name="Sign in to send").wait_for()
    phone.sign_in(page)
    nothing_waits(page)
    assert ours.notes("Ended:") == ["Ended: typed before"]


def test_a_form_sent_after_the_session_ended_is_kept_until_signing_in(phone, page, ours):
    phone.open_form(page)
    ours.end_sessions()
    fill(page, "Signed out: while typing")
    kept(page)
    page.locator("main").get_by_role("link", name="Sign in").click()
    phone.sign_in(page)
    nothing_waits(page)
    assert ours.notes("Signed out:") == ["Signed out: while typing"]


def test_closing_the_browser_loses_nothing_and_opens_nothing(browser, ours, tmp_path):
    def open_browser():
        context = browser.browser_type.launch_persistent_context(
            tmp_path, executable_path=chromium(), viewport={"width": 360, "height": 740}, locale="en-GB",
            args=["--disable-dev-shm-usage", "--disable-gpu"],
        )  # fmt: skip
        context.set_default_timeout(30_000)
        return Phone(context, ours)

    first = open_browser()
    tab = first.page()
    first.sign_in(tab)
    address = first.open_form(tab)
    write_offline(first, tab, address, "Closed: the browser")
    first.context.close()
    second = open_browser()
    tab = second.page()
    second.context.set_offline(True)
    tab.goto(address)
    tab.get_by_role("heading", name="There is no connection").wait_for()
    tab.get_by_text("1 thing waits to be sent from this device.").wait_for()
    assert tab.locator("form[data-outbox]").count() == 0
    found = tab.evaluate(CLEAR)
    assert (found["counts"]["waiting"], found["counts"]["keys"]) == (1, 0)
    second.context.set_offline(False)
    second.sign_in(tab)
    nothing_waits(tab)
    second.context.close()
    assert ours.notes("Closed:") == ["Closed: the browser"]


def test_a_key_whose_time_is_over_opens_nothing(phone, page, ours):
    address = phone.open_form(page)
    write_offline(phone, page, address, "Late: twelve hours on")
    page.clock.install()
    page.clock.fast_forward("12:00:01")
    page.goto(ours.address + "/waiting/")
    page.get_by_text("1 thing on this device. Sign in to open and send.").wait_for()
    assert "Late:" not in page.content()
    page.goto(address)
    page.get_by_role("heading", name="There is no connection").wait_for()
    assert page.locator("form[data-outbox]").count() == 0
    assert phone.counts(page)["waiting"] == 1


def test_somebody_else_on_the_device_can_neither_read_nor_send(phone, page, ours):
    address = phone.open_form(page)
    write_offline(phone, page, address, "Mine: not theirs")
    phone.context.route("**/contacts/new/", lambda route: route.abort())
    phone.context.set_offline(False)
    phone.context.clear_cookies()
    other = phone.page()
    phone.sign_in(other, "supervisor")
    other.get_by_text("1 thing waits here for somebody else to sign in.").wait_for()
    other.goto(ours.address + "/waiting/")
    other.get_by_text("1 thing on this device. Locked until somebody else signs in here.").wait_for()
    assert "Mine: not theirs" not in other.content()
    assert phone.counts(other)["keys"] == 0
    phone.context.unroute_all()
    # The first tab is still open. What it would send is refused: somebody else is signed in.
    page.evaluate("() => window.dispatchEvent(new Event('online'))")
    other.reload()
    other.get_by_text("1 thing on this device. Locked until somebody else signs in here.").wait_for()
    assert ours.notes("Mine:") == []
    press_sign_out(other)
    other.wait_for_url("**/accounts/login/**")
    phone.sign_in(other)
    nothing_waits(other)
    sent = ours.rows(
        "SELECT email FROM records_contact JOIN people_account ON people_account.id = recorded_by_id WHERE note LIKE 'Mine:%'"
    )
    assert sent == [(ours.accounts["employment specialist"][0],)]


def press_sign_out(page) -> None:
    """Press the button in the header."""
    page.locator("header").get_by_role("button", name="Sign out").click()


def test_signing_out_sends_first(phone, page, ours):
    address = phone.open_form(page)
    write_offline(phone, page, address, "Leaving: sent first")
    tab = phone.page()
    phone.context.set_offline(False)
    tab.goto(address)
    press_sign_out(tab)
    tab.wait_for_url("**/accounts/login/**")
    assert ours.notes("Leaving:") == ["Leaving: sent first"]
    counts = phone.counts(tab)
    assert (counts["waiting"], counts["keys"], counts["pages"]) == (0, 0, 0)


def test_signing_out_without_a_connection_says_what_would_be_lost_and_asks(phone, page, ours, looked_at):
    phone.open_form(page)
    live = phone.page()
    live.goto(ours.address + "/accounts/")
    phone.context.set_offline(True)
    fill(page, "Asked: before leaving")
    kept(page)
    press_sign_out(live)
    live.get_by_role("heading", name="1 thing could not be sent").wait_for()
    assert "Record a contact" in live.locator("main").inner_text()
    looked_at(live, "offline-sign-out")
    press(live, "Sign out and leave it locked")
    live.get_by_role("heading", name="This device is locked").wait_for()
    counts = phone.counts(live)
    assert (counts["waiting"], counts["keys"], counts["pages"]) == (1, 0, 0)
    phone.context.set_offline(False)
    phone.context.clear_cookies()
    phone.sign_in(live)
    nothing_waits(live)
    assert ours.notes("Asked:") == ["Asked: before leaving"]


def test_what_nobody_wants_to_keep_is_deleted_on_signing_out(phone, page, ours):
    phone.open_form(page)
    live = phone.page()
    live.goto(ours.address + "/accounts/")
    phone.context.set_offline(True)
    fill(page, "Deleted: on leaving")
    kept(page)
    press_sign_out(live)
    press(live, "Delete it and sign out")
    live.get_by_role("heading", name="This device is locked").wait_for()
    assert phone.counts(live)["waiting"] == 0


def test_where_the_key_was_deleted_nobody_can_open_what_waits(phone, page, ours):
    address = phone.open_form(page)
    write_offline(phone, page, address, "Shredded: from afar")
    own = ours.accounts["employment specialist"][0]
    ours.rows("DELETE FROM people_devicekey WHERE account_id = (SELECT id FROM people_account WHERE email = ?)", own)
    ours.end_sessions()
    phone.context.set_offline(False)
    page.get_by_text("1 thing waits to be sent from this device.").wait_for()
    phone.sign_in(page)
    page.goto(ours.address + "/waiting/")
    page.get_by_text("The key was deleted, so nobody can open it any more.").wait_for()
    press(page, "Throw away")
    press(page, "Yes, throw it away")
    page.get_by_text("Nothing waits on this device.").wait_for()
    assert ours.notes("Shredded:") == []
