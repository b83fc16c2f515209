"""A served demo of one's own, to be cut off, frozen and killed; and a phone that keeps what it keeps."""

import os
import re
import signal
import sqlite3
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.journeys import browser as sight
from tests.journeys.demo import address_of, start
from tests.ports import free_port

PEOPLE = 20
CLEAR = """async () => {
  const opened = await new Promise((yes, no) => {
    const asked = indexedDB.open("placewell"); asked.onsuccess = () => yes(asked.result); asked.onerror = no;
  });
  const rows = {};
  for (const store of opened.objectStoreNames) {
    rows[store] = await new Promise((yes) => {
      const asked = opened.transaction(store).objectStore(store).getAll(); asked.onsuccess = () => yes(asked.result);
    });
  }
  opened.close();
  const text = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
    ? new TextDecoder("latin1").decode(value)
    : value && typeof value === "object" && !(value instanceof CryptoKey)
      ? Object.entries(value).map(([name, inner]) => name + "=" + text(inner)).join(" ")
      : String(value);
  const counts = Object.fromEntries(Object.entries(rows).map(([store, found]) => [store, found.length]));
  const readable = rows.keys.some((key) => key.lock.extractable || key.naming.extractable);
  return { counts, text: text(rows), readable, cookie: document.cookie };
}"""

# The same, with what the service worker keeps.
EVERYTHING = f"""async () => {{
  const found = await ({CLEAR})();
  found.cached = "";
  for (const name of await caches.keys()) {{
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {{
      const reply = await cache.match(request);
      found.cached += request.url + (request.url.includes("/static/") ? "" : await reply.text());
    }}
  }}
  return found;
}}"""


@dataclass
class Served:
    """A made-up service that one test may stop, freeze and kill."""

    home: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen | None = None
    accounts: dict = field(default_factory=dict)

    @property
    def address(self) -> str:
        return address_of(self.port)

    def start(self) -> None:
        """Serve, at the same address as before."""
        self.process, self.accounts = start(self.home, self.port, PEOPLE)

    def tell(self, what: signal.Signals) -> None:
        """Send a signal to the server and its workers."""
        os.killpg(self.process.pid, what)

    def kill(self) -> None:
        """End it in the middle of whatever it does."""
        self.tell(signal.SIGKILL)
        self.process.wait(timeout=20)

    def rows(self, sql: str, *given) -> list[tuple]:
        """What stands in the record."""
        with sqlite3.connect(self.home / "demo.sqlite3", timeout=20) as record:
            return record.execute(sql, given).fetchall()

    def notes(self, words: str) -> list[str]:
        """Notes of contacts that begin with these words, in the order in which they were taken in."""
        found = self.rows("SELECT note FROM records_contact WHERE note LIKE ? || '%' ORDER BY id", words)
        return [note for (note,) in found]

    def end_sessions(self) -> None:
        """Every session is over, as after 30 minutes without use."""
        self.rows("DELETE FROM django_session")


@dataclass
class Phone:
    """A browser of its own, in which service workers run. `sent` counts what pages asked for."""

    context: object
    served: Served

    def page(self):
        """A new tab."""
        return self.context.new_page()

    def sign_in(self, page, role="employment specialist") -> None:
        """Sign in as the first account of a role."""
        sight.sign_in(page, self.served.address, *self.served.accounts[role])

    def open_form(self, page) -> str:
        """Open the contact form of the first person who has one, until it is kept; its address."""
        page.goto(self.served.address + "/")
        people = page.locator("main a[href$='/clients/']").first.get_attribute("href")
        page.goto(self.served.address + people)
        for person in page.eval_on_selector_all("main a[href*='/clients/']", "all => all.map(a => a.href)"):
            page.goto(person)
            forms = page.locator("a[href*='/contacts/new/']")
            if forms.count():
                return self.keep(page, forms.first.get_attribute("href"))
        raise AssertionError("nobody has a contact form")

    def keep(self, page, address: str) -> str:
        """Open a form and wait until it could be opened again without a connection."""
        address = self.served.address + address if address.startswith("/") else address
        before = self.counts(page)["pages"]
        page.goto(address)
        page.wait_for_function("() => navigator.serviceWorker.controller !== null")
        wait_until(lambda: self.counts(page)["pages"] > before)
        return address

    def counts(self, page) -> dict[str, int]:
        """How many rows this browser keeps, by kind."""
        return page.evaluate(CLEAR)["counts"]


def wait_until(holds, seconds: float = 20) -> None:
    """Wait for something that no page shows. Fails after a while."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.2)


def fill(page, note: str, minutes: str = "30") -> None:
    """Write a contact into the form that is open, and send it."""
    page.wait_for_selector("form[data-outbox]")
    page.locator("textarea[name=note]").fill(note)
    last(page, minutes)
    press(page, "Record the contact")


def last(page, minutes: str) -> None:
    """Say how long the contact lasted: by one tap, or typed; "" says nothing."""
    if minutes in ("15", "30", "45", "60"):
        page.locator(f"input[name=minutes][value='{minutes}']").check()
    elif minutes:
        page.locator("input[name=minutes][value=other]").check()
        page.locator("input[name='minutes[other]']").fill(minutes)


def press(page, words: str) -> None:
    """Press a button of the page itself."""
    page.locator("main").get_by_role("button", name=words, exact=True).click()


def kept(page) -> None:
    """Wait until the page says that the form is kept."""
    page.get_by_role("heading", name="Kept on this device, not sent yet").wait_for()


def nothing_waits(page) -> None:
    """Wait until this browser keeps no form, and the banner has gone."""
    wait_until(lambda: page.evaluate(CLEAR)["counts"]["waiting"] == 0, seconds=60)
    page.locator("section[aria-label='Waiting to be sent']").wait_for(state="hidden")


def heading(page) -> str:
    """The page's heading."""
    return re.sub(r"\s+", " ", page.locator("h1").inner_text())


@contextmanager
def served(home: Path):
    """A served demo, until the block ends."""
    ours = Served(home)
    ours.start()
    try:
        yield ours
    finally:
        if ours.process.poll() is None:
            ours.tell(signal.SIGCONT)
            ours.kill()
