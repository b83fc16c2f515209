"""What each rule of Today asks for, in a few words: the heading over the form that puts it off.

A room that adds lines which can be put off names its rules here.
"""

TITLES = {
    "acknowledgement": "acknowledge the referral",
    "first_contact": "first contact with the person",
    "first_profile": "first vocational profile",
    "first_employer_contact": "first employer contact",
    "plan_review": "review of the plan",
    "profile_after_a_job": "new version of the profile",
    "advice_after_a_change": "benefits advice",
    "next_job_help": "help towards the next job",
    "re_engagement": "reaching out",
    "in_work_person": "in-work support for the person",
    "in_work_employer": "in-work support for the employer",
    "interview": "the interview",
    "interview_to_tell": "how the interview went",
    "job_to_start": "the start of the job",
    "application_waits": "asking after an application",
    "lead_answer": "what they say to a lead",
    "week_log": "close the week’s log",
    "no_next_step": "the next step",
}
