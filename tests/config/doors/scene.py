"""A site on which everything that has an address happened once, through the actions themselves."""

from dataclasses import dataclass
from typing import Any

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.limits.models import Brake
from colletta.people.actions.edit_profile import edit_profile
from colletta.pictures.actions.store_picture import store_picture
from colletta.pictures.models import Picture
from colletta.pledges.models import Pledge
from colletta.settlement.actions.close_campaign import close_campaign
from colletta.settlement.actions.suspend_campaign import suspend_campaign
from tests.cast import (
    approved_campaign,
    gift_of_bruno,
    let_the_closing_come,
    live_campaign,
)
from tests.config.doors.calling import Calling, call
from tests.config.doors.joining import Joining, join
from tests.config.doors.roles import People, gather
from tests.config.doors.talking import Talking, talk
from tests.pictures.darkroom import flag, saved


@dataclass(frozen=True)
class Scene:
    """What stands on the site. Campaigns are of Ada's group unless they are said to be others'."""

    people: People
    live: Campaign
    draft: Campaign
    ended: Campaign
    suspended: Campaign
    others: Campaign
    gift: Pledge
    gift_of_a_guest: Pledge
    brake: Brake
    picture: Picture
    talking: Talking
    calling: Calling
    joining: Joining


def build() -> Scene:
    """The whole site."""
    people = gather()
    live = live_campaign()
    others = live_campaign(slug="festa-di-borgo", owner_organisation=people.borgo)
    shown: dict[str, Any] = {"show_name": True, "show_amount": True, "message": "Forza!"}
    gift = gift_of_bruno(live, person_id=people["supporter"].pk, **shown)
    guest = {"name": "Gino", "email": "gino@posta.example"}
    _show_profile(people)
    return Scene(
        people=people,
        live=live,
        others=others,
        draft=approved_campaign(slug="bozza"),
        ended=_ended(),
        suspended=_suspended(),
        gift=gift,
        gift_of_a_guest=gift_of_bruno(live, "15.00", **guest),
        brake=Brake.objects.create(subject=f"campaign:{live.pk}", refusals=31),
        picture=store_picture(file=saved(flag(90, 60)), name="a.png"),
        talking=talk(people, live, others),
        calling=call(people, live, others),
        joining=join(people),
    )


def _ended() -> Campaign:
    campaign = live_campaign(slug="gita-finita")
    let_the_closing_come(campaign)
    return close_campaign(campaign_id=campaign.pk, at=now())


def _suspended() -> Campaign:
    campaign = live_campaign(slug="palco-fermo")
    return suspend_campaign(campaign_id=campaign.pk, by="person:0", at=now())


def _show_profile(people: People) -> None:
    told: dict[str, Any] = {"name": "Bruno Riva", "about": "Orti.", "language": "it"}
    edit_profile(person_id=people["supporter"].pk, shown=True, at=now(), **told)
