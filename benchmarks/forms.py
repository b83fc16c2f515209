"""How long the processor works to draw the fidelity form: 25 questions with 5 radios each.

    python benchmarks/forms.py

Prints milliseconds of processor time (least and median of 50 drawings) and fails above the goal.
"""

import os
import statistics
import sys
import time
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "placewell.settings.test")
GOAL, QUESTIONS, DRAWINGS = 25.0, 25, 50


def fidelity_form():
    """A bound form like that of a fidelity review, with some ratings given."""
    from django import forms

    from placewell.web.nhs.forms import OnceForm
    from placewell.web.nhs.widgets import Radios

    ratings = [(str(number), f"{number}: what a rating of {number} means, in a few words") for number in range(1, 6)]
    names = [f"item_{number}" for number in range(1, QUESTIONS + 1)]
    questions = {
        name: forms.ChoiceField(
            label=f"Item {name[5:]}", help_text="What the item is about", choices=ratings, widget=Radios(small=True)
        )
        for name in names
    }
    return type("Fidelity", (OnceForm,), questions)(initial=dict.fromkeys(names[::2], "3"))


def drawing_times() -> list[float]:
    """Processor time of each drawing in milliseconds, after one that fills the caches."""
    str(fidelity_form())
    times = []
    for _ in range(DRAWINGS):
        form = fidelity_form()
        before = time.process_time()
        str(form)
        times.append((time.process_time() - before) * 1000)
    return times


def main() -> int:
    """Measure, print, and answer 1 when the goal is missed."""
    django.setup()
    times = drawing_times()
    least, median = min(times), statistics.median(times)
    print(f"{QUESTIONS} questions with 5 radios: {least:.1f} ms at least, {median:.1f} ms median (goal {GOAL:.0f} ms)")
    return int(median > GOAL)


if __name__ == "__main__":
    sys.exit(main())
