"""What a row of a table without a key of its own is matched by (contract README)."""

MATCHED_BY = {
    "clinical_team_counts": ("team_id", "counted_on"),
    "staff_terms": ("staff_id", "started_on"),
    "team_attachments": ("staff_id", "team_id", "started_on"),
    "staff_weeks": ("staff_id", "week_starting"),
    "allocations": ("episode_id", "staff_id", "kind", "started_on"),
    "vocational_profiles": ("episode_id", "version"),
    "job_preferences": ("episode_id", "occupation_group", "stated_on"),
    "plans": ("episode_id", "kind", "agreed_on", "job_id"),
    "benefits_advice": ("episode_id", "offered_on", "prompted_by", "job_id"),
    "disclosure_discussions": ("episode_id", "held_on"),
    "job_changes": ("job_id", "changed_on"),
    "meeting_attendance": ("meeting_id", "staff_id"),
    "partner_contacts": ("staff_id", "made_on", "episode_id"),
    "attestations": ("service_id", "scale", "item", "component", "stated_on"),
    "fidelity_scores": ("review_id", "item"),
}
