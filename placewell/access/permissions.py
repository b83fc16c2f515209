"""What can be allowed to somebody. Kept in the database as these plain words, never as numbers."""

from enum import StrEnum


class Permission(StrEnum):
    """One thing a role may do or see. Every one of them is granted to somebody (kept by a house test)."""

    SEE_OWN_RECORD = "see own record"
    SEE_PEOPLE = "see people"
    SEE_NOTES = "see notes"
    SEE_UNSHARED_PLANS = "see plans not shared with the clinical team"
    SEE_FIGURES = "see figures"
    SEE_FIGURES_BY_STAFF = "see figures by staff"
    SEE_PUBLISHED_FIGURES = "see published figures"
    SEE_COMPETENCE = "see competence"
    RECORD_REFERRALS = "record referrals"
    RECORD_SUPPORT = "record support"
    HEAR_CONCERNS = "hear concerns"
    RECORD_EMPLOYERS = "record employers"
    RECORD_WORKING_WEEKS = "record working weeks"
    RECORD_MEETINGS = "record meetings"
    ALLOCATE = "allocate"
    REVIEW_LOGS = "review logs"
    STATE_EVIDENCE = "state evidence"
    SCORE_FIDELITY = "score fidelity"
    COUNT_TEAMS = "count clinical teams"
    MANAGE_STAFF = "manage staff"
    SET_STANDARDS = "set local standards"
    MANAGE_SERVICE = "manage service"
    MANAGE_ACCOUNTS = "manage accounts"
    IMPORT_RECORD = "import record"
    EXPORT_RECORD = "export record"
