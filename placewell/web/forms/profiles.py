"""Questions about the vocational profile, part by part, and about jobs of the time before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.forms import HiddenInput, IntegerField
from django.forms.boundfield import BoundField

from placewell.actions.profiles import Reworded, Told
from placewell.records.profiles import EARLIEST_YEAR, NEEDS_CONSENT, Part, ProfilePart, Source
from placewell.records.support import Prompt
from placewell.web.forms.profile_hints import GROUPS, HINTS
from placewell.web.forms.records import (
    ChoiceField,
    DayField,
    LongText,
    NumberField,
    RecordForm,
    RowField,
    ShortText,
    WholeField,
)
from placewell.web.presenters.wording import day

WEEK = 80


class Words(LongText):
    """Words of a profile; line ends are one character, as the record keeps them."""

    def clean(self, value):
        return super().clean(value).replace("\r\n", "\n")


@dataclass(frozen=True)
class Asked:
    """One box: the question, and what was said about it so far by whom."""

    box: BoundField
    so_far: list[str]


@dataclass(frozen=True)
class Section:
    """Parts that are asked together. It stands open when there is something in it to see."""

    title: str
    boxes: list[Asked]
    is_open: bool


class WordsForm(RecordForm):
    """Boxes for the parts of a profile; `asked` are the parts, `entries` what is said so far.

    With `rewords`, each entry has its own box with its words in it, to be changed or emptied.
    """

    rewords = False
    not_facts = {"submission", "source", "told_by", "agreed_on"}
    asked_last: frozenset[str] = frozenset()

    def __init__(self, *args, asked: Sequence[str] = Part.values, entries: Iterable[ProfilePart] = (), **told):
        super().__init__(*args, **told)
        self.asked, self.entries = list(asked), [one for one in entries if one.part in asked]
        own = ("source", "told_by", "agreed_on")
        last = {name: self.fields.pop(name) for name in own}
        for part in self.asked:
            self._add_boxes(part)
        self.fields |= last

    source = ChoiceField(label="Who said it?", choices=Source, missing="Choose who said it", small=True)
    told_by = ShortText(
        label="Their name (if it was not the person)", help_text="For example, Amal, her sister", longest=100
    )
    agreed_on = DayField(
        label="When did the person agree that we ask them?", called="the day the person agreed", required=False,
        help_text="Needed for family, friends, employers and records",
    )  # fmt: skip

    def _add_boxes(self, part: str) -> None:
        said = [one for one in self.entries if one.part == part] if self.rewords else []
        for one in said:
            self.fields[f"entry_{one.pk}"] = Words(label=label_of(one), help_text=HINTS.get(part, ""), rows=4)
            self.initial[f"entry_{one.pk}"] = one.words
            self.fields[f"version_{one.pk}"] = IntegerField(widget=HiddenInput, min_value=1, required=False)
            self.initial[f"version_{one.pk}"] = one.version
        if not said or len(self.asked) == 1:
            more = f"{Part(part).label}: anything to add?" if said else str(Part(part).label)
            self.fields[f"say_{part}"] = Words(label=more, help_text=HINTS.get(part, ""), rows=3)

    def clean(self):
        answers = super().clean()
        source = answers.get("source")
        if source in NEEDS_CONSENT and not answers.get("agreed_on") and "agreed_on" not in self.errors and self.told():
            self.add_error("agreed_on", "Enter the day the person agreed that we ask them")
        self._refuse_older_words()
        return answers

    def _refuse_older_words(self) -> None:
        """Words that somebody else changed meanwhile are shown beside one's own, before anything is overwritten."""
        for one in self.entries if self.rewords else ():
            seen = self.cleaned_data.get(f"version_{one.pk}")
            typed = self.cleaned_data.get(f"entry_{one.pk}")
            if typed is None or seen is None or seen == one.version or typed == one.words:
                continue
            by = one.recorded_by.full_name if one.recorded_by else "Somebody"
            self.add_error(
                f"entry_{one.pk}",
                f"{by} changed this meanwhile to: “{one.words}” Yours is in the box: save again to keep yours, "
                "or put theirs in.",
            )
            self.data = self.data.copy()
            self.data[f"version_{one.pk}"] = str(one.version)

    def told(self) -> list[Told]:
        """What was newly said, part by part."""
        answers = self.cleaned_data
        more = {"source": answers.get("source") or Source.PERSON, "told_by": answers.get("told_by", "")}
        said = [(part, answers.get(f"say_{part}", "")) for part in self.asked]
        return [Told(part, words, agreed_on=answers.get("agreed_on"), **more) for part, words in said if words]

    def reworded(self) -> dict[int, Reworded]:
        """Entry → its words as they shall read, and the version that was seen."""
        answers = self.cleaned_data
        return {
            one.pk: Reworded(answers[f"entry_{one.pk}"], answers.get(f"version_{one.pk}") or one.version)
            for one in self.entries
            if self.rewords and f"entry_{one.pk}" in answers
        }

    def facts(self) -> dict:
        own = [name for name in self.base_fields if name not in self.not_facts]
        return {name: self.cleaned_data[name] for name in own} | {"told": self.told()}

    def first_questions(self) -> list[BoundField]:
        """What is asked before the parts."""
        return [self[name] for name in self.base_fields if name not in self.not_facts | self.asked_last]

    def last_questions(self) -> list[BoundField]:
        """What is asked after the parts."""
        return [self[name] for name in self.base_fields if name in self.asked_last]

    def whose(self) -> list[BoundField]:
        """What is asked about whose words they are."""
        return [self["source"], self["told_by"], self["agreed_on"]]

    def whose_is_open(self) -> bool:
        """Whether somebody other than the person is named, or an answer is wrong."""
        named = self["source"].value() not in ("", None, Source.PERSON) or self["told_by"].value()
        return bool(named or any(field.errors for field in self.whose()))

    def sections(self) -> list[Section]:
        """The parts in their groups, the first of them open."""
        found = []
        for title, parts in GROUPS:
            boxes = [box for part in parts if part in self.asked for box in self._boxes_of(part)]
            stands = any(one.box.errors or self.is_bound and one.box.value() for one in boxes)
            if boxes:
                found.append(Section(title, boxes, stands or not found))
        return found

    def _boxes_of(self, part: str) -> list[Asked]:
        said = [one for one in self.entries if one.part == part]
        if not self.rewords:
            return [Asked(self[f"say_{part}"], [f"{voice_of(one)}: {one.words}" for one in said])]
        names = [*(f"entry_{one.pk}" for one in said), f"say_{part}"]
        return [Asked(self[name], []) for name in names if name in self.fields]


class SessionForm(WordsForm):
    """What was said in a session: it adds, and changes nothing."""

    keeps_offline = True

    held_on = DayField(label="When did you talk?", called="the day you talked")

    def clean(self):
        answers = super().clean()
        if not self.told() and not self.errors:
            raise ValidationError("Write down at least one thing that was said")
        return answers


class RewordForm(WordsForm):
    """What a version says, to be changed."""

    rewords = True

    said_on = DayField(label="When was it said?", called="the day it was said")


class VersionForm(WordsForm):
    """A new version: what has changed since the last one; the rest is carried over."""

    rewords = True
    asked_last = frozenset({"sessions", "sources"})

    written_on = DayField(label="When was it written?", called="the date it was written")
    prompted_by = ChoiceField(label="What prompted it?", choices=Prompt, small=True)
    sessions = WholeField(
        label="How many sessions did it take? (optional)", low=1, high=100, called="the number of sessions"
    )
    sources = WholeField(
        label="How many sources did you use? (optional)", low=1, high=100, called="the number of sources",
        help_text="Only if the words are kept on paper. Those written here are counted for you.",
    )  # fmt: skip

    def facts(self) -> dict:
        return super().facts() | {"reworded": {pk: one.words for pk, one in self.reworded().items()}}


class EntryForm(RecordForm):
    """One entry of a profile, to be corrected."""

    part = ChoiceField(label="About what?", choices=Part, missing="Choose what it is about", as_list=True)
    words = LongText(label="What was said", missing="Write down what was said")
    source = ChoiceField(label="Who said it?", choices=Source, missing="Choose who said it", small=True)
    told_by = ShortText(label="Their name (if it was not the person)", longest=100)
    said_on = DayField(label="When was it said?", called="the day it was said")
    agreed_on = DayField(
        label="When did the person agree that we ask them? (if it was not the person)", required=False,
        called="the day the person agreed",
    )  # fmt: skip


class PastJobForm(RecordForm):
    """A job that the person had."""

    keeps_offline = True

    title = ShortText(label="What was the job?", missing="Enter the job, for example kitchen assistant")
    employer = ShortText(label="Where? (optional)", help_text="The employer, or the kind of place")
    from_year = WholeField(
        label="From which year? (optional)", low=EARLIEST_YEAR, high=2100, called="the year", help_text="Such as 2015"
    )
    until_year = WholeField(label="Until which year? (optional)", low=EARLIEST_YEAR, high=2100, called="the year")
    hours_per_week = NumberField(label="Hours a week (optional)", high=WEEK, called="the hours")
    duties = LongText(label="What did they do there? (optional)", help_text="This can go into a CV", rows=3)
    liked = LongText(label="What did they like? (optional)", rows=2)
    disliked = LongText(label="What did they not like? (optional)", rows=2)
    why_ended = LongText(label="Why did it end? (optional)", rows=2)
    what_helped = LongText(label="What helped in it? (optional)", rows=2)
    job = RowField(
        label="Is it a job that we supported? (optional)", empty="No, from before",
        help_text="Then this is what the job taught",
    )  # fmt: skip
    told_on = DayField(label="When did they tell you?", called="the day they told you")


def label_of(entry: ProfilePart) -> str:
    """The part, with who said it and when."""
    return f"{entry.get_part_display()} ({voice_of(entry)})"


def voice_of(entry: ProfilePart) -> str:
    """Who said it, and when: Amal, her sister, 3 March 2026."""
    who = entry.told_by or entry.get_source_display().lower()
    return f"{who}, {day(entry.said_on)}"
