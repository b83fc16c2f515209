"""Short case notes that fit the contact they stand beside.

Plain, in a worker's words, about work; nothing about illness or treatment.
Slots: {name} the person, {job} a kind of work wanted or held, {firm} an employer.
Before the bar stand the places a line fits: c community, w workplace, h home,
b clinical base, o the provider's office, r not in person, * anywhere.
Kinds that end in _told are for people whose specialist may speak to employers.
"""

from collections import defaultdict

PLACES = {
    "c": "community",
    "w": "workplace",
    "h": "home",
    "b": "clinical_base",
    "o": "employment_office",
    "r": "remote",
}
_LINES = {
    "intake": """
chbo|First meeting. {name} told me about past jobs and what a good week would look like. Wants to start looking soon.
c|Met {name} with a cup of tea in the cafe. Explained how IPS works and that there is no waiting list for wanting a job.
chbo|{name} asked straight away how work affects benefits. Agreed to book the benefits adviser. Next meeting in a week.
b|Introduced by the care co-ordinator, who stayed for ten minutes. {name} would like something close to home.
""",
    "engagement": """
*|Got to know each other better. {name} most enjoyed a job with regular colleagues and a clear routine.
c|Walked round town together; {name} pointed out places they would and would not want to work.
*|Talked about what got in the way last time and what would help: a later start and a named person to go to.
chbo|{name} was quieter today. Kept it short, agreed to meet at the library next time.
*|{name} has told two friends about the plan to work. If it does not work out, we look for the next one.
""",
    "assessment": """
chbo|Worked on the vocational profile: skills, jobs held, what to avoid. {name} lit up talking about {job} work.
chbo|Another profile session. Added interests, travel (bus and on foot) and best hours of the day.
chbo|Finished the profile draft together. {name} wants {job} work, mornings, within half an hour's travel.
*|Asked {name} what former managers would say. Reliable, patient with customers. Goes in the CV.
*|Profile: went through a usual day. Late mornings are best; avoid Mondays because of appointments.
""",
    "job_search": """
*|Looked at openings for {job}. Two worth following up; {name} will send the first one today.
cbo|Wrote a short cover letter for {firm} together. {name} typed it and sent it.
chbo|Practised three interview questions. {name} has a good answer now about the gap in the CV.
*|{name} did not get the {job} job. Disappointed, but wants to ask for feedback and keep going.
*|Reviewed the search plan: two new employers to try, {name} to drop off a CV at {firm}.
chbo|Updated the CV and set up job alerts on {name}'s phone for {job}.
*|Talked about hours. Sixteen a week feels right to start with; evenings are out.
r|{name} has an interview at {firm}. Went over the bus, what to wear and two questions to ask.
*|{name} asked whether to say anything about time out of work. Looked at the plan again; nothing to change.
*|Counted up: {name} has tried six places this month. Tiring, but two said to come back.
chbo|Filled in an online form together; it timed out twice. {name} laughed and did it again.
*|Thought about what would make a good boss. {name} would rather have a busy place than a quiet one.
*|{name} heard back from {firm}: not this time, but they keep the CV. Wrote a short thank-you.
bo|Looked at the bus map and crossed out places that take more than an hour.
*|{name} is fed up with looking. Agreed on a lighter week and one visit together.
*|Talked about references. A former volunteer co-ordinator is happy to be named.
c|Met outside {firm} and went over the questions once more. {name} went in alone, came out smiling.
*|Went through messages from two job sites. None fits; changed the search words.
c|Walked along the high street with {name}; four cards in windows, one for {job}. {name} went in and asked.
""",
    "message": """
r|Sent the time and place of our next meeting. {name} answered with a thumbs up.
r|{name} wrote that all is well and asked to keep the usual day.
r|Sent the link we talked about. {name} will look at it before we meet.
r|{name} sent a question about the bus timetable; answered the same day.
r|Checked in with a short message. {name} is fine, nothing needed this week.
r|{name} sent thanks and a photo of the finished form.
""",
    "job_search_told": """
*|Two {job} openings found. I will call in at {firm} on Thursday, {name} agrees to what I will say.
c|Went to {firm} with {name} to ask about {job} work. The manager was friendly and asked for a CV.
*|Talked again about what to say at interview. {name} is happy for me to speak to {firm}, using the words we agreed.
*|Told {name} what the manager at {firm} is looking for. We agreed it is a good fit, and what to ask about hours.
*|{firm} offers a look round next week. {name} wants to go; planned the bus and what to wear.
*|Fed back from {firm}: they liked {name}'s CV but have filled the post. They will ring me about the next one.
""",
    "job_coaching": """
*|First weeks at {firm} going well. {name} tired but pleased. The rota is on a phone photo now so that it is to hand.
ch|Met {name} after the shift. A colleague showed the ropes; one task still feels hard. We made a small crib card.
*|Talked through travel for the early shift and a plan for a bad morning: text the manager by seven, then me.
*|{name} had a wobble about talking to colleagues at lunch. Agreed one thing to try.
*|{name} knows most names now. The lunch break is the long bit; took a book along.
*|First pay has come. {name} treated the family to a takeaway.
*|Went over what to do when a task is not clear: ask once, write it down, ask again.
ch|{name} brought the uniform along. Talked about standing all day; better shoes on the list.
w|Called in at {firm} with {name}'s agreement. Supervisor happy, asked for a little more pace after break.
w|Sat with {name} in the break. The job list on the wall helps. Supervisor will check in on Fridays.
""",
    "follow_along": """
*|{name} still enjoying {job} work. Asked about four more hours; we looked at what it does to benefits.
r|Brief catch-up. Work is fine, new manager started, nothing needed.
*|Talked about a busy month ahead at {firm} and how to keep one quiet evening.
*|{name} has been told that the trial weeks are over and the job is theirs. Very proud.
*|Holiday request turned down. Looked at the handbook together; {name} will suggest other dates.
*|{name} trained a new starter last week. Says it felt odd and good.
*|Rota changed to later shifts. Sleep is all right so far; we look again in two weeks.
*|Went through a letter about benefits after the pay change. {name} will send the payslips.
ch|Coffee on the day off. {name} wanted to talk about family, not work, and that was fine.
*|A hard week, two people off sick. {name} kept to the plan and asked for a short break.
*|Payslip did not look right. Went through it together; {name} will ask payroll tomorrow.
*|{name} thinking about meeting less often. Agreed once a month, sooner if wanted.
*|Small disagreement with a colleague about breaks. Practised how to raise it with the supervisor.
w|Three-way chat at {firm}: all going well, a quieter corner on Saturdays agreed.
""",
    "career": """
*|{name} would like a step up. Looked at a team leader course the employer pays for.
*|Talked about what comes after this job: more hours, or {job} work nearer home.
*|Looked at a level 2 course that fits round shifts. {name} will ask the manager for support.
""",
    "loss": """
*|Talked soon after the job ended. Went over what went well and what {name} would do differently. Keen to look again.
*|The job at {firm} has ended. {name} upset but sure it was the hours, not the work. Next search starts this week.
*|Talked about how the job ended and who needs to be told about benefits. We start again with shorter shifts.
""",
    "clinician": """
r|Spoke with the care co-ordinator about how things are going and how the team can help with mornings.
r|Rang the care co-ordinator: one appointment moved so that it does not get in the way of work.
r|Agreed with the care co-ordinator who does what this month. Plan copied to the clinical record.
r|Care co-ordinator says {name} talks about work a lot. No worries from their side.
""",
    "did_not_attend": """
cwhbo|{name} did not come. Waited twenty minutes, sent a friendly text with two other times.
cwhbo|Not there today. I will ask the care co-ordinator how things are.
r|{name} did not join the call. Sent a text with two other times.
""",
    "cancelled_by_person": """
*|{name} rang to cancel, not feeling up to it. Rebooked for next week.
*|Cancelled by text: a child off school. Moved to Thursday.
*|{name} had a clash with another appointment. New time agreed.
""",
    "cancelled_by_service": """
*|I had to cancel because of sickness in the team. Apologised and rebooked.
*|Moved by us: training day. {name} fine with next week.
""",
    "no_answer": """
r|No answer. Left a short message saying there is no pressure and how to reach me.
r|Asked how things are and offered a coffee. No reply yet.
r|Tried again. Will ask the care co-ordinator to mention it at their visit.
h|Called at the home address as agreed in the plan. Nobody in; left a card.
c|Dropped in at the cafe {name} likes. Not there today; left a note with my number.
""",
    "joint": """
h|Visit together with the care co-ordinator. No answer at the door; left a card with both our numbers.
c|Looked in at the drop-in with the care co-ordinator. {name} not there this week.
""",
}


def _fitting() -> dict:
    """(kind, place) → lines that fit."""
    found = defaultdict(list)
    for kind, text in _LINES.items():
        for entry in text.strip().split("\n"):
            codes, _, line = entry.partition("|")
            for code in PLACES if codes == "*" else codes:
                found[kind, PLACES[code]].append(line)
    return dict(found)


NOTES = _fitting()


def write_note(rng, kind: str, place: str, used: dict, *, name: str, job: str, firm: str) -> str | None:
    """A note of this kind that fits the place, its slots filled; none if none fits.

    `used` counts the lines one person's notes have had, so that they take turns.
    """
    lines = NOTES.get((kind, place))
    if not lines:
        return None
    fewest = min(used.get(line, 0) for line in lines)
    line = rng.choice([line for line in lines if used.get(line, 0) == fewest])
    used[line] = fewest + 1
    return line.format(name=name, job=job, firm=firm) if "{" in line else line
