"""What each plan asks, in our own words.

Sources of what is asked: IPS Grow, "Your employment support service", June 2018 (an action plan has a
step for benefits, for personal information and for the return to work); Individual Placement and
Support Service Specifications, New Zealand (in-work support plan, several tries before an exit); Key
IPS Fidelity Standards, London (early signs, natural supports, adjustments, support that tapers).
All verified.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """One part of a plan.

    `asked` is the question to a worker, `heading` what stands over the answer when the person reads
    it. `is_always_asked`: a plan without an answer says that it was not talked about yet.
    """

    key: str
    asked: str
    heading: str
    hint: str = ""
    is_always_asked: bool = False


ACTION = (
    Part("goal", "What does the person want?", "What I want", "The goal in their own words", True),
    Part(
        "clinical_help", "What can the clinical team do to help?", "What my clinical team does",
        "For example: appointments outside working hours, a look at medicines that make mornings hard",
    ),
    Part("benefits", "Benefits: what did you agree?", "Benefits", "What to find out, who to ask, what worries them", True),
    Part(
        "personal_information", "Personal information: what did you agree?", "What employers may know about me",
        "What may be said, to whom, or when to talk about it", True,
    ),
    Part(
        "return_to_work", "Return to work: what did you agree?", "Going back to work",
        "The job they are off sick from, or how they want to begin in a new one", True,
    ),
)  # fmt: skip
JOB_SEARCH = (
    Part("work_wanted", "What work does the person want?", "The work I want", "In their own words", True),
    Part("what_matters", "What matters about it?", "What matters to me", "Hours, place, travel, people, pay, noise"),
    Part("to_avoid", "What should we stay away from?", "What I do not want"),
    Part("ways", "How do we look for it?", "How we look", "Who asks where; adverts, people they know, calling in"),
    Part("employers", "Which employers do we see first?", "Employers to see first"),
)
IN_WORK = (
    Part("supports", "What support does the person want?", "The support I want", "From whom, about what", True),
    Part("rhythm", "How often do you talk, and where?", "How often we talk", "With the person, and with the employer"),
    Part(
        "early_signs", "What are early signs that it gets hard, and what helps then?", "Early signs, and what helps",
        "What others may notice, what to do, whom to call", True,
    ),
    Part("natural_supports", "Who else helps, at work or at home?", "Who else helps me"),
    Part("adjustments", "What should be different at work?", "Adjustments at work"),
    Part("money", "What changes in money and benefits?", "Money and benefits", "Whom to tell, by when"),
    Part("employer_told", "What may this employer be told?", "What my employer may know"),
    Part("next_step", "What comes next in this work?", "My next step at work", "More hours, training, another role"),
    Part("taper", "How does support become less?", "How support becomes less", "When it is wanted less, and by what sign"),
)  # fmt: skip
RE_ENGAGEMENT = (
    Part("worked_before", "What worked before?", "What worked before", "How contact was found again", True),
    Part("ways", "Which ways of reaching out, and when?", "How you may reach me", "Call, text, visit, a letter", True),
    Part("who_else", "Who else may be asked?", "Who else may be asked", "Family, care co-ordinator, friends: with consent"),
    Part("coming_back", "What would make it easy to come back?", "What makes it easy to come back"),
)

PARTS: dict[str, tuple[Part, ...]] = {
    "action_plan": ACTION,
    "job_search_plan": JOB_SEARCH,
    "in_work_support_plan": IN_WORK,
    "re_engagement_plan": RE_ENGAGEMENT,
}
KEYS = tuple(dict.fromkeys(part.key for parts in PARTS.values() for part in parts))


def parts_of(kind: str) -> tuple[Part, ...]:
    """What a plan of this kind asks; nothing for one whose words are kept elsewhere."""
    return PARTS.get(kind, ())
