"""Letters about applications: to the partner when one arrives, to who applied when decided."""

from django.conf import settings

from colletta.mail.actions.write_letter import write_letter
from colletta.matching.models import Application
from colletta.ui.languages import tell


def tell_the_partner(application: Application) -> None:
    """The partner's contact address gets one letter for each application.

    Raises LetterOutsideTransaction, as the other does.
    """
    call = application.call
    organisation = call.partner.organisation
    if organisation is None or not organisation.contact_email:
        return
    language = call.language
    write_letter(
        key=f"{application}:made",
        kind="matching.applied",
        to=organisation.contact_email,
        language=language,
        template="matching/letters/applied",
        context=_told(application, language)
        | {"link": f"{settings.COLLETTA_URL}/{language}/partners/applications/{application.pk}/"},
    )


def tell_the_campaign(application: Application, outcome: str) -> None:
    """Whoever applied gets one letter with the decision, "admitted" or "declined"."""
    person = application.made_by
    if person is None or not person.email:
        return
    where = f"calls/{application.call.slug}/applications/{application.campaign.slug}/"
    write_letter(
        key=f"{application}:{outcome}",
        kind=f"matching.{outcome}",
        to=person.email,
        language=person.language,
        template=f"matching/letters/{outcome}",
        context=_told(application, person.language)
        | {
            "name": person.name,
            "reason": application.reason,
            "link": f"{settings.COLLETTA_URL}/{person.language}/{where}",
        },
    )


def _told(application: Application, language: str) -> dict[str, object]:
    call, campaign = application.call, application.campaign
    return {
        "partner": call.partner.name,
        "call": tell(call.titles, language=language, original=call.language).text,
        "campaign": campaign.text_in(language).title,
    }
