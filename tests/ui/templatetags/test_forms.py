"""An input is tied to its label, its hint and its error."""

from django import forms
from django.template import Context, Template


class Question(forms.Form):
    """Two questions."""

    name = forms.CharField(help_text="In full", widget=forms.TextInput({"placeholder": "Ada"}))
    colour = forms.ChoiceField(choices=[("r", "Red"), ("g", "Green")], widget=forms.RadioSelect)


def test_an_input_names_its_hint_and_its_error() -> None:
    page = rendered(Question({}), "name")
    assert 'for="id_name"' in page
    assert 'aria-describedby="id_name_hint id_name_error"' in page
    assert 'id="id_name_hint"' in page
    assert 'id="id_name_error"' in page
    assert 'aria-invalid="true"' in page


def test_a_placeholder_is_no_label() -> None:
    assert "placeholder" not in rendered(Question(), "name")


def test_choices_stand_in_a_group_with_their_question() -> None:
    page = rendered(Question(), "colour")
    assert "<legend" in page
    assert page.count('type="radio"') == 2


def test_the_summary_leads_to_the_first_control_of_each_field() -> None:
    summary = Template('{% include "ui/error_summary.html" %}').render(
        Context({"form": Question({})})
    )
    assert 'href="#id_name"' in summary
    assert 'href="#id_colour_0"' in summary
    assert 'id="id_colour_0"' in rendered(Question(), "colour")


def rendered(form: forms.Form, name: str) -> str:
    template = Template('{% include "ui/field.html" with field=field %}')
    return template.render(Context({"field": form[name]}))
