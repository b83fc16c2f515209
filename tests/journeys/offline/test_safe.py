"""“I am safe” where there is no signal: it waits, and says that nobody has been told yet."""

import pytest

from tests.journeys.offline.day import kept, nothing_waits, press

pytestmark = pytest.mark.timeout(300)
SAFE = "SELECT count(*) FROM records_visitword WHERE heard = 'safe'"


def test_i_am_safe_waits_and_says_that_the_colleague_does_not_know_yet(phone, page, ours, looked_at):
    page.goto(ours.address + "/")
    page.locator("main a[href$='/visits/']").first.click()
    # The specialist's own visit is to come; whoever is overdue stands above it.
    address = page.locator("main h3 a").last.get_attribute("href")
    phone.keep(page, address)
    phone.context.set_offline(True)
    press(page, "I am safe")
    kept(page)
    page.get_by_text("Your colleague has NOT been told yet that you are safe.").wait_for()
    looked_at(page, "offline-not-safe-yet")
    assert ours.rows(SAFE) == [(0,)]
    phone.context.set_offline(False)
    nothing_waits(page)
    assert ours.rows(SAFE) == [(1,)]
