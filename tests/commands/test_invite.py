"""`invite`: the first administrator of a real service, and everybody after."""

import hashlib
import json
import re

import pytest

LINK = re.compile(r"^(https?://\S+)/invitation/([\w-]{43,})/$", re.MULTILINE)


def test_the_first_administrator_of_a_new_service(empty):
    said = empty.done("invite", "ann@trust.example", "--role", "administrator", "--new-service", "S1", "--name", "Riverside")
    address, token = LINK.search(said).groups()
    assert address == "http://localhost:8000"
    digest = hashlib.sha256(token.encode()).hexdigest()
    assert empty.rows("select email, role, digest from access_invitation") == [
        ("ann@trust.example", "administrator", digest)
    ]
    assert empty.rows('select "key", name, country from records_service') == [("S1", "Riverside", "GB")]
    (event,) = empty.rows("select about, system_user from records_event where verb = 'account.invited'")
    assert token not in event[0]
    assert event[1]


def test_the_link_leads_to_where_people_reach_placewell(empty):
    new = ("--role", "administrator", "--new-service", "S1", "--name", "Riverside")
    said = empty.done("invite", "a@b.example", *new, PLACEWELL_HOSTS="ips.trust.example", PLACEWELL_TLS="yes")
    assert LINK.search(said)[1] == "https://ips.trust.example"
    asked = ("invite", "a@b.example", "--role", "administrator", "--json")
    document = json.loads(empty.done(*asked, PLACEWELL_URL="https://work.example/ips/"))
    assert document["link"].startswith("https://work.example/ips/invitation/")
    assert (document["email"], document["role"], document["service"]) == ("a@b.example", "administrator", "S1")


def test_a_role_points_to_rows_by_their_identifiers(example):
    example.done("invite", "e1@b.example", "--role", "employment_specialist", "--service", "S1", "--staff", "S1-E1")
    example.done("invite", "c@b.example", "--role", "clinician", "--team", "S1-T1", "--team", "S1-T2")
    example.done("invite", "me@b.example", "--role", "client", "--client", "S1-C1")
    example.done("invite", "r@b.example", "--role", "reviewer", "--until", "2199-01-01")
    assert example.rows("select count(*) from access_invitation_teams") == [(2,)]
    assert example.rows(
        "select s.full_name from access_invitation i join records_staff s on s.id = i.staff_id"
    ) == example.rows("select full_name from records_staff where \"key\" = 'S1-E1'")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["a@b.example", "--role", "executive", "--service", "S9"], "There is no service “S9” here."),
        (["a@b.example", "--role", "supervisor"], "Choose the member of staff"),
        (["a@b.example", "--role", "supervisor", "--staff", "E99"], "There is no member of staff “E99”"),
        (["a@b.example", "--role", "clinician"], "Choose the clinical teams"),
        (["a@b.example", "--role", "clinician", "--team", "T99"], "There is no clinical team “T99”"),
        (["a@b.example", "--role", "reviewer"], "A reviewer's access ends with the review. Give the day."),
        (["a@b.example", "--role", "executive", "--until", "2020-01-01"], "The role would be over already."),
        (["not an address", "--role", "executive"], "“not an address” is not an email address."),
        (["a@b.example", "--role", "administrator", "--new-service", "S1", "--name", "N"], "There is a service “S1”"),
    ],
    ids=lambda told: told if isinstance(told, str) else " ".join(told),
)
def test_what_does_not_hold_ends_1_and_leaves_nothing(kept_example, asked, said):
    lines = kept_example.refused("invite", *asked)
    assert lines[0].startswith(said)
    assert kept_example.rows("select count(*) from access_invitation") == [(0,)]


def test_a_new_service_is_not_left_behind_by_an_invitation_that_does_not_hold(empty):
    empty.refused("invite", "a@b.example", "--role", "supervisor", "--new-service", "S1", "--name", "Riverside")
    assert empty.rows("select count(*) from records_service") == [(0,)]


def test_without_a_service_it_says_how_to_begin_one(empty):
    (line,) = empty.refused("invite", "a@b.example", "--role", "executive")
    assert "--new-service" in line


def test_whom_has_an_account_already_is_told_what_to_do(empty):
    new = ("--role", "administrator", "--new-service", "S1", "--name", "Riverside")
    said = empty.done("invite", "ann@b.example", *new)
    assert "already" not in said
    empty.rows(
        "insert into people_account (password, email, full_name, is_active, is_built_in, wants_lead_mail, created_at) "
        "values ('!', 'Ann@b.example', 'Ann Ash', true, false, true, current_timestamp)"
    )
    said = empty.done("invite", "ann@b.example", "--role", "administrator", "--service", "S1")
    assert "they sign in with it and take the role on" in said
    assert "If the password is lost, another administrator makes a link" in said
