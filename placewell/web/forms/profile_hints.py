"""How the parts of a profile are grouped, and what to ask about each."""

from placewell.records.profiles import Part

GROUPS = [
    ("What they want", (
        Part.GOAL, Part.TASKS, Part.PLACE, Part.HOURS, Part.PAY, Part.COLLEAGUES, Part.NOISE, Part.TRAVEL,
    )),
    ("What they bring", (
        Part.STRENGTHS, Part.EDUCATION, Part.LICENCES, Part.LANGUAGES, Part.DIGITAL_SKILLS,
    )),
    ("Health and the day", (Part.HEALTH, Part.HELPS, Part.ROUTINE, Part.CARING)),
    ("Money and rights", (Part.MONEY, Part.RIGHT_TO_WORK, Part.CONVICTIONS)),
    ("People around them", (Part.FAMILY_VIEWS, Part.VIEWS_OF_OTHERS, Part.DISCLOSURE)),
    ("Where to start", (Part.JOB_IDEAS, Part.FIRST_EMPLOYERS)),
]  # fmt: skip

HINTS = {
    Part.GOAL: "What would you do if you could choose? What did you want to be as a child?",
    Part.TASKS: "With hands, people, numbers, outdoors? What to avoid?",
    Part.PLACE: "Inside or outside, near home, big or small?",
    Part.HOURS: "How many, which days, mornings or evenings, shifts?",
    Part.PAY: "What is needed, what would be good?",
    Part.COLLEAGUES: "Alone, in a team, with customers? What makes a good boss?",
    Part.NOISE: "Quiet or lively, light, smells, crowds",
    Part.TRAVEL: "How far, by what, at which times?",
    Part.STRENGTHS: "What are you good at? What would a friend say?",
    Part.EDUCATION: "School, courses, training on the job; what is still wanted",
    Part.LICENCES: "Driving, forklift, food hygiene, first aid and so on",
    Part.LANGUAGES: "Which are spoken, read and written",
    Part.DIGITAL_SKILLS: "Phone, email, tills, spreadsheets; what can be used at home",
    Part.HEALTH: "In their words. Side effects, good and bad times of day; only what bears on work",
    Part.HELPS: "Breaks, notes, a quiet place, somebody to ask",
    Part.ROUTINE: "A usual day; sleep, meals, what is fixed",
    Part.CARING: "For whom, when, who can step in",
    Part.MONEY: "What comes in, debts, worries about losing benefits",
    Part.RIGHT_TO_WORK: "Papers that are there, papers that are missing",
    Part.CONVICTIONS: "Only if the person wants to. Never in anything for an employer.",
    Part.FAMILY_VIEWS: "What they hope for and fear, who would help",
    Part.VIEWS_OF_OTHERS: "A clinician, an earlier employer, papers: with the person’s consent",
    Part.DISCLOSURE: "What they would want said, what not. The decision itself has its own page.",
    Part.JOB_IDEAS: "Kinds of work that fit what you heard",
    Part.FIRST_EMPLOYERS: "Who to go and see first",
}
