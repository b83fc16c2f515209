"""What is asked before data is brought in."""

from pathlib import PurePath

from django import forms
from django.conf import settings

from placewell.web.nhs.forms import NHSForm
from placewell.web.nhs.widgets import File, Radios

ENDINGS = (".zip", ".xlsx")
CHECK, TAKE_IN = "check", "take_in"
MEGABYTE = 1024**2


class PackageForm(NHSForm):
    """A data package, and whether it is only checked.

    It carries no once-only id: the same package taken in twice changes nothing.
    """

    package = forms.FileField(
        label="Choose a .zip or .xlsx file",
        help_text="A zip of CSV files, or a workbook with one sheet for each table.",
        widget=File(attrs={"accept": ",".join(ENDINGS)}),
        error_messages={
            "required": "Choose a file",
            "missing": "Choose a file",
            "invalid": "Choose the file again: it did not arrive",
            "empty": "The file is empty. Choose another one, or export it again",
            "max_length": "The name of the file is too long. Give it a shorter name",
        },
    )
    doing = forms.ChoiceField(
        label="What should happen?",
        choices=[(CHECK, "Check only: nothing is changed"), (TAKE_IN, "Check and take in, if nothing is wrong")],
        initial=CHECK,
        widget=Radios,
        error_messages={"required": "Choose what should happen", "invalid_choice": "Choose what should happen"},
    )

    def clean_package(self):
        """The file, of a kind and size that is read here."""
        package, most = self.cleaned_data["package"], settings.LARGEST_PACKAGE
        if PurePath(package.name).suffix.lower() not in ENDINGS:
            raise forms.ValidationError("Choose a file whose name ends in .zip or .xlsx")
        if package.size > most:
            raise forms.ValidationError(
                f"The file is larger than {most // MEGABYTE} MB. Ask whoever looks after the server to "
                "bring it in there, with placewell import"
            )
        return package

    @property
    def only_checks(self) -> bool:
        """Whether nothing is to be written."""
        return self.cleaned_data["doing"] == CHECK
