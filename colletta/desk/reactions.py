"""What the desk hears of, soon after it happened."""

from django.db import transaction

from colletta.history.models import Fact
from colletta.history.subscriptions import reacts_to
from colletta.limits.models import Brake
from colletta.mail.actions.write_letter import write_letter
from colletta.people.models import Person


@reacts_to("brake.set")
@transaction.atomic
def tell_the_desk_of_a_brake(fact: Fact) -> None:
    """Everybody with a role at the desk gets one letter for each brake."""
    subject = "site" if fact.about == "site:all" else fact.about
    brake = Brake.objects.filter(subject=subject).order_by("-pk").first()
    if brake is None or brake.released_at is not None:
        return
    for person in Person.objects.filter(desk_roles__isnull=False).distinct():
        write_letter(
            key=f"brake:{brake.pk}:person:{person.pk}",
            kind="desk.brake",
            to=person.email,
            language=person.language,
            template="desk/letters/brake",
            context={"brake": brake, "name": person.name},
        )
