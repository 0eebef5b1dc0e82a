"""What the desk hears of, soon after it happened."""

from django.db import transaction

from colletta.community.models import Appeal, Case
from colletta.history.models import Fact
from colletta.history.subscriptions import reacts_to
from colletta.limits.models import Brake
from colletta.mail.actions.write_letter import write_letter
from colletta.people.models import Person
from colletta.people.models.desk_role import Role


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


@reacts_to("report.made")
@transaction.atomic
def tell_moderators_of_a_case(fact: Fact) -> None:
    """One letter for each case, however many report it; none once it is decided."""
    case = Case.objects.open().filter(pk=fact.details["case"]).first()
    if case is not None:
        _tell_moderators(str(case), appealed=False)


@reacts_to("appeal.made")
@transaction.atomic
def tell_moderators_of_an_appeal(fact: Fact) -> None:
    """One letter for each appeal; none once it is answered."""
    number = fact.about.partition(":")[2]
    appeal = Appeal.objects.open().filter(pk=int(number)).first()
    if appeal is not None:
        _tell_moderators(str(appeal), appealed=True)


def _tell_moderators(occasion: str, *, appealed: bool) -> None:
    roles = [Role.MODERATOR, Role.OPERATOR]
    for person in Person.objects.filter(desk_roles__role__in=roles).distinct():
        write_letter(
            key=f"{occasion}:desk:{person.pk}",
            kind="desk.moderation",
            to=person.email,
            language=person.language,
            template="desk/letters/moderation",
            context={"name": person.name, "appealed": appealed},
        )
