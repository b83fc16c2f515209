"""Signing in, with everything that an account has: on a phone, at a desk, without scripts."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from tests.journeys import browser as sight

LOGIN = "/accounts/login/"


def send(page, words: str) -> None:
    """Press a button of the page itself by its words."""
    page.locator("main").get_by_role("button", name=words, exact=True).click()


def sign_out(page) -> None:
    """Press the button in the header, and wait until the service has answered."""
    page.get_by_role("button", name="Sign out", exact=True).first.click()
    page.wait_for_url("**" + LOGIN + "*")


def code_of(secret: str, ahead: int = 0) -> str:
    """What an authenticator app shows now, or `ahead` steps of 30 seconds later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + ahead))


def prove(page, password: str) -> None:
    """Give the password once more."""
    page.locator("input[name=password]").fill(password)
    send(page, "Continue")


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_a_wrong_password_says_what_to_do(demo, page_at, looked_at, width):
    page = page_at(width, demo.address)
    page.goto(demo.address + "/")
    looked_at(page, "sign-in")
    page.locator("input[name=login]").fill("nobody@example.org")
    page.locator("input[name=password]").fill("not the password")
    send(page, "Sign in")
    assert page.title().startswith("Error: Sign in")
    summary = page.locator(".nhsuk-error-summary")
    assert "The email address or the password is wrong" in summary.inner_text()
    page.wait_for_function("() => document.activeElement.classList.contains('nhsuk-error-summary')")
    assert page.locator("input[name=login]").input_value() == "nobody@example.org"
    looked_at(page, "sign-in-wrong")


def test_an_empty_form_leads_to_the_first_box(demo, page_at, looked_at):
    page = page_at(360, demo.address)
    page.goto(demo.address + LOGIN)
    send(page, "Sign in")
    page.get_by_role("link", name="Enter your email address").click()
    page.wait_for_function("() => document.activeElement.name === 'login'")
    looked_at(page, "sign-in-empty")


@pytest.mark.parametrize("width", [320, 1280])
def test_a_day_starts_and_ends_without_scripts(demo, page_at, looked_at, width):
    page = page_at(width, demo.address, javascript=False)
    demo.sign_in(page, "supervisor")
    assert "Today in the unit" in page.locator("h1").inner_text()
    for address in ("/", "/accounts/", "/accounts/password/change/", "/accounts/sessions/", "/accounts/2fa/"):
        page.goto(demo.address + address)
        assert page.locator("h1").count() == 1
    sign_out(page)


def test_the_keyboard_alone_is_enough(demo, page_at):
    email, password = demo.accounts["executive"]
    page = page_at(1280, demo.address)
    page.goto(demo.address + LOGIN)
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type(email)
    page.keyboard.press("Tab")
    page.keyboard.type(password)
    page.keyboard.press("Enter")
    page.wait_for_url(demo.address + "/")


def test_pages_of_an_account_are_sound(demo, page_at, looked_at):
    page = page_at(1280, demo.address, may_be_refused=True)
    demo.sign_in(page, "service manager")
    pages = {
        "/": "home", "/accounts/": "account", "/accounts/password/change/": "password", "/accounts/sessions/": "devices",
        "/accounts/2fa/": "second-step", "/accounts/2fa/webauthn/": "keys", "/accounts/logout/": "sign-out",
        "/accessibility/": "accessibility", "/privacy/": "privacy", "/no/such/page/": "not-found",
        "/invitation/no-such-link/": "invitation-over", "/accounts/inactive/": "closed",
    }  # fmt: skip
    for address, name in pages.items():
        for width in (1280, 360, 320):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(demo.address + address)
            looked_at(page, name)


def test_colours_of_ones_own_and_paper(demo, page_at):
    page = page_at(1280, demo.address)
    page.emulate_media(forced_colors="active")
    demo.sign_in(page, "service manager")
    sight.picture(page, "home-forced-colours")
    assert page.get_by_role("button", name="Sign out", exact=True).is_visible()
    page.emulate_media(media="print", forced_colors="none")
    assert not page.get_by_role("button", name="Sign out", exact=True).is_visible()
    assert page.locator("h1").is_visible()


def test_an_app_is_set_up_used_and_removed(demo, page_at, looked_at):
    email, password = demo.accounts["commissioner"]
    page = page_at(360, demo.address)
    demo.sign_in(page, "commissioner")
    page.goto(demo.address + "/accounts/2fa/")
    page.get_by_role("link", name=re.compile("Set up an authenticator app")).click()
    looked_at(page, "show-that-it-is-you")
    prove(page, password)
    looked_at(page, "app")
    secret = page.locator(".placewell-key").inner_text()
    page.locator("input[name=code]").fill("000000")
    send(page, "Start using the app")
    looked_at(page, "app-wrong-code")
    page.locator("input[name=code]").fill(code_of(secret))
    send(page, "Start using the app")
    page.locator(".placewell-codes li").nth(9).wait_for()
    looked_at(page, "recovery-codes")
    page.goto(demo.address + "/accounts/2fa/recovery-codes/generate/")
    looked_at(page, "recovery-codes-new")
    sign_out(page)

    page.goto(demo.address + LOGIN)
    page.locator("input[name=login]").fill(email)
    page.locator("input[name=password]").fill(password)
    send(page, "Sign in")
    looked_at(page, "second-step-asked")
    page.locator("input[name=code]").fill(code_of(secret, ahead=1))
    send(page, "Sign in")
    page.wait_for_url(demo.address + "/")

    page.goto(demo.address + "/accounts/2fa/totp/deactivate/")
    prove(page, password)
    looked_at(page, "app-remove")
    send(page, "Remove the app")
    page.get_by_text("An app on your phone shows a code").wait_for()


def with_a_key(page) -> None:
    """Give the browser a device that makes passkeys and always agrees."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_passkey_alone_signs_in_and_is_removed(demo, page_at, looked_at):
    # A passkey belongs to a name; a number is none.
    address = demo.address.replace("127.0.0.1", "localhost")
    email, password = demo.accounts["trainer"]
    page = page_at(1280, address)
    with_a_key(page)
    sight.sign_in(page, address, email, password)
    page.goto(address + "/accounts/2fa/webauthn/add/")
    prove(page, password)
    looked_at(page, "passkey")
    page.locator("input[name=name]").fill("work phone")
    page.locator("input[name=passwordless]").check()
    send(page, "Continue with this device")
    page.wait_for_url("**/accounts/2fa/recovery-codes/")
    page.goto(address + "/accounts/2fa/webauthn/")
    assert "work phone" in page.locator("main").inner_text()
    looked_at(page, "passkeys")
    page.get_by_role("link", name="Rename work phone").click()
    looked_at(page, "passkey-rename")
    sign_out(page)

    page.goto(address + LOGIN)
    send(page, "Sign in with a passkey")
    page.wait_for_url(address + "/")
    page.goto(address + "/accounts/2fa/webauthn/")
    page.get_by_role("link", name="Remove work phone").click()
    page.get_by_role("link", name="Use a security key").click()
    looked_at(page, "show-with-a-key")
    send(page, "Use a passkey or security key")
    page.wait_for_url("**/remove/*")
    looked_at(page, "passkey-remove")
    send(page, "Remove the key")
    page.wait_for_url("**/accounts/2fa/webauthn/")
    assert "You have none yet" in page.locator("main").inner_text()


def test_a_lost_password_is_renewed_on_a_phone(demo, page_at, looked_at):
    """The demo's own password is chosen again, for the tests that come after."""
    email, password = demo.accounts["executive"]
    page = page_at(360, demo.address)
    demo.sign_in(page, "administrator")
    page.get_by_role("link", name="Accounts and roles").first.click()
    account = page.locator("main tr", has_text="Executive").get_by_role("link").first
    name = account.inner_text()
    account.click()
    page.get_by_role("link", name="Make a link for a new password").click()
    looked_at(page, "new-password-make")
    send(page, "Make the link")
    page.get_by_role("heading", name=f"Give this link to {name}").wait_for()
    looked_at(page, "new-password-made")
    link = page.locator("#link").input_value()
    page.reload()
    assert "The link was shown once" in page.locator("main").inner_text()

    phone = page_at(360, demo.address, may_be_refused=True)
    phone.goto(link)
    assert email in phone.locator("main").inner_text()
    looked_at(phone, "new-password")
    phone.locator("input[name=password]").fill("short")
    send(phone, "Set the new password")
    assert "too short" in phone.locator(".nhsuk-error-summary").inner_text()
    looked_at(phone, "new-password-weak")
    phone.locator("input[name=password]").fill(password)
    send(phone, "Set the new password")
    phone.get_by_text("Your new password is set").wait_for()
    looked_at(phone, "sign-in-new-password")
    demo.sign_in(phone, "executive")
    phone.goto(link)
    assert "does not work any more" in phone.locator("main").inner_text()
    looked_at(phone, "new-password-over")
