"""What the people of the demonstration say to each other, and what the desk has to look at."""

from colletta.campaigns.models import Campaign
from colletta.community.actions.make_comment import make_comment
from colletta.community.actions.make_report import make_report
from colletta.community.actions.write_update import write_update
from colletta.community.models import Case, Kind, Readers, Reason
from colletta.demo.cast import ADA, OKSANA, Player
from colletta.history.clock import now
from colletta.people.models import Person, email_key

# Ada's, which is live.
WORKSHOP = "la-ciclofficina-riapre"
QUESTION = "Riparate anche le bici dei bambini? La nostra ha i freni che non frenano più."
ANSWER = "Sì, e se vieni il sabato mattina li sistemi tu con noi: in mezz’ora si impara."
SUSPECT = (
    "Intanto vendo due bici da bambino quasi nuove: chi le vuole mi scriva, faccio un buon prezzo."
)
REPORT = "Qui si parla dell’officina, non è un mercatino: secondo me non c’entra."
TITLE = "Le chiavi sono nostre"
TOLD = (
    "<p>Lo diciamo prima a voi: da ieri abbiamo le chiavi del garage. Domenica alle dieci lo"
    " imbianchiamo: chi vuole venga, con vestiti vecchi.</p>"
)


def talk() -> None:
    """A question and its answer, a comment that somebody reported, news for supporters only.

    Nothing where the campaign or its people are not there: a site that changed its campaigns.
    """
    campaign = Campaign.objects.filter(slug=WORKSHOP).first()
    ada, oksana = _person(ADA), _person(OKSANA)
    if campaign is None or ada is None or oksana is None:
        return
    at = now()
    asked = make_comment(campaign_id=campaign.pk, person_id=oksana.pk, text=QUESTION, at=at)
    make_comment(campaign_id=campaign.pk, person_id=ada.pk, text=ANSWER, parent_id=asked.pk, at=at)
    suspect = make_comment(campaign_id=campaign.pk, person_id=oksana.pk, text=SUSPECT, at=at)
    make_report(
        about=Case(kind=Kind.COMMENT, comment=suspect),
        person=ada,
        email=ada.email,
        language=ada.language,
        reason=Reason.SPAM,
        text=REPORT,
        at=at,
    )
    write_update(
        campaign_id=campaign.pk,
        by=ada,
        titles={campaign.language: TITLE},
        texts={campaign.language: TOLD},
        publish_at=at,
        at=at,
        readers=Readers.SUPPORTERS,
    )


def _person(player: Player) -> Person | None:
    return Person.objects.filter(email_key=email_key(player.email)).first()
