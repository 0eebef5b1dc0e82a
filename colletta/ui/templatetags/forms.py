"""Tags of forms: an input that is tied to its label, its hint and its error."""

from django import template
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def control(field: BoundField, hint: str = "") -> SafeString:
    """The input of a field. It names hint and error, which `ui/field.html` writes beside it."""
    ids = [f"{field.auto_id}_hint"] if hint or field.help_text else []
    ids += [f"{field.auto_id}_error"] if field.errors else []
    # What is asked stands in the label; a placeholder goes when it is needed most.
    attributes: dict[str, str | bool] = {"placeholder": False}
    if ids:
        attributes["aria-describedby"] = " ".join(ids)
    if field.field.widget.__class__.__name__ == "Textarea":
        attributes |= {"rows": field.field.widget.attrs.get("rows", "6"), "cols": False}
    return field.as_widget(attrs=attributes)


@register.filter
def first_control(field: BoundField) -> str:
    """The id to which a link leads: of several choices the first."""
    return field.id_for_label or f"{field.auto_id}_0"


@register.filter
def faults(form: BaseForm) -> list[tuple[BoundField | None, str]]:
    """Every error of a form with its field, in the order of the page; first those of the whole."""
    found: list[tuple[BoundField | None, str]] = [(None, str(e)) for e in form.non_field_errors()]
    for field in form:
        found += [(field, str(error)) for error in field.errors]
    return found
