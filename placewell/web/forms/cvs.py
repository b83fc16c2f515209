"""Questions about a CV: for which work, what stands in it, and in which words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.forms.boundfield import BoundField

from placewell.actions.cvs import JobTold
from placewell.records.profiles import FOR_A_CV, Part
from placewell.rules.cv import telling_words
from placewell.web.forms.profiles import Words
from placewell.web.forms.records import LongText, RecordForm, ShortText
from placewell.web.nhs.widgets import Input, Tick

TOLD_BY = {
    "health": "health",
    "convictions": "convictions",
    "benefits": "benefits",
    "support": "the support",
}


class Ticked(forms.BooleanField):
    """Whether a part stands in the CV."""

    def __init__(self, *, label):
        super().__init__(label=label, required=False, widget=Tick())

    def in_words(self, value) -> str:
        return "Yes" if value else "No"


@dataclass(frozen=True)
class Section:
    """A part with its tick and its words."""

    tick: BoundField
    boxes: list[BoundField]


class CvForm(RecordForm):
    """What stands in a CV. `words` is what is known by part, `jobs` what may be told of, in order.

    `chosen` are the jobs ticked to begin with (None: all).
    """

    aimed_at = ShortText(
        label="Which work or employer is it for?", missing="Enter the work or the employer it is for",
        help_text="For example, kitchen work, or Rose Bakery", longest=100,
    )  # fmt: skip
    reach = Words(label="How can an employer reach the person?", help_text="Phone, email, town", rows=3)
    about = Words(label="About the person, in two sentences (optional)", rows=3)
    other = Words(
        label="Anything else (optional)", rows=3,
        help_text="A gap is explained only if the person wants it, in their own words",
    )  # fmt: skip

    def __init__(self, *args, words: dict[str, str], jobs: Sequence[JobTold], chosen: int | None = None, **told):
        super().__init__(*args, **told)
        self.jobs = list(jobs)
        last = self.fields.pop("other")
        for part in FOR_A_CV:
            self.fields[f"with_{part}"] = Ticked(label=str(Part(part).label))
            self.fields[part] = Words(label=f"{Part(part).label}: the words", rows=3)
            self.initial |= {f"with_{part}": bool(words.get(part)), part: words.get(part, "")}
        for place, job in enumerate(self.jobs):
            self._ask_about(place, job, chosen is None or place < chosen)
        self.fields["other"] = last
        self.fields["is_about_work"] = Ticked(label="These words are about the work, not about the person")

    def _ask_about(self, place: int, job: JobTold, is_chosen: bool) -> None:
        name = f"job_{place}"
        self.fields[f"with_{name}"] = Ticked(label=", ".join(filter(None, [job.title, job.employer, job.dates])))
        for field, label in (("title", "Job"), ("employer", "Where"), ("dates", "When")):
            self.fields[f"{name}_{field}"] = forms.CharField(
                label=label, required=False, max_length=200, widget=Input(autocomplete="off")
            )
            self.initial[f"{name}_{field}"] = getattr(job, field)
        self.fields[f"{name}_duties"] = LongText(label="What they did there", rows=3)
        self.initial |= {f"with_{name}": is_chosen, f"{name}_duties": job.duties}

    def clean(self):
        answers = super().clean()
        found = telling_words("\n".join(self.every_word()))
        if found and not answers.get("is_about_work"):
            told = "; ".join(f"“{word}” may tell of {TOLD_BY[about]}" for about, word in found)
            self.add_error(
                "is_about_work",
                f"An employer would read this: {told}. Take it out, or tick the box if it is about the work itself",
            )
        return answers

    def every_word(self) -> list[str]:
        """Everything that would stand in the CV."""
        told = [word for job in self.told_jobs() for word in (job.title, job.employer, job.dates, job.duties)]
        return [*self.words().values(), *told]

    def words(self) -> dict[str, str]:
        """The parts that are ticked, with their words."""
        answers = self.cleaned_data
        chosen = {part: answers.get(part, "") if answers.get(f"with_{part}") else "" for part in FOR_A_CV}
        return chosen | {name: answers.get(name, "") for name in ("reach", "about", "other")}

    def told_jobs(self) -> list[JobTold]:
        """The jobs that are ticked, with their words."""
        answers, found = self.cleaned_data, []
        for place in range(len(self.jobs)):
            facts = {
                field: answers.get(f"job_{place}_{field}", "") for field in ("title", "employer", "dates", "duties")
            }
            if answers.get(f"with_job_{place}") and facts["title"]:
                found.append(JobTold(**facts))
        return found

    def facts(self) -> dict:
        return {"aimed_at": self.cleaned_data["aimed_at"], "jobs": self.told_jobs(), **self.words()}

    def sections(self) -> list[Section]:
        """Strengths, education and so on."""
        return [Section(self[f"with_{part}"], [self[part]]) for part in FOR_A_CV]

    def job_sections(self) -> list[Section]:
        """The jobs."""
        asked = ("title", "employer", "dates", "duties")
        return [
            Section(self[f"with_job_{place}"], [self[f"job_{place}_{field}"] for field in asked])
            for place in range(len(self.jobs))
        ]

    def tells(self) -> bool:
        """Whether words were found that may tell too much."""
        return self.is_bound and bool(self["is_about_work"].errors or self["is_about_work"].value())


class CvWordsForm(RecordForm):
    """The words of a CV that was made, to be corrected."""

    aimed_at = ShortText(label="Which work or employer is it for?", missing="Enter the work or the employer it is for")
    reach = LongText(label="How can an employer reach the person?", rows=3)
    about = LongText(label="About the person", rows=3)
    strengths = LongText(label="Strengths", rows=3)
    education = LongText(label="Education and training", rows=3)
    licences = LongText(label="Licences and certificates", rows=3)
    languages = LongText(label="Languages", rows=3)
    digital_skills = LongText(label="Digital skills", rows=3)
    other = LongText(label="Anything else", rows=3)
