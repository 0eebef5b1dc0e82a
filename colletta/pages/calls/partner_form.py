"""Which organisation may match."""

from django import forms
from django.utils.translation import gettext_lazy as _

from colletta.people.models import Organisation


class PartnerForm(forms.Form):
    """An organisation that is no partner yet."""

    organisation = forms.ModelChoiceField(
        label=_("Organisation"),
        queryset=Organisation.objects.filter(partner__isnull=True).order_by("name", "pk"),
        error_messages={"required": _("Choose an organisation.")},
    )
