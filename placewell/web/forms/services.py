"""What an administrator is asked about the service itself."""

from placewell.web.forms.records import ChoiceField, DayField, RecordForm, ShortText, correction_of
from placewell.web.presenters.country_list import KNOWN, countries, time_zones


class ProfileForm(RecordForm):
    """Names, country and beginning of the service."""

    name = ShortText(
        label="Name of the service", missing="Enter the name of the service", help_text="It stands above every page."
    )
    country = ChoiceField(
        label="Country",
        choices=[],
        missing="Choose the country",
        help_text="Words, money and the time of day follow it.",
        as_list=True,
    )
    provider_name = ShortText(label="Employment provider (optional)", help_text="Who employs the specialists")
    health_provider_name = ShortText(
        label="Mental health or addiction provider (optional)", help_text="Whose clinical teams the service works in"
    )
    started_on = DayField(label="First day of the service (optional)", called="the first day", required=False)

    def __init__(self, *args, **told):
        super().__init__(*args, **told)
        every = countries()
        first = [(code, every[code]) for code in KNOWN]
        others = [(code, name) for code, name in every.items() if code not in KNOWN]
        self.fields["country"].choices = [("", "Choose"), *first, *others]


CorrectProfileForm = correction_of(ProfileForm)


def initial_profile(service) -> dict:
    """The profile as it stands, in the form's terms."""
    names = ("name", "country", "provider_name", "health_provider_name", "started_on")
    return {name: getattr(service, name) for name in names} | {"read_version": service.version}


class TimeZoneForm(RecordForm):
    """By which clock the service lives."""

    time_zone = ChoiceField(label="Time zone", choices=[], missing="Choose the time zone", as_list=True)

    def __init__(self, *args, country: str, **told):
        super().__init__(*args, **told)
        zones = [(zone, zone.replace("_", " ")) for zone in time_zones(country)]
        self.fields["time_zone"].choices = [("", "Choose"), *zones]


PRESETS = {
    "": "placewell’s own dark teal",
    "#003087": "Dark blue",
    "#005a50": "Green",
    "#4c2c92": "Purple",
    "#7a0f3c": "Wine red",
    "#3d3d3d": "Dark grey",
}
OWN = "own"


class ColourForm(RecordForm):
    """The colour of the band at the top of each page."""

    not_facts = RecordForm.not_facts | {"preset"}

    preset = ChoiceField(
        label="Colour of the header",
        choices=[(code or "default", words) for code, words in PRESETS.items()] + [(OWN, "Another colour")],
        missing="Choose a colour",
    )
    accent_colour = ShortText(
        label="Code, for another colour",
        help_text="For example #17495c. White words must be easy to read on it. Leave it empty for a colour above.",
        width=10,
        longest=20,
        spellcheck=False,
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("preset") == OWN and not cleaned.get("accent_colour"):
            self.add_error("accent_colour", "Enter the code of the colour")
        return cleaned

    def facts(self) -> dict:
        chosen = self.cleaned_data["preset"]
        return {"accent_colour": {OWN: self.cleaned_data["accent_colour"], "default": ""}.get(chosen, chosen)}


def initial_colour(colour: str) -> dict:
    """The colour as it stands, in the form's terms."""
    if colour in PRESETS:
        return {"preset": colour or "default"}
    return {"preset": OWN, "accent_colour": colour}
