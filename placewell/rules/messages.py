"""What a message may say, and how a person may be reached.

An email or a text can be read by whoever holds the phone; a letter by whoever opens it. So what is
sent says nothing about health. Sources: NHS Accessible Information Standard (DCB1605: needs are
recorded and met); NHS England, guidance on using email and text messages with patients (both from
memory).
"""

import re
from dataclasses import dataclass

# Words that tell a stranger that somebody is ill, treated, or known to a mental health or addiction service.
HEALTH = (
    "mental health", "mental illness", "mentally ill", "psychiatr*", "psycholog*", "psychosis", "psychotic",
    "schizo*", "bipolar", "depress*", "anxiety", "anxious", "ptsd", "trauma*", "personality disorder", "autis*",
    "adhd", "eating disorder", "self-harm*", "self harm*", "suicid*", "overdose*", "addict*", "alcohol*", "drugs",
    "substance use", "substance misuse", "methadone", "rehab*", "detox*", "medication*", "medicine*", "antidepress*",
    "antipsychotic*", "clozapine", "lithium", "injection*", "diagnos*", "symptom*", "illness*", "therap*",
    "hospital*", "ward", "inpatient*", "outpatient*", "sectioned", "crisis team", "recovery team", "clinical team*", "cmht",
    "care co-ordinator*", "care coordinator*", "community nurse", "health trust", "hearing voices",
    "relapse*", "disabilit*", "disabled",
)  # fmt: skip


WORD = re.compile(r"\w+")


def _pattern(word: str) -> str:
    ending = r"\w*" if word.endswith("*") else r"(?!\w)"
    return rf"(?<!\w){re.escape(word.removesuffix('*'))}{ending}"


_SAYS_HEALTH = re.compile("|".join(_pattern(word) for word in HEALTH), re.IGNORECASE)


def health_words(*, words: str) -> list[str]:
    """The words of a message that say something about health, each once, in the order in which they stand."""
    return list(dict.fromkeys(found.group(0).lower() for found in _SAYS_HEALTH.finditer(" ".join(words.split()))))


def unsayable(*, words: str, must_not_say: str) -> list[str]:
    """Which lines of what a person asked us not to say stand in a message, word for word."""
    lines = [line.strip() for line in re.split(r"[\n;,.]", must_not_say) if line.strip()]
    return [line for line in lines if _plain(line) in _plain(words)]


def _plain(words: str) -> str:
    """Small letters, one space between words and around them: whole words are looked for."""
    return f" {' '.join(re.findall(WORD, words.casefold()))} "


@dataclass(frozen=True)
class Reach:
    """How somebody can be reached: their details, and what they said of each way (None: not asked)."""

    phone: str = ""
    email: str = ""
    may_text: bool | None = None
    may_email: bool | None = None


def refused_way(*, channel: str, reach: Reach) -> str:
    """Why a message may not go this way; '' when it may. Who was not asked has not said no."""
    if channel == "text" and reach.may_text is False:
        return "They asked us not to send texts. Choose another way."
    if channel == "email" and reach.may_email is False:
        return "They asked us not to send emails. Choose another way."
    if channel == "email" and not reach.email:
        return "No email address is recorded. Add it to their details, or choose another way."
    return ""
