"""Staff weeks, contacts with partners, counts of the clinical teams' caseloads."""

FULL_WEEK = 2250  # minutes: 37.5 hours


def make_weeks(unit) -> None:
    """A row for each week of a specialist: what it was made of, was the log read."""
    rng = unit.rng("weeks")
    for worker in (one for one in unit.workers if one.is_specialist):
        start = max(worker.started, unit.days.first)
        stop = unit.days.last + 1 if worker.ended is None else worker.ended
        for monday in unit.days.mondays(start, stop):
            _week(unit, rng, worker, monday)


def _week(unit, rng, worker, monday: int) -> None:
    progress = unit.days.progress(monday)
    gaps, unread, open_logs = rng.random(), rng.random(), rng.random()
    other_share = max(0.0, rng.gauss(0.14 - 0.085 * progress, 0.025))
    outside = max(0.1, rng.gauss(0.36 + 0.20 * progress, 0.07)) * (1.06 if worker.drive > 1 else 0.93)
    if worker.is_new:
        outside *= 0.82
    if gaps < 0.07 - 0.05 * progress:
        return
    full = len(worker.weekdays)
    leave = min(full, worker.leave.get(monday, 0))
    total = round(FULL_WEEK * worker.fte * (full - leave) / full)
    other = round(total * other_share / 15) * 15
    read = unread < (0.1 + 0.84 * progress) * (0.8 if worker.is_new else 1) and leave < full
    unit.add(
        "staff_weeks",
        {
            "staff_id": worker.key,
            "week_starting": unit.days.on(monday),
            "employment_minutes": total - other,
            "other_minutes": other,
            "community_minutes": None if gaps > 0.985 else round(total * min(0.9, outside) / 15) * 15,
            "leave_days": leave,
            "log_complete": open_logs > 0.11 - 0.09 * progress,
            "log_reviewed_on": unit.days.on(monday + rng.randint(7, 10)) if read else None,
        },
    )


def make_partner_contacts(unit) -> None:
    """Calls to Jobcentre Plus and others, most weeks in the end, mostly about a person."""
    rng = unit.rng("partners")
    for monday in unit.days.mondays(unit.days.first, unit.days.last + 1):
        for worker in unit.specialists_on(monday):
            if worker.is_away(monday) or rng.random() > 0.05 + 0.52 * unit.days.progress(monday):
                continue
            day = unit.days.working(monday + rng.choice(worker.weekdays), worker.weekdays)
            held = [one for one in unit.courses if one.is_open(day) and one.worker(day) is worker]
            if not worker.in_post(day) or not held:
                continue
            about = rng.choice(held).key if rng.random() < 0.85 else None
            unit.add(
                "partner_contacts",
                {
                    "staff_id": worker.key,
                    "episode_id": about,
                    "made_on": unit.days.on(day),
                    "mode": rng.choice(("telephone", "telephone", "email", "face_to_face", "video")),
                },
            )


def make_team_counts(unit) -> None:
    """Each quarter: how many the team supports, how many it asked, how many work."""
    rng = unit.rng("counts")
    for team in unit.teams:
        caseload = rng.randint(190, 380)
        for day in range(unit.days.first + 70, unit.days.last + 1, 91):
            progress = unit.days.progress(day)
            caseload = max(120, caseload + rng.randint(-14, 12))
            unit.add(
                "clinical_team_counts",
                {
                    "team_id": team.key,
                    "counted_on": unit.days.on(day),
                    "caseload": caseload,
                    "asked_about_work": round(caseload * (0.22 + 0.4 * progress + rng.uniform(-0.05, 0.05))),
                    "in_paid_work": round(caseload * (0.07 + 0.06 * progress + rng.uniform(-0.01, 0.02))),
                    "in_education": round(caseload * rng.uniform(0.03, 0.07)),
                },
            )
