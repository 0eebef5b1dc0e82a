"""The operator lets an organisation match."""

from django.db import transaction

from colletta.history.actions.record import record
from colletta.matching.models import Partner
from colletta.matching.partners import partner_key
from colletta.people.models import Organisation


class PartnerIsTaken(Exception):
    """A partner of this name and place belongs to another organisation."""


@transaction.atomic
def name_partner(*, organisation_id: int, by_id: int) -> Partner:
    """The organisation is a partner: its team may draft calls and admit campaigns.

    A partner that loaded campaigns name, of the same name and place, becomes this one. Doing it
    again changes nothing. Raises PartnerIsTaken.
    """
    organisation = Organisation.objects.select_for_update().get(pk=organisation_id)
    if found := Partner.objects.filter(organisation=organisation).first():
        return found
    name, place = organisation.name, organisation.place
    partner, _ = Partner.objects.select_for_update().get_or_create(
        key=partner_key(name, place), defaults={"name": name, "place": place}
    )
    if partner.organisation_id is not None:
        raise PartnerIsTaken(organisation.name)
    partner.organisation = organisation
    partner.save(update_fields=["organisation"])
    details = {"organisation": organisation.pk}
    about = f"organisation:{organisation.pk}"
    record("organisation.edited", about=about, by=f"person:{by_id}", details=details)
    return partner
