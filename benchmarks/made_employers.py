"""Fills a database with the demo's service and so many employers, and prints who visits it.

    python benchmarks/made_employers.py EMPLOYERS VISITORS

Each employer has a sector and a postcode, every second one a site, and between none and six contacts;
every tenth one has somebody at work. Used by `employers.py`, in a process of its own.
"""

import random
import sys
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks import made

PEOPLE = 120
PLACE_NAMES = """
Abbey Aldgate Alma Beacon Bridge Brook Canal Castle Cedar Chapel Church Clock Corner Cross Dale Elm Fair Farm Ferry
Field Forge Garden Glebe Grange Green Grove Harbour Haven Heath Hill Holly Ivy Kings Lake Lane Lark Lime Lodge Manor
Market Meadow Mill Moor North Oak Orchard Park Priory Quay Queens River Rose School South Spring Station Swan Temple
Tower Vale Victoria Water Well West Willow Wood York
"""
PLACES = PLACE_NAMES.split()
KIND_NAMES = (
    "Bakery Builders Care Cars Cleaning Clinic Coaches Foods Garage Kitchen Laundry Nursery Press Stores Timber"
)
KINDS = KIND_NAMES.split()
LEGAL = ("Ltd", "Limited", "plc", "& Sons", "Group", "")
SECTORS = "ACFGHIJMNOPQRS"
PURPOSES = ("introduce", "learn_needs", "present_person", "follow_up", "thank")


def main(employers: int, visitors: int) -> None:
    """Fill, sign in, print; the employers only where they are not there yet."""
    made.main(PEOPLE, visitors)
    from placewell.records import guard
    from placewell.records.models import Employer, Service

    service = Service.objects.get()
    if Employer.objects.count() < employers:
        with guard.acting(by=None, verb="benchmarks.made"):
            fill(service, employers - Employer.objects.count())


def fill(service, number: int) -> None:
    """Lay down so many employers with what belongs to them."""
    from django.utils import timezone

    from placewell.records.models import Employer, EmployerContact, EmployerSite, Staff
    from placewell.scales.postcode_districts import districts

    rng, today = random.Random(20261125), service.today(timezone.now())
    near = sorted(name for name in districts() if name.startswith(("LE", "CV", "NN", "DE")))
    rows = [
        Employer(
            service=service, key=f"bench-{place}", name=name_of(rng, place), sector=rng.choice(SECTORS),
            size_band=rng.choice(("1-9", "10-49", "50-249", "250+")), postcode=f"{rng.choice(near)} {place % 9}CK",
        )
        for place in range(number)
    ]  # fmt: skip
    rows = Employer.objects.bulk_create(rows, batch_size=500)
    staff = list(Staff.objects.all())
    EmployerSite.objects.bulk_create(
        [EmployerSite(service=service, employer=row, name=f"{rng.choice(PLACES)} Street") for row in rows[::2]],
        batch_size=500,
    )
    contacts = [
        EmployerContact(
            service=service, key=f"bench-{row.pk}-{turn}", employer=row, staff=rng.choice(staff), mode="face_to_face",
            made_on=today - timedelta(days=rng.randrange(1, 700)), purpose=rng.choice(PURPOSES),
            hiring_authority=rng.random() < 0.5, planned=True, occupation_group=rng.choice(("54", "92", "71", "61")),
            made_by_client=False,
        )
        for row in rows for turn in range(rng.randrange(7))
    ]  # fmt: skip
    EmployerContact.objects.bulk_create(contacts, batch_size=500)


def name_of(rng, place: int) -> str:
    """A name that few others have."""
    one, other = rng.choice(PLACES), rng.choice(PLACES)
    return f"{one} {other} {rng.choice(KINDS)} {rng.choice(LEGAL)}".strip() + (f" {place}" if place % 3 == 0 else "")


if __name__ == "__main__":
    main(*(int(number) for number in sys.argv[1:3]))
