import pytest
import yaml

from placewell.rules.deadlines import Standard
from placewell.scales import ScaleError, local_standards
from placewell.scales.local_standards import FILE, read_local_standards

KEYS = [
    "days_to_acknowledge",
    "days_to_first_contact",
    "caseload",
    "days_to_first_employer_contact",
    "days_to_first_profile",
    "employer_contacts_a_week",
    "teams_a_specialist",
    "specialists_a_supervisor",
    "supervision",
    "field_mentoring",
    "team_meetings",
    "supervisor_at_team_meetings",
    "partner_meetings",
    "steering_group",
    "plan_review",
    "days_to_reach_out",
    "days_to_profile_after_a_job_change",
    "days_to_advice_after_a_change",
    "days_to_next_job_help",
    "time_to_close_a_log",
    "ways_before_exit",
    "time_to_ask_after_an_application",
]


def test_every_local_standard_is_there_with_what_the_documents_say():
    assert list(local_standards()) == KEYS
    for standard in local_standards().values():
        assert standard.choices
        assert all(choice.source and choice.says for choice in standard.choices)


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("caseload", [(None, 20), (20, 25), (20, 30)]),
        ("days_to_first_employer_contact", [(None, 28), (None, 30), (None, 28)]),
        ("supervision", [(None, 1), (None, 2)]),
        ("steering_group", [(None, 3), (None, 6)]),
    ],
)
def test_where_the_documents_disagree_nothing_is_suggested(key, values):
    standard = local_standards()[key]
    assert [(choice.at_least, choice.at_most) for choice in standard.choices] == values
    assert standard.agreed is None


def test_where_a_document_leaves_a_blank_nothing_is_suggested():
    standard = local_standards()["days_to_first_contact"]
    assert [choice.at_most for choice in standard.choices] == [5]
    assert "New Zealand" in standard.left_blank_by[0]
    assert standard.agreed is None


def test_where_all_agree_the_number_may_be_suggested():
    assert local_standards()["employer_contacts_a_week"].agreed.at_least == 6
    assert local_standards()["specialists_a_supervisor"].agreed.at_most == 10


@pytest.mark.parametrize(
    ("key", "country", "most"),
    [
        ("days_to_first_contact", "GB", 5),
        ("days_to_first_contact", "NZ", None),  # left blank there
        ("days_to_first_employer_contact", "GB", 28),
        ("days_to_first_employer_contact", "NZ", 30),
        ("days_to_reach_out", "GB", 14),
        ("days_to_reach_out", "NZ", 14),  # the scale holds everywhere
        ("plan_review", "NZ", None),
    ],
)
def test_the_documents_of_a_country_may_agree(key, country, most):
    agreed = local_standards()[key].agreed_in(country)
    assert (agreed.at_most if agreed else None) == most


def test_every_time_limit_can_be_held_by_the_deadline_rules():
    for standard in local_standards().values():
        if standard.kind != "amount":
            for choice in standard.choices:
                assert Standard(choice.at_most, choice.unit, choice.source).name == choice.source


def first_choice(data):
    return data["standards"][0]["choices"][0]


@pytest.mark.parametrize(
    ("do", "fault"),
    [
        (lambda data: data["standards"][0].update(kind="maybe"), "days_to_acknowledge: `kind` is 'maybe'"),
        (lambda data: data["standards"][0].pop("counted_from"), "`counted_from` is missing"),
        (lambda data: data["standards"].append(data["standards"][0]), "two standards have the key"),
        (lambda data: first_choice(data).pop("at_most"), "neither `at_least` nor `at_most`"),
        (lambda data: first_choice(data).update(at_most=2.5), "2.5 is no whole number"),
        (lambda data: first_choice(data).update(at_least=3), "leave nothing between"),
        (lambda data: first_choice(data).update(unit="people"), "`unit` is 'people'; use one of days"),
        (lambda data: first_choice(data).update(source="hearsay"), "source 'hearsay' is not listed"),
    ],
)
def test_a_fault_names_the_standard(tmp_path, do, fault):
    data = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    do(data)
    path = tmp_path / "local_standards.yaml"
    path.write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    with pytest.raises(ScaleError) as told:
        read_local_standards(path)
    assert "/local_standards.yaml" in str(told.value)
    assert fault in str(told.value)
