"""Words for the made-up service's vocational profiles, put in by the same actions as anybody's.

Two in three people in support have words; whose they are and what changes from the first version to
the latest follows from the key of the episode, so that a demo made twice says the same.
"""

from datetime import date, timedelta
from random import Random

from placewell.access.worker import Worker
from placewell.actions import cvs, profiles
from placewell.actions.cvs import JobTold
from placewell.actions.profiles import Told
from placewell.exchange.demo.profile_sayings import CV_ABOUT, FROM_OTHERS, PAST_JOBS, SAYINGS
from placewell.records.models import Episode, Service, VocationalProfile
from placewell.records.profiles import Part

IN_THREE = 2
SAID_AT_FIRST, SAID_LATER = 9, 3
OFTEN = (Part.GOAL, Part.STRENGTHS, Part.HOURS, Part.HELPS)


def put_profiles_in_words(*, by: Worker, service: Service, today: date) -> int:
    """Write words, past jobs and a few CVs for people whose support goes on; how many people."""
    done = 0
    episodes = Episode.objects.standing().filter(service=service).select_related("client").order_by("pk")
    versions = _versions(service)
    for place, episode in enumerate(one for one in episodes if one.lives_on(today) and one.pk in versions):
        dice = Random(episode.key)
        if place % 3 >= IN_THREE:
            continue
        _speak(by, service, episode, versions[episode.pk], dice)
        done += 1
    return done


def _versions(service: Service) -> dict[int, list[VocationalProfile]]:
    """Episode → its versions, the latest two."""
    found: dict[int, list[VocationalProfile]] = {}
    for one in VocationalProfile.objects.standing().filter(service=service).order_by("number"):
        found.setdefault(one.episode_id, []).append(one)
    return {episode: all_of[-2:] for episode, all_of in found.items()}


def _speak(by: Worker, service: Service, episode: Episode, versions: list[VocationalProfile], dice: Random) -> None:
    who = {"by": by, "service": service}
    first, latest = versions[0], versions[-1]
    parts = [*OFTEN, *dice.sample([part for part in SAYINGS if part not in OFTEN], SAID_AT_FIRST - len(OFTEN))]
    said = [Told(part, dice.choice(SAYINGS[part]), "person") for part in sorted(parts, key=Part.values.index)]
    said += _others(episode, first.written_on, dice)
    profiles.reword(**who, profile=first, said_on=first.written_on, reworded={}, told=said)
    if latest != first:
        changed = dice.sample(said[:SAID_AT_FIRST], SAID_LATER)
        kept = [one for one in said if one not in changed]
        new = [Told(one.part, dice.choice(SAYINGS[one.part]), "person") for one in changed[1:]]
        profiles.reword(**who, profile=latest, said_on=first.written_on, reworded={}, told=kept)
        profiles.reword(**who, profile=latest, said_on=latest.written_on, reworded={}, told=new)
    jobs = sorted(dice.sample(PAST_JOBS, dice.choice((1, 1, 2))), key=lambda job: -job["until_year"])
    for job in jobs:
        profiles.tell_past_job(**who, client=episode.client, told_on=first.written_on, **job)
    if dice.random() < 0.3:
        _make_cv(who, episode, said, jobs, latest.written_on)


def _others(episode: Episode, on: date, dice: Random) -> list[Told]:
    """What one other person said, with the day on which the person agreed that they are asked."""
    part, words, source, told_by = dice.choice(FROM_OTHERS)
    return [Told(part, words, source, told_by, max(episode.entered_on, on - timedelta(days=3)))]


def _make_cv(who: dict, episode: Episode, said: list[Told], jobs: list[dict], made_on: date) -> None:
    words = {one.part: one.words for one in said if one.part in (Part.STRENGTHS, Part.EDUCATION, Part.LICENCES)}
    told = [
        JobTold(job["title"], job["employer"], f"{job['from_year']} to {job['until_year']}", job["duties"])
        for job in jobs
    ]
    client = episode.client
    reach = "\n".join(filter(None, [client.phone, client.email]))
    cvs.make(
        **who, client=client, aimed_at=jobs[0]["title"], made_on=made_on, jobs=told, reach=reach, about=CV_ABOUT,
        **{str(part): text for part, text in words.items()},
    )  # fmt: skip
