"""What may stand in a CV, and words that tell an employer more than the person chose to.

Source: Individual Placement and Support, the person decides what an employer hears (IPS-25, 7 January
2008, item 13, disclosure). A CV goes to people who know nothing of the person: it says nothing of
health, convictions, benefits or the support. The list of words is our own; it is an aid and no proof.
"""

import re

# The parts of a vocational profile that a CV draws from. No other part is ever offered for one.
PARTS = ("strengths", "education", "licences", "languages", "digital_skills")

TELLING = {
    "health": (
        r"mental(?:ly)? (?:health|ill\w*)|illness\w*|diagnos\w+|medicat\w+|psych(?:iatr|osis|otic|olog)\w*|"
        r"depress(?:ion|ed)|anxiety|bipolar|schizo\w+|autis\w+|adhd|ptsd|disab\w+|hospital(?:is|iz)\w+|"
        r"in hospital|relapse\w*|recovery|self.?harm\w*|addict\w+|alcohol (?:use|mis\w+|problem\w*|depend\w+)|rehab\w*|detox\w*|"
        r"unwell|sick leave|"
        r"care co.?ordinator\w*|community (?:mental )?health team|cmht|side effects?"
    ),
    "convictions": r"convict\w+|offen[cs]e\w*|offend\w*|prison\w*|probation|criminal record|court order|caution(?:ed|s)",
    "benefits": (
        r"universal credit|jobseeker\S* allowance|\bpip\b|\besa\b|jobcentre\w*|job centre|work and income|"
        r"housing benefit|(?:on|claim\w*|my|state|welfare|sickness|disability) benefits?|supported living payment"
    ),
    "support": (
        r"\bips\b|individual placement|employment specialist\w*|employment consultant\w*|supported employment|"
        r"my support worker|vocational (?:profile|unit)|caseload"
    ),
}
_WORDS = {about: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for about, words in TELLING.items()}


def telling_words(words: str) -> list[tuple[str, str]]:
    """What `words` may give away, as pairs: about what (health, convictions, benefits, support), and the word."""
    found = [(about, match.group()) for about, pattern in _WORDS.items() for match in pattern.finditer(words)]
    return list(dict.fromkeys(found))
