"""Somebody signed in who asks for pages over HTTP, as a browser does."""

import html
import http.client
import itertools
import json
import re
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

CONTACT = {
    "attendance": "attended", "minutes": "45", "mode": "face_to_face", "place": "community", "with_whom": "client",
    "phase": "job_search", "attempt_by": "no", "about_job_loss": "",
}  # fmt: skip
PLACES = ("Abbey", "Bridge", "Castle", "Grove", "Market", "Orchard", "River", "Station")
KINDS = ("Bakery", "Garage", "Kitchen", "Stores", "Timber")
EMPLOYER = re.compile(r'<a href="[^"]*/employers/(\d+)/">([^<]+)</a>')
HIDDEN = re.compile(r'<input[^>]*type="hidden"[^>]*>')
NAME, VALUE = re.compile(r'name="([^"]*)"'), re.compile(r'value="([^"]*)"')


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return tried.getsockname()[1]


@dataclass
class Visitor:
    """A specialist with a session, the people they hold, and one connection that is kept open."""

    port: int
    service: int
    staff: int
    session: str
    clients: list[int]
    episodes: list[int]
    names: list[str]
    jar: dict[str, str] = field(default_factory=dict)

    def __post_init__(self):
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        self.turns = itertools.count()

    @classmethod
    def told(cls, line: str, port: int) -> "Visitor":
        """From a line of JSON that `made.py` printed."""
        return cls(port=port, **json.loads(line))

    def wait_until_served(self, seconds: float) -> None:
        """Raises SystemExit when nothing answers in time."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            try:
                self._send("GET", "/health/")
                return
            except OSError:
                self.connection.close()
                time.sleep(0.2)
        raise SystemExit(f"nothing answers after {seconds:.0f} seconds")

    def ask(self, page: str) -> None:
        """Ask for a page once."""
        self.prepared(page)()

    def prepared(self, page: str) -> Callable[[], None]:
        """The next request for a page, ready to be sent: each time about another person."""
        turn = next(self.turns)
        own, person = f"/s/{self.service}", turn % len(self.clients)
        addresses = {
            "today": f"{own}/today/",
            "caseload": f"{own}/caseload/",
            "people": f"{own}/clients/",
            "a person": f"{own}/clients/{self.clients[person]}/",
            "search": f"{own}/clients/?q={quote(self.names[person])}",
        }
        addresses |= self._of_employers(f"{own}/employers/", turn)
        if page == "merged with itself":
            return self._merged_with_itself(f"{own}/employers/")
        if page == "contact saved":
            return self._contact(f"{own}/episodes/{self.episodes[person]}/contacts/new/", turn)
        return lambda: self._get(addresses[page])

    def _of_employers(self, directory: str, turn: int) -> dict[str, str]:
        """Addresses of the unit's directory, each turn about other words."""
        place, kind = PLACES[turn % len(PLACES)], KINDS[turn % len(KINDS)]
        looked = {
            "by name": place, "by place": f"LE{turn % 9 + 1}", "by sector": "manufacturing", "by role": "elementary",
            "two words": f"{place} {kind}", "nothing found": f"zebra{turn}",
        }  # fmt: skip
        return {
            "employers": directory,
            "employers, page 200": f"{directory}?page=200",
            **{page: f"{directory}?q={quote(words)}" for page, words in looked.items()},
            "in a district": f"{directory}?district=LE{turn % 9 + 1}",
            "map": f"{directory}map/",
            "whom to see next": f"{directory}next/",
            "a name is typed": f"{directory}named/?name={quote(f'{place} {kind} Limited')}",
            "contact form": directory.replace("employers/", "employer-contacts/new/"),
            "an employer": f"{directory}{turn % 80 + 1}/",
        }

    def _merged_with_itself(self, directory: str) -> Callable[[], None]:
        """Open the form that makes one of two, and send it with the name of the same employer."""
        address, name = EMPLOYER.search(self._get(directory)).groups()
        form = self._hidden(f"{directory}{address}/merge/")
        told = urlencode({**form, "employer_name": html.unescape(name)})

        def send():
            status, body, _ = self._send("POST", f"{directory}{address}/merge/", told)
            if status != 200 or "cannot be merged with itself" not in body:
                raise SystemExit(f"merging with itself was answered with {status}")

        return send

    def _hidden(self, address: str) -> dict[str, str]:
        """Open a form now, and take what it carries."""
        hidden = {}
        for box in HIDDEN.findall(self._get(address)):
            name, value = NAME.search(box), VALUE.search(box)
            if name:
                hidden[name[1]] = value[1] if value else ""
        return hidden

    def _get(self, address: str) -> str:
        status, body, _ = self._send("GET", address)
        if status != 200:
            raise SystemExit(f"{address} was answered with {status}")
        return body

    def _contact(self, address: str, turn: int) -> Callable[[], None]:
        """Open the form now, and send it when asked."""
        hidden = self._hidden(address)
        today, note = time.localtime(), f"Benchmark, turn {turn} of {self.staff}"
        told = {
            **hidden, **CONTACT, "staff": str(self.staff), "note": f"{note}, {time.time_ns()}", "began_time": "00:00",
            "began_on[day]": today.tm_mday, "began_on[month]": today.tm_mon, "began_on[year]": today.tm_year,
        }  # fmt: skip

        def send():
            status, body, leads = self._send("POST", address, urlencode(told))
            if status != 302 or "recorded=" not in leads:
                raise SystemExit(f"{address} was answered with {status}: {re.findall('error-message.*', body)[:3]}")

        return send

    def _send(self, method: str, address: str, body: str | None = None) -> tuple[int, str, str]:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies().items())}
        if body is not None:
            headers |= {
                "Content-Type": "application/x-www-form-urlencoded",
                "Origin": f"http://127.0.0.1:{self.port}",
            }
        self.connection.request(method, address, body, headers)
        answer = self.connection.getresponse()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.jar[name] = value
        return answer.status, answer.read().decode(errors="replace"), answer.headers.get("Location", "")

    def _cookies(self) -> dict[str, str]:
        return {"placewell": self.session, **self.jar}
