"""What is asked about clinical teams."""

from placewell.records.services import TeamKind
from placewell.web.forms.records import ChoiceField, DayField, RecordForm, ShortText, WholeField, correction_of


class TeamForm(RecordForm):
    """A clinical team."""

    name = ShortText(label="Name of the team", missing="Enter the name of the team")
    kind = ChoiceField(label="Kind of team", choices=TeamKind, missing="Choose the kind of team")
    base = ShortText(label="Where the team sits (optional)", help_text="For example, Elm House")
    started_on = DayField(
        label="First day that the service worked in it (optional)", called="the first day", required=False
    )


CorrectTeamForm = correction_of(TeamForm)


class CloseTeamForm(RecordForm):
    """From which day on the service works in a team no more."""

    ended_on = DayField(
        label="From which day does the service not work in it any more?",
        called="the day",
        help_text="That day is not covered any more. Staff are detached from that day.",
    )


class CountForm(RecordForm):
    """How a clinical team's whole caseload stands in work."""

    counted_on = DayField(label="Day of the count", called="the day of the count")
    caseload = WholeField(
        label="People on the team’s whole caseload",
        help_text="All of them, not only those who use this service",
        missing="Enter how many people are on the caseload",
        called="people on the caseload",
    )
    asked_about_work = WholeField(
        label="Of these, asked about work (optional)",
        help_text="Somebody has asked whether they want to work. Leave it empty when nobody has counted.",
        called="people asked about work",
    )
    in_paid_work = WholeField(label="In paid work (optional)", called="people in paid work")
    in_education = WholeField(label="In education (optional)", called="people in education")
