"""Who may sign in to the made-up service: one person or two for each role.

Names and addresses only; making the accounts, and their passwords, is for
whoever loads the service.
"""

from typing import NamedTuple

EXECUTIVE = ("Judith Ferris", "judith.ferris@example.org")


class DemoAccount(NamedTuple):
    """A sign-in: role, address, name, and the key of what the role points to.

    `points_to` is a staff key (specialist, supervisor, service manager), a
    client key, a tuple of team keys (clinician), a review key (reviewer), or
    none.
    """

    role: str
    email: str
    display_name: str
    points_to: str | tuple[str, ...] | None


def demo_accounts(tables: dict) -> list[DemoAccount]:
    """Sign-ins for every role of the product, for tables made by `make_service`."""
    found = _client(tables)
    found += [
        _staff(tables, role, "employment_specialist")
        for role in ("senior_employment_specialist", "employment_specialist")
    ]
    found.append(_staff(tables, "supervisor", "supervisor"))
    teams = [row["team_id"] for row in tables["clinical_teams"]]
    found += [
        DemoAccount("clinician", "ruth.osei@example.org", "Ruth Osei", (teams[0],)),
        DemoAccount("clinician", "ben.fletcher@example.org", "Ben Fletcher", tuple(teams[1:3])),
        _staff(tables, "service_manager", "service_manager"),
        DemoAccount("executive", EXECUTIVE[1], EXECUTIVE[0], None),
        DemoAccount("reviewer", "alan.pritchard@example.org", "Alan Pritchard", _latest_review(tables)),
        DemoAccount("trainer", "bisi.lawal@example.org", "Bisi Lawal", None),
        DemoAccount("commissioner", "farida.noor@example.org", "Farida Noor", None),
        DemoAccount("administrator", "colin.tate@example.org", "Colin Tate", None),
    ]
    return found


def _staff(tables: dict, staff_role: str, role: str) -> DemoAccount:
    """The member of staff who holds this role now and has the most people."""
    now = {row["staff_id"] for row in tables["staff_terms"] if row["role"] == staff_role and row["ended_on"] is None}
    held = {key: 0 for key in now}
    for row in tables["allocations"]:
        if row["staff_id"] in now and row["ended_on"] is None and row["kind"] == "key_worker":
            held[row["staff_id"]] += 1
    member = max(
        (row for row in tables["staff"] if row["staff_id"] in now),
        key=lambda row: held[row["staff_id"]],
    )
    return DemoAccount(role, member["email"], member["full_name"], member["staff_id"])


def _client(tables: dict) -> list[DemoAccount]:
    """The client whose open episode has the most to show; nobody when none is open."""
    open_now = {row["episode_id"]: row["client_id"] for row in tables["episodes"] if row["ended_on"] is None}
    shown = {key: 0 for key in open_now}
    for table, weight in (("jobs", 12), ("plans", 3), ("contacts", 1), ("disclosure_discussions", 2)):
        for row in tables[table]:
            if row["episode_id"] in shown:
                shown[row["episode_id"]] += weight
    if not open_now:
        return []
    written_to = {row["client_id"] for row in tables["clients"] if row["email"]}
    for key, client_key in open_now.items():
        shown[key] += 40 * (client_key in written_to)
    chosen = open_now[max(shown, key=shown.get)]
    client = next(row for row in tables["clients"] if row["client_id"] == chosen)
    name = f"{client['preferred_name'] or client['given_name']} {client['family_name']}"
    email = f"{client['given_name']}.{client['family_name']}@example.org".lower()
    return [DemoAccount("client", email, name, chosen)]


def _latest_review(tables: dict) -> str:
    return max(tables["fidelity_reviews"], key=lambda row: row["scored_on"])["review_id"]
