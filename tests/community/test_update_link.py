"""The link in a supporter's letter."""

import pytest

from colletta.community.models import Readers, Update
from colletta.community.update_link import LinkIsNotOurs, token_of, update_of
from colletta.history.clock import now
from colletta.pledges.models import Pledge
from tests.cast import gift_of_bruno, live_campaign
from tests.community.news import update_of_ada

pytestmark = pytest.mark.django_db


def test_it_opens_one_update_while_the_money_stays() -> None:
    campaign = live_campaign()
    gift, update = gift_of_bruno(campaign), update_of_ada(campaign, readers=Readers.SUPPORTERS)
    token = token_of(update, gift)
    assert update_of(token) == update
    Pledge.objects.filter(pk=gift.pk).update(net_minor=0, state="refunded")
    with pytest.raises(LinkIsNotOurs):
        update_of(token)


def test_what_was_altered_hidden_or_is_of_another_campaign_opens_nothing() -> None:
    campaign = live_campaign()
    update = update_of_ada(campaign, readers=Readers.SUPPORTERS)
    elsewhere = gift_of_bruno(live_campaign(slug="altrove"))
    good = token_of(update, gift_of_bruno(campaign))
    for token in (token_of(update, elsewhere), f"{good[:-1]}!", "1.1", ""):
        with pytest.raises(LinkIsNotOurs):
            update_of(token)
    Update.objects.filter(pk=update.pk).update(hidden_at=now(), hidden_because="Fuori tema")
    with pytest.raises(LinkIsNotOurs):
        update_of(good)
