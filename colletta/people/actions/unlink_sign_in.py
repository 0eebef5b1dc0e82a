"""A way in through another site ends."""

from django.db import transaction

from colletta.people.models import LinkedSignIn, Person
from colletta.people.openid.matching import has_proved


class LastWayIn(Exception):
    """Nothing else would let the person in."""


@transaction.atomic
def unlink_sign_in(*, person_id: int, link_id: int) -> None:
    """Nobody signs in with it any more.

    A password, another site, or a proved mailbox (a code goes there) must remain. Raises LastWayIn,
    LinkedSignIn.DoesNotExist.
    """
    person = Person.objects.select_for_update().get(pk=person_id)
    links = LinkedSignIn.objects.filter(person=person)
    link = links.get(pk=link_id)
    others = links.exclude(pk=link.pk).exists()
    if not (others or person.has_usable_password() or has_proved(person, person.email)):
        raise LastWayIn
    link.delete()
