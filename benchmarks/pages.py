"""How long the processor works for each of the main pages, server and database together.

    python benchmarks/pages.py [--people 120] [--times 9]

Makes the demo's service in a temporary folder (SQLite, in the same process) and asks for the pages as
its supervisor and its specialist do. Prints the median processor time of each page, the least, the
questions that it asks of the database and its size, as a table.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
AS_BROWSERS_DO = "application/x-www-form-urlencoded"
Ask = Callable[[], object]


def main() -> int:
    """Make the service, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=120)
    parser.add_argument("--times", type=int, default=9)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="placewell-bench-") as home:
        os.environ |= {
            "PLACEWELL_HOME": home,
            "DJANGO_SETTINGS_MODULE": "placewell.settings.demo",
            "PLACEWELL_HOSTS": "testserver",
            "PLACEWELL_TLS": "",
            "PLACEWELL_SECOND_FACTOR": "",
        }
        from placewell.commands.opening import set_up

        set_up()
        from placewell.commands.made_up import kept_demo
        from placewell.commands.serving import collect_static_files

        with kept_demo(people=asked.people, fresh=True) as made:
            collect_static_files()
            who = {one["role"]: one["email"] for one in made["sign_ins"]}
            print_pages(pages(who), people=asked.people, times=asked.times)
    return 0


def pages(who: dict[str, str]) -> dict[str, Ask]:
    """Each page by its name, as a request that is ready to be sent."""
    from placewell.measures.models import KeptFigure
    from placewell.records.models import Episode, Service

    service = Service.objects.get().pk
    lead, specialist = browser(who["Supervisor"]), browser(who["Employment specialist"])
    held = specialists_own(who["Employment specialist"])
    episode: Episode = held["episode"]
    own = f"/s/{service}"
    form = f"{own}/episodes/{episode.pk}/contacts/new/"

    def counted_anew():
        KeptFigure.objects.all().delete()
        return lead.get(f"{own}/fidelity/")

    return {
        "home": lambda: lead.get("/"),
        "today": lambda: specialist.get(f"{own}/today/"),
        "today of the unit": lambda: lead.get(f"{own}/today/"),
        "people": lambda: lead.get(f"{own}/clients/"),
        "people, search by name": lambda: lead.get(f"{own}/clients/", {"q": episode.client.family_name}),
        "a person": lambda: specialist.get(f"{own}/clients/{episode.client_id}/"),
        "caseload, board": lambda: specialist.get(f"{own}/caseload/?as=board"),
        "caseload, table": lambda: specialist.get(f"{own}/caseload/?as=table"),
        "caseload of the unit": lambda: lead.get(f"{own}/caseload/?who=unit"),
        "contact form": lambda: specialist.get(form),
        "contact form, sent": lambda: specialist.post(form, contact(held["staff"].pk), content_type=AS_BROWSERS_DO),
        "fidelity, nothing changed": lambda: lead.get(f"{own}/fidelity/"),
        "item 15, nothing changed": lambda: lead.get(f"{own}/fidelity/15/"),
        "all outcomes": lambda: lead.get(f"{own}/outcomes/"),
        "one outcome": lambda: lead.get(f"{own}/outcomes/into_work@ipsgrow/"),
        "fidelity and 12 months, counted anew": counted_anew,
    }


def browser(email: str):
    """A browser with a session: signing in is not measured."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.test import Client

    from placewell.people.models import Account

    account, found = Account.objects.get(email=email), Client()
    session = found.session
    session.update({SESSION_KEY: str(account.pk), BACKEND_SESSION_KEY: settings.SIGN_IN_BACKEND})
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.save()
    return found


def specialists_own(email: str) -> dict:
    """The specialist's row among the staff, and a running episode of somebody whom they support."""
    from placewell.access.models import RoleHeld
    from placewell.records.models import Allocation

    staff = RoleHeld.objects.get(account__email=email).staff
    held = Allocation.objects.filter(staff=staff, ended_on=None, episode__ended_on=None).order_by("started_on")
    return {"staff": staff, "episode": held.select_related("episode__client").first().episode}


def contact(staff: int) -> str:
    """A contact of today, as a browser sends it; the note tells it from the others, for none is taken in twice."""
    from django.utils import timezone

    today, own = timezone.localdate(), str(uuid4())
    answers = {
        "submission": own, "began_on[day]": today.day, "began_on[month]": today.month,
        "began_on[year]": today.year, "began_time": "00:00", "attendance": "attended", "minutes": 45,
        "mode": "face_to_face", "place": "community", "with_whom": "client", "phase": "job_search", "note": own,
        "staff": staff, "minutes[other]": "", "next_what": "", "next_due": "", "next_by": "specialist", "meet_time": "",
    }  # fmt: skip
    return urlencode(answers)


def print_pages(asked: dict[str, Ask], *, people: int, times: int) -> None:
    """The table, with what the machine was doing besides."""
    version, processors = sys.version.split()[0], os.cpu_count()
    print(f"{people:,} people, SQLite, Python {version}, {processors} processors, median of {times}, load {load()}")
    print("| page | processor | least | questions | size |", "|---|---|---|---|---|", sep="\n")
    for name, ask in asked.items():
        print(f"| {name} | {measured(ask, times)} |", flush=True)
    print(f"load {load()} at the end")


def load() -> str:
    """How many processes wanted a processor in the last minute."""
    return f"{os.getloadavg()[0]:.0f}"


def measured(ask: Ask, times: int) -> str:
    """Processor time of a request, after one that fills the caches. Ends the run when a page is refused."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection):
        ask()
    spent = []
    for _ in range(times):
        before = time.process_time()
        answer = ask()
        spent.append((time.process_time() - before) * 1000)
        if answer.status_code != (200 if answer.request["REQUEST_METHOD"] == "GET" else 302):
            raise SystemExit(f"{answer.request['PATH_INFO']} was answered with {answer.status_code}")
    with CaptureQueriesContext(connection) as told:
        answer = ask()
    size = f"{len(answer.content) / 1024:.0f} kB"
    return f"{statistics.median(spent):.0f} ms | {min(spent):.0f} ms | {len(told)} | {size}"


if __name__ == "__main__":
    raise SystemExit(main())
