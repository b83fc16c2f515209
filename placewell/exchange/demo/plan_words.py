"""Words for the made-up service's plans in force, put in by the same actions as anybody's.

Plain words about work, nothing about illness. Slots: {name} the person, {job} the kind of work wanted
or held, {firm} an employer. Which words a plan gets follows from its number, so that a demo made
twice says the same.
"""

from datetime import date, timedelta

from placewell.access.worker import Worker
from placewell.actions import benefits, plan_words, steps
from placewell.records.models import BenefitsAdvice, Employer, JobPreference, Plan, Service, Step
from placewell.rules.occupations import title_of

WORDS = {
    "action_plan": [
        {
            "goal": "A job with regular hours in {job}, so that the weeks have a shape again.",
            "clinical_help": "Keep appointments to Mondays, so that they do not fall into shifts.",
            "benefits": "See the benefits adviser before saying yes to a job. My worry is the rent.",
            "personal_information": "I decide for each employer. We talk about it before the first visit.",
            "return_to_work": "Start with two or three mornings a week and see how it goes.",
        },
        {
            "goal": "I would like to earn my own money and be out of the house. Work in {job} would suit me.",
            "benefits": "Find out how many hours I can work before anything changes.",
            "personal_information": "Nobody needs to know yet.",
            "return_to_work": "",
        },
        {
            "goal": "To do what I am good at again. People say I am patient and I notice things.",
            "clinical_help": "Talk with the nurse about mornings: I am slow before ten.",
            "benefits": "",
            "personal_information": "The manager may know that I have a support worker, nothing more.",
            "return_to_work": "Not full time at first. Somebody to call in the first weeks.",
        },
    ],
    "job_search_plan": [
        {
            "work_wanted": "Work in {job}, with people I get to know.",
            "what_matters": "Within half an hour by bus. Afternoons. Not too loud.",
            "to_avoid": "Night shifts, and standing alone at a till.",
            "ways": "We call in at places together on Thursdays. I ask my cousin, who knows many people.",
            "employers": "{firm} first, then the two on the high street.",
        },
        {
            "work_wanted": "Something in {job} or close to it. I learn by doing.",
            "what_matters": "The same days every week. Pay that is on time.",
            "ways": "My specialist visits, I write. We look at the list together once a week.",
            "employers": "{firm}",
        },
    ],
    "in_work_support_plan": [
        {
            "supports": "A call after the first shift, then coffee once a week away from work.",
            "rhythm": "Weekly in the first month, then every two weeks. With the manager at {firm} only if I ask.",
            "early_signs": "I stop answering messages, and I come late. Then: ring me, and come by the next day.",
            "natural_supports": "My sister in the mornings. Ali at work shows me what is new.",
            "adjustments": "A written list for the day, and the break at the same time.",
            "money": "Tell the benefits office about the first pay. See the adviser again when hours change.",
            "next_step": "Four more hours when the summer is over.",
            "taper": "When three months went well, once a month is enough. I say when.",
        },
        {
            "supports": "Somebody to talk the week through with, by phone is fine.",
            "early_signs": "Bad sleep for more than three nights. Then: fewer hours that week, agreed with the manager.",
            "adjustments": "Start at ten.",
            "employer_told": "That I may need a day at short notice. No reasons.",
        },
    ],
    "re_engagement_plan": [
        {
            "worked_before": "A text without a question in it, and a time when somebody is at the cafe.",
            "ways": "Text on Monday, call on Thursday, a card after two weeks. No visit without asking.",
            "who_else": "My care co-ordinator may pass a message on.",
            "coming_back": "No long talk about why. Just the next step.",
        },
    ],
}  # fmt: skip
STEPS = {
    "action_plan": [("Write down jobs held so far", "person", 14), ("Book the benefits adviser", "specialist", 21)],
    "job_search_plan": [("Call in at {firm} together", "specialist", 10), ("Ask at the library", "person", 17)],
    "in_work_support_plan": [("Put the first pay day in the calendar", "person", 12)],
    "re_engagement_plan": [("Send the first text", "specialist", 3)],
}


def put_plans_in_words(*, by: Worker, service: Service, today: date) -> int:
    """Write words, steps and agreements for the latest plan of each kind in open support; how many plans."""
    latest = {}
    rows = Plan.objects.standing().filter(service=service, kind__in=WORDS, episode__ended_on=None)
    for plan in rows.select_related("episode__client", "job__employer").order_by("agreed_on", "pk"):
        latest[plan.episode_id, plan.kind, plan.job_id] = plan
    firms = list(Employer.objects.standing().filter(service=service).order_by("pk").values_list("name", flat=True))
    wishes = dict(
        JobPreference.objects.standing().filter(service=service).order_by("pk").values_list("episode", "occupation_group")
    )
    for plan in latest.values():
        job = title_of(group=wishes[plan.episode_id]).lower() if plan.episode_id in wishes else "work with people"
        firm = plan.job.employer.name if plan.job_id and plan.job.employer_id else firms[plan.pk % len(firms)]
        _put_in_words(by, service, plan, today, {"job": job, "firm": firm})
    _sums(by, service)
    return len(latest)


def _put_in_words(by: Worker, service: Service, plan: Plan, today: date, slots: dict[str, str]) -> None:
    choice = WORDS[plan.kind][plan.pk % len(WORDS[plan.kind])]
    base = plan.reviewed_on or plan.agreed_on
    words = {part: text.format(**slots) for part, text in choice.items()}
    wanted = [
        {"what": what.format(**slots), "by_whom": who, "due_on": base + timedelta(days=days)}
        for what, who, days in STEPS[plan.kind]
    ]
    plan_words.put_in_words(by=by, service=service, plan=plan, words=words, steps=wanted)
    for step in Step.objects.open().filter(plan=plan, due_on__lt=today).order_by("pk"):
        if (step.pk + plan.pk) % 5:
            steps.finish(by=by, service=service, step=step, done_on=step.due_on)
    if plan.pk % 4:
        person = plan.episode.client
        how = ("on_paper", "by_phone")[plan.pk % 2]
        name = f"{person.given_name} {person.family_name}"
        plan_words.confirm(by=by, service=service, plan=plan, how=how, name=name, confirmed_on=base)


def _sums(by: Worker, service: Service) -> None:
    """A better-off sum beside written advice that an adviser gave about a job in open support."""
    rows = BenefitsAdvice.objects.standing().filter(
        service=service, written_result=True, held_on__isnull=False, job__isnull=False, job__ended_on=None
    )
    for advice in rows.select_related("job", "episode__client").order_by("pk"):
        week = 40 + advice.pk % 9 * 7
        benefits.note_sum(
            by=by,
            service=service,
            advice=advice,
            worked_out_on=advice.held_on,
            given_on=advice.held_on,
            adviser_name="Pat Okello",
            tool="Made-up calculator",
            tool_version="2.1",
            rates_on=date(advice.held_on.year - (advice.held_on.month < 4), 4, 6),
            weekly_difference=week,
            result=f"As {advice.job.title.lower()} there is more left each week than without work, with the same rent.",
        )
