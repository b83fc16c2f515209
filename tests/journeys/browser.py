"""What a journey can ask of a page: is it sound, does it fit, what does it look like."""

import os
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

HERE = Path(__file__).parent
AXE = HERE.parent / "vendor" / "axe.min.js"
PICTURES = HERE / "pictures"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# axe cannot always tell a colour behind a colour; everything else it leaves open is a fault.
LEFT_OPEN = {"color-contrast"}
UNDEFINED = "«undefined"
# An argument of Chromium: it finds this machine, and nothing else.
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"
# Where the suite runs for everybody, nobody looks at pictures.
KEEPS_PICTURES = "CI" not in os.environ
REFUSED = re.compile(r"the server responded with a status of 4\d\d")


def chromium() -> str:
    """Where the browser is. Raises RuntimeError naming the package when there is none."""
    names = [os.environ.get("PLACEWELL_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"]
    for name in filter(None, names):
        if found := shutil.which(name):
            return found
    raise RuntimeError("Journeys need a browser: apt install chromium, or name one in PLACEWELL_CHROMIUM.")


@dataclass
class Watch:
    """What went wrong on a page while nobody asked: errors in the console, other sites asked."""

    address: str
    may_be_refused: bool = False
    faults: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        """Start watching a page. Requests are not routed: that would turn the browser's cache off."""
        page.on("console", lambda message: self.console(message.type, message.text))
        page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        page.on("request", lambda request: self.asked(request.url))

    def console(self, kind: str, text: str) -> None:
        """Take note of an error; that a page was refused may be what the journey is about."""
        if kind == "error" and not (self.may_be_refused and REFUSED.search(text)):
            self.faults.append(f"console: {text}")

    def asked(self, url: str) -> None:
        """Take note of a request to any other site. It finds no way there: see `ALONE`."""
        if not url.startswith((self.address + "/", "data:", "blob:")):
            self.faults.append(f"asked another site: {url}")


def turn_scripts(page: Page, *, on: bool) -> None:
    """Let a page run its scripts or not. What was loaded without them does not start them later."""
    session = getattr(page, "switch", None)
    if session is None:  # one for the page's life: what one session turns off, another cannot turn on
        session = page.switch = page.context.new_cdp_session(page)
    session.send("Emulation.setScriptExecutionDisabled", {"value": not on})


def axe_faults(page: Page) -> list[str]:
    """What axe finds wrong, and what it leaves open, one line each with the elements."""
    # axe waits for timers, which do not tick where scripts are off.
    page.wait_for_load_state("load")
    turn_scripts(page, on=True)
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found, open_questions = looked_through(page)
    if open_questions:
        # A page that a script was still drawing on is looked at again, once it is quiet.
        page.wait_for_timeout(1_000)
        found, open_questions = looked_through(page)
    turn_scripts(page, on=getattr(page, "runs_scripts", True))
    return [
        f"{rule['id']}: {rule['help']}: " + "; ".join(node["html"][:160] for node in rule["nodes"][:3])
        for rule in [*found["violations"], *open_questions]
    ]


def looked_through(page: Page) -> tuple[dict, list[dict]]:
    """What axe says of the page as it is now, and the rules it leaves open."""
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations', 'incomplete']})",
        TAGS,
    )
    return found, [rule for rule in found["incomplete"] if rule["id"] not in LEFT_OPEN]


def too_wide(page: Page) -> list[str]:
    """Why a person would have to scroll sideways; empty when the page fits."""
    width, wanted = page.evaluate("() => [window.innerWidth, document.documentElement.scrollWidth]")
    return [f"{wanted} px wide in a window of {width} px"] if wanted > width else []


def undefined(page: Page) -> list[str]:
    """Template variables that no presenter filled."""
    text = page.content()
    at = text.find(UNDEFINED)
    return [text[at : at + 80]] if at >= 0 else []


def check(page: Page) -> None:
    """Fail, with the address and every fault, unless the page is accessible, fits and is whole."""
    faults = [*axe_faults(page), *too_wide(page), *undefined(page)]
    assert faults == [], f"{page.url} at {page.viewport_size['width']} px:\n" + "\n".join(faults)


def picture(page: Page, name: str) -> None:
    """Save what the whole page looks like, where pictures are kept."""
    if KEEPS_PICTURES:
        PICTURES.mkdir(exist_ok=True)
        page.screenshot(path=PICTURES / f"{name}-{page.viewport_size['width']}.png", full_page=True)


def sign_in(page: Page, address: str, email: str, password: str) -> None:
    """Sign in as a person would."""
    page.goto(f"{address}/accounts/login/")
    page.locator("input[name=login]").fill(email)
    page.locator("input[name=password]").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda url: "/accounts/login/" not in url)
