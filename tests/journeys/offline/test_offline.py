"""A contact noted where there is no signal: kept, seen, sent once, in order, by who wrote it."""

import pytest

from tests.journeys.offline.day import (
    EVERYTHING,
    Phone,
    fill,
    heading,
    kept,
    last,
    nothing_waits,
    press,
    wait_until,
)

pytestmark = pytest.mark.timeout(300)


def test_a_contact_noted_without_signal_is_kept_and_sent_when_it_is_back(phone, page, ours, looked_at):
    address = phone.open_form(page)
    phone.context.set_offline(True)
    page.goto(address)
    page.get_by_text("There is no connection. You can fill in this form").wait_for()
    looked_at(page, "offline-form")
    fill(page, "Kept: met at the café")
    kept(page)
    looked_at(page, "offline-kept")
    page.get_by_text("1 thing waits to be sent. There is no connection.").wait_for()
    page.goto(ours.address + "/waiting/")
    page.get_by_text("Kept: met at the café").wait_for()
    looked_at(page, "offline-waiting")
    page.reload()
    page.get_by_text("Kept: met at the café").wait_for()
    assert ours.notes("Kept:") == []
    phone.context.set_offline(False)
    page.get_by_text("Nothing waits on this device.").wait_for()
    nothing_waits(page)
    assert ours.notes("Kept:") == ["Kept: met at the café"]
    looked_at(page, "offline-nothing-waits")
    page.goto(ours.address + "/waiting/devices/")
    page.get_by_role("button", name="Delete this key").first.wait_for()
    looked_at(page, "offline-devices")


def test_an_employer_met_without_signal_is_recorded_later(phone, page, ours):
    page.goto(ours.address + "/")
    page.locator("main a[href$='/employers/']").first.click()
    address = page.url.replace("/employers/", "/employer-contacts/new/")
    phone.keep(page, address)
    phone.context.set_offline(True)
    page.goto(address)
    page.locator("input[name=employer_name]").fill("Zephyr Kites of the North Quay")
    page.locator("input[name=purpose]").first.check()
    page.locator("input[name=hiring_authority][value=yes]").check()
    press(page, "Record the contact")
    kept(page)
    phone.context.set_offline(False)
    nothing_waits(page)
    sql = """SELECT count(*) FROM records_employercontact JOIN records_employer
             ON records_employer.id = records_employercontact.employer_id WHERE name LIKE 'Zephyr Kites%'"""
    assert ours.rows(sql) == [(1,)]


def test_another_visit_without_signal_is_recorded_later(phone, page, ours):
    page.goto(ours.address + "/")
    page.locator("main a[href$='/employers/']").first.click()
    page.goto(page.url + "next/?cup=learned")
    address = page.eval_on_selector("main table a[href*='/visit-again/']", "a => a.href")
    phone.keep(page, address)
    phone.context.set_offline(True)
    page.goto(address)
    page.locator("textarea[name=learned]").fill("Kites are flown from the quay")
    press(page, "Record the visit")
    kept(page)
    phone.context.set_offline(False)
    nothing_waits(page)
    assert ours.rows("SELECT count(*) FROM records_employervisit WHERE learned LIKE 'Kites are%'") == [(1,)]


def test_with_a_connection_a_form_is_sent_at_once_and_leads_where_it_always_did(phone, page, ours):
    phone.open_form(page)
    fill(page, "At once")
    page.wait_for_url("**/clients/*/?recorded=*")
    assert ours.notes("At once") == ["At once"]
    assert phone.counts(page)["waiting"] == 0


def test_what_lies_on_the_device_tells_nobody_anything(phone, page, ours):
    address = phone.open_form(page)
    person = page.locator("h1 .nhsuk-caption-l").inner_text()
    phone.context.set_offline(True)
    page.goto(address)
    fill(page, "Secret words")
    kept(page)
    found = page.evaluate(EVERYTHING)
    assert found["counts"]["waiting"] == found["counts"]["pages"] == 1
    assert not found["readable"]
    for words in ("Secret words", person, "contacts/new", "csrf", ours.accounts["employment specialist"][0]):
        assert words not in found["text"], words
        assert words not in found["cached"], words
    assert "There is no connection" in found["cached"]
    assert 'data-account=""' in found["cached"]


def test_a_form_that_is_refused_comes_back_with_its_words(phone, page, ours, looked_at):
    address = phone.open_form(page)
    phone.context.set_offline(True)
    page.goto(address)
    fill(page, "Mended: the length was missing", minutes="")
    kept(page)
    phone.context.set_offline(False)
    page.get_by_text("1 thing came back and needs you.").wait_for()
    page.get_by_role("link", name="Mend what came back").click()
    page.get_by_role("link", name="Mend “Record a contact").click()
    page.get_by_role("link", name="Enter how many minutes it lasted").wait_for()
    assert page.locator("textarea[name=note]").input_value() == "Mended: the length was missing"
    looked_at(page, "offline-mend")
    last(page, "45")
    press(page, "Record the contact")
    page.wait_for_url("**/clients/*/?recorded=*")
    nothing_waits(page)
    assert ours.notes("Mended:") == ["Mended: the length was missing"]


def test_a_mistake_with_a_connection_shows_the_errors_at_once(phone, page, ours):
    phone.open_form(page)
    fill(page, "Straight back", minutes="many")
    page.locator(".nhsuk-error-summary").wait_for()
    assert page.title().startswith("Error: ")
    assert page.locator("textarea[name=note]").input_value() == "Straight back"
    last(page, "5")
    press(page, "Record the contact")
    page.wait_for_url("**/clients/*/?recorded=*")
    assert ours.notes("Straight back") == ["Straight back"]


def test_two_tabs_send_each_thing_once_and_in_order(phone, page, ours):
    address = phone.open_form(page)
    other = phone.page()
    other.goto(address)
    phone.context.set_offline(True)
    for number, tab in enumerate((page, other, page, other)):
        tab.goto(address)
        fill(tab, f"Tabs {number}")
        kept(tab)
    phone.context.set_offline(False)
    for tab in (page, other):
        nothing_waits(tab)
    assert ours.notes("Tabs ") == ["Tabs 0", "Tabs 1", "Tabs 2", "Tabs 3"]


def test_an_answer_that_was_lost_does_not_make_two_contacts(phone, page, ours):
    address = phone.open_form(page)
    lost = []

    def lose(route):
        if route.request.method != "POST" or lost:
            return route.continue_()
        lost.append(route.fetch())
        return route.abort()

    page.route("**/contacts/new/", lose)
    fill(page, "Lost answer")
    kept(page)
    assert lost
    assert ours.notes("Lost answer") == ["Lost answer"]
    page.goto(address)
    nothing_waits(page)
    wait_until(lambda: phone.counts(page)["waiting"] == 0)
    assert ours.notes("Lost answer") == ["Lost answer"]


def test_a_page_that_asks_to_pay_for_the_network_is_no_answer(phone, page, ours):
    address = phone.open_form(page)
    portal = {"status": 200, "content_type": "text/html", "body": "<h1>Welcome to Station WiFi</h1>"}
    phone.context.route(lambda url: "/static/" not in url, lambda route: route.fulfill(**portal))
    fill(page, "Station")
    kept(page)
    assert phone.counts(page)["waiting"] == 1
    phone.context.unroute_all()
    page.goto(address)
    wait_until(lambda: ours.notes("Station") == ["Station"])
    nothing_waits(page)


def test_the_page_for_no_connection_offers_the_forms_that_are_here(phone, page, ours, looked_at):
    phone.open_form(page)
    phone.context.set_offline(True)
    page.goto(ours.address + "/measures/")
    page.get_by_role("heading", name="Forms that you can fill in now").wait_for()
    looked_at(page, "offline-shell")
    page.locator("main").get_by_role("link", name="Record a contact").click()
    page.locator("textarea[name=note]").wait_for()
    phone.context.set_offline(False)
    page.goto(ours.address + "/measures/")
    assert heading(page) != "There is no connection"


def test_without_scripts_the_form_is_sent_as_ever(page_at, ours, phone):
    address = None
    tab = phone.page()
    phone.sign_in(tab)
    address = phone.open_form(tab)
    plain = page_at(360, ours.address, javascript=False)
    phone_of = Phone(plain.context, ours)
    phone_of.sign_in(plain)
    plain.goto(address)
    fill(plain, "Without scripts")
    plain.wait_for_url("**/clients/*/?recorded=*")
    assert ours.notes("Without scripts") == ["Without scripts"]


def test_a_browser_that_keeps_nothing_sends_the_form_as_ever(phone, ours):
    phone.context.add_init_script("IDBFactory.prototype.open = () => { throw new Error('nothing is kept here') }")
    tab = phone.page()
    phone.sign_in(tab)
    other = Phone(phone.context.browser.new_context(), ours)
    with_storage = other.page()
    other.sign_in(with_storage)
    tab.goto(other.open_form(with_storage))
    other.context.close()
    fill(tab, "Private window")
    tab.wait_for_url("**/clients/*/?recorded=*")
    assert ours.notes("Private window") == ["Private window"]
    tab.locator("header").get_by_role("button", name="Sign out").click()
    tab.wait_for_url("**/accounts/login/**")
