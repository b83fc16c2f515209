"""Our components say what the design system's published fixtures say."""

import pytest
from django import forms
from django.template import Context, Template
from django.test.html import parse_html

from placewell.web.nhs.jinja import draw
from placewell.web.nhs.widgets import Input, Radios
from tests.web.fixtures_of_nhsuk import WIDGETS, CannotSay, drawn, expected, fixtures

# How many fixtures of each component our forms can say; an upgrade that changes this is looked at.
SAID = {
    "input": 33, "textarea": 14, "password-input": 10, "file-upload": 14, "select": 14, "radios": 40,
    "checkboxes": 35, "date-input": 14,
}  # fmt: skip
BY_MACRO = [
    "action-link", "back-link", "breadcrumb", "details", "do-dont-list", "inset-text", "pagination", "panel",
    "summary-list", "tables", "tag", "task-list", "warning-callout",
]  # fmt: skip


def same(one: str, other: str) -> bool:
    """Whether two pieces of HTML are the same but for spaces and the order of attributes."""
    return parse_html(one) == parse_html(other)


@pytest.mark.parametrize("component", WIDGETS)
def test_fields_are_drawn_as_the_fixtures_show(component):
    said, different = 0, []
    for fixture in fixtures(component):
        try:
            html = drawn(fixture)
        except CannotSay:
            continue
        said += 1
        if not same(html, expected(fixture)):
            different.append((fixture.name, html, fixture.html))
    assert different == []
    assert said == SAID[component]


@pytest.mark.parametrize("component", BY_MACRO)
def test_macros_draw_as_the_fixtures_show(component):
    shown = [one for one in fixtures(component) if "call block" not in one.name and "callBlock" not in one.options]
    assert shown
    different = [one.name for one in shown if not same(draw(component, one.options), one.html)]
    assert different == []


class Two(forms.Form):
    name = forms.CharField(error_messages={"required": "Enter a name"})
    team = forms.ChoiceField(
        choices=[("a", "A")], widget=forms.RadioSelect, error_messages={"required": "Choose a team"}
    )


def rendered(text: str, **context) -> str:
    return Template("{% load nhs %}" + text).render(Context(context))


def test_the_error_summary_leads_to_the_first_box_of_each_field():
    form = Two({})
    form.add_error(None, "The two do not go together")
    fixture = {
        "titleText": "There is a problem",
        "errorList": [
            {"text": "The two do not go together"},
            {"text": "Enter a name", "href": "#id_name"},
            {"text": "Choose a team", "href": "#id_team"},
        ],
    }
    assert same(rendered("{% error_summary form %}", form=form), draw("error-summary", fixture))
    assert rendered("{% error_summary form %}", form=Two()).strip() == ""


def test_buttons_are_drawn_as_the_fixtures_show_and_are_pressed_once():
    for variant in ("", "secondary", "warning"):
        ours = rendered("{% button 'Save' variant=variant id='save' %}", variant=variant)
        options = {"text": "Save", "variant": variant, "id": "save", "preventDoubleClick": True}
        assert same(ours, draw("button", options))


def test_a_component_by_its_macro_in_a_template():
    html = rendered('{% nhsuk "tag" text="Met <1>" colour="green" %}')
    assert same(html, draw("tag", {"text": "Met <1>", "colour": "green"}))
    assert "Met &lt;1&gt;" in html


def test_what_is_typed_is_shown_as_words_never_as_html():
    class Asked(forms.Form):
        name = forms.CharField(label="<b>Name</b>", help_text="<i>hint</i>", widget=Input(prefix="<p>"))

    html = str(Asked({"name": '"><script>alert(1)</script>'}))
    for raw in ("<b>", "<i>", "<p>", "<script>"):
        assert raw not in html


def test_a_field_behind_a_choice_stands_there_and_nowhere_else():
    class Asked(forms.Form):
        way = forms.ChoiceField(choices=[("post", "Post"), ("mail", "Mail")], widget=Radios(conditional={"mail": "to"}))
        to = forms.CharField(label="Address")

    html = str(Asked({"way": "mail", "to": "sam@example.org"}))
    assert html.count('name="to"') == 1
    assert 'data-aria-controls="conditional-id_way-2"' in html
    assert "nhsuk-radios__conditional--hidden" not in html
    assert "nhsuk-radios__conditional--hidden" in str(Asked({"way": "post"}))
