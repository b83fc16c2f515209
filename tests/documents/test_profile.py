"""The profile as a paper for the person, and the CV as one for employers: what stands in each, and what does not."""

from datetime import date

from placewell.documents.cv import cv_document
from placewell.documents.paper import Facts, Heading, Text
from placewell.documents.profile import profile_document
from placewell.records.models import Cv, CvJob, PastJob, ProfilePart, Service, VocationalProfile

DAY = date(2026, 3, 1)
SERVICE = Service(name="Riverside IPS", country="NZ")


def entry(part, words, source="person", **more) -> ProfilePart:
    return ProfilePart(part=part, words=words, source=source, said_on=DAY, **more)


ENTRIES = [
    entry("goal", "To bake"), entry("convictions", "A fine in 2009"), entry("health", "Slow mornings"),
    entry("goal", "He baked as a boy", "family", told_by="Amal", agreed_on=DAY),
    entry("strengths", "Never late", "team"),
]  # fmt: skip


def words(document) -> str:
    said = []
    for block in document.blocks:
        if isinstance(block, Heading | Text):
            said.append(block.words)
        if isinstance(block, Facts):
            said += [f"{asked}: {answer}" for asked, answer in block.pairs]
    return "\n".join(said)


def made(**what) -> str:
    profile = VocationalProfile(number=2, written_on=DAY)
    jobs = [PastJob(title="Cook", employer="Red Lion", from_year=2015, until_year=2018, liked="The team")]
    return words(profile_document(profile, ENTRIES, jobs, name="Mo", service=SERVICE, made_on=DAY, **what))


def test_the_person_s_own_words_stand_in_it_and_nobody_else_s():
    said = made()
    assert "Your goal and your dream job\nTo bake\nYou told us on 1 March 2026." in said
    assert "Cook, Red Lion\nWhen: 2015 to 2018\nWhat you liked: The team" in said
    for kept in ("A fine", "He baked", "Never late", "People you care for"):
        assert kept not in said


def test_others_stand_in_it_when_asked_for_and_the_person_agreed():
    said = made(with_others=True)
    assert "He baked as a boy\nAmal, 1 March 2026. You agreed on 1 March 2026 that we ask." in said
    assert "Never late" not in said
    assert "A fine" not in said


def test_convictions_stand_in_it_when_the_person_asks():
    assert "Convictions\nA fine in 2009" in made(with_convictions=True)


def test_a_cv_says_what_was_chosen_in_order_and_names_no_service():
    cv = Cv(aimed_at="Bakeries", made_on=DAY, reach="07700 900123", strengths="Patient", other="")
    jobs = [CvJob(title="Cook", employer="Red Lion", dates="2015 to 2018", duties="Soups")]
    paper = cv_document(cv, jobs, name="Mo Ahmed", country="NZ")
    assert words(paper) == ("07700 900123\nWhat I bring\nPatient\nWork experience\nCook, Red Lion\n2015 to 2018\nSoups")
    assert (paper.title, paper.subtitle, paper.footer, paper.language) == ("Mo Ahmed", "", "", "en-NZ")
