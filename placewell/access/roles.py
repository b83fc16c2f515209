"""The roles of an IPS service: what each may do, and whose records it reaches.

Source: product description, "People". An account holds dated roles in a service.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.db import models

from placewell.access.permissions import Permission as P


class Reach(StrEnum):
    """Whose records a role opens, of those who use the service."""

    NOBODY = "nobody"
    SELF = "the person themselves"
    CASELOAD = "people they hold or cover, and people of their clinical teams"
    TEAMS = "people of the clinical teams named in the role"
    SERVICE = "everybody in the service"


class Role(models.TextChoices):
    """What somebody can be in a service, from one day to another."""

    CLIENT = "client", "Client"
    EMPLOYMENT_SPECIALIST = "employment_specialist", "Employment specialist"
    SUPERVISOR = "supervisor", "Supervisor"
    CLINICIAN = "clinician", "Clinician"
    SERVICE_MANAGER = "service_manager", "Service manager"
    EXECUTIVE = "executive", "Executive"
    REVIEWER = "reviewer", "Fidelity reviewer"
    TRAINER = "trainer", "Trainer"
    COMMISSIONER = "commissioner", "Commissioner"
    ADMINISTRATOR = "administrator", "Administrator"


@dataclass(frozen=True)
class Grant:
    """What a role may do, whose records it reaches, and in words what an administrator hands out."""

    permissions: frozenset[P]
    reach: Reach
    in_words: str


def grant(reach: Reach, in_words: str, *permissions: P) -> Grant:
    """A grant with its permissions last, as the table below reads best."""
    return Grant(frozenset(permissions), reach, in_words)


GRANTS: dict[str, Grant] = {
    Role.CLIENT: grant(
        Reach.SELF,
        "Sees their own record. Nobody else's.",
        P.SEE_OWN_RECORD,
        P.SEE_PUBLISHED_FIGURES,
    ),
    Role.EMPLOYMENT_SPECIALIST: grant(
        Reach.CASELOAD,
        "Records support, employers and jobs for the people they hold or cover, refer, and of their clinical teams; "
        "sees the service's figures.",
        P.SEE_PEOPLE,
        P.SEE_NOTES,
        P.SEE_UNSHARED_PLANS,
        P.SEE_FIGURES,
        P.SEE_FIGURES_BY_STAFF,
        P.SEE_PUBLISHED_FIGURES,
        P.SEE_COMPETENCE,
        P.RECORD_REFERRALS,
        P.RECORD_SUPPORT,
        P.HEAR_CONCERNS,
        P.RECORD_EMPLOYERS,
        P.RECORD_WORKING_WEEKS,
        P.RECORD_MEETINGS,
        P.COUNT_TEAMS,
    ),
    Role.SUPERVISOR: grant(
        Reach.SERVICE,
        "Sees and records everything of the unit, allocates people, keeps staff and their terms, "
        "reads the weekly logs, states evidence for fidelity, sets the local standards.",
        P.SEE_PEOPLE,
        P.SEE_NOTES,
        P.SEE_UNSHARED_PLANS,
        P.SEE_FIGURES,
        P.SEE_FIGURES_BY_STAFF,
        P.SEE_PUBLISHED_FIGURES,
        P.SEE_COMPETENCE,
        P.RECORD_REFERRALS,
        P.RECORD_SUPPORT,
        P.HEAR_CONCERNS,
        P.RECORD_EMPLOYERS,
        P.RECORD_WORKING_WEEKS,
        P.RECORD_MEETINGS,
        P.COUNT_TEAMS,
        P.MANAGE_STAFF,
        P.SET_STANDARDS,
        P.ALLOCATE,
        P.REVIEW_LOGS,
        P.STATE_EVIDENCE,
    ),
    Role.CLINICIAN: grant(
        Reach.TEAMS,
        "Refers people and sees how the people of their own clinical teams are doing.",
        P.SEE_PEOPLE,
        P.SEE_NOTES,
        P.RECORD_REFERRALS,
        P.HEAR_CONCERNS,
        P.SEE_PUBLISHED_FIGURES,
    ),
    Role.SERVICE_MANAGER: grant(
        Reach.NOBODY,
        "Sees the service's figures, by staff too, and states evidence. No person's record.",
        P.SEE_FIGURES,
        P.SEE_FIGURES_BY_STAFF,
        P.SEE_PUBLISHED_FIGURES,
        P.STATE_EVIDENCE,
        P.SEE_COMPETENCE,
    ),
    Role.EXECUTIVE: grant(
        Reach.NOBODY,
        "Sees the service's figures and states evidence. No person's record, no figures by staff.",
        P.SEE_FIGURES,
        P.SEE_PUBLISHED_FIGURES,
        P.STATE_EVIDENCE,
    ),
    Role.REVIEWER: grant(
        Reach.SERVICE,
        "Reads the record and its figures for one fidelity review, until the review ends; gives ratings.",
        P.SEE_PEOPLE,
        P.SEE_NOTES,
        P.SEE_UNSHARED_PLANS,
        P.SEE_FIGURES,
        P.SEE_FIGURES_BY_STAFF,
        P.SEE_PUBLISHED_FIGURES,
        P.SCORE_FIDELITY,
    ),
    Role.TRAINER: grant(
        Reach.NOBODY,
        "Sees the competence framework, the curriculum and who needs what.",
        P.SEE_COMPETENCE,
        P.SEE_PUBLISHED_FIGURES,
    ),
    Role.COMMISSIONER: grant(
        Reach.NOBODY,
        "Sees published figures with small numbers hidden. No person.",
        P.SEE_PUBLISHED_FIGURES,
    ),
    Role.ADMINISTRATOR: grant(
        Reach.NOBODY,
        "Keeps the service's profile, local standards, teams, staff and accounts, imports and exports. Reads no notes.",
        P.COUNT_TEAMS,
        P.MANAGE_STAFF,
        P.SET_STANDARDS,
        P.MANAGE_SERVICE,
        P.MANAGE_ACCOUNTS,
        P.IMPORT_RECORD,
        P.EXPORT_RECORD,
        P.SEE_PUBLISHED_FIGURES,
    ),
}

# A role of these points to the person's row in `staff`.
OF_STAFF = {Role.EMPLOYMENT_SPECIALIST, Role.SUPERVISOR, Role.SERVICE_MANAGER}
