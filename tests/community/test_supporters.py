"""The letters in which supporters are told something."""

import pytest

from colletta.community.models import Readers, Update
from colletta.community.reactions import tell_of_an_update, tell_supporters_of_an_update
from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.mail.models import Letter
from colletta.privacy.actions.erase_somebody import erase_somebody
from colletta.privacy.subject import subject_of_mailbox
from tests.cast import gift_of_bruno, live_campaign
from tests.community.followers import follower
from tests.community.news import update_of_ada

pytestmark = pytest.mark.django_db
KIND = "community.supporter_update"


def tell() -> None:
    """As the worker does, and once more, as it may."""
    for _ in range(2):
        fact = Fact.objects.filter(kind="update.published").latest("pk")
        tell_supporters_of_an_update(fact)
        tell_of_an_update(fact)


def test_F113_each_mailbox_hears_once_of_what_everybody_reads() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign), gift_of_bruno(campaign, "30.00")
    gift_of_bruno(campaign, email="bruna@posta.example")
    follower(campaign, "bruna@posta.example")
    update = update_of_ada(campaign)
    tell()
    letter = Letter.objects.get(kind=KIND)
    assert letter.to == "bruno@posta.example"
    assert f"/it/campaigns/orto-in-cortile/updates/{update.pk}/" in letter.text
    assert Letter.objects.get(kind="community.follow_update").to == "bruna@posta.example"


def test_what_is_for_supporters_goes_to_them_alone_with_a_link_of_their_own() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign), follower(campaign, "eva@posta.example")
    update_of_ada(campaign, readers=Readers.SUPPORTERS)
    tell()
    letter = Letter.objects.exclude(kind="community.follow_confirm").get()
    assert (letter.kind, letter.to) == (KIND, "bruno@posta.example")
    assert "/it/updates/" in letter.text
    assert letter.unsubscribe


def test_what_was_hidden_meanwhile_is_not_told() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign)
    update = update_of_ada(campaign)
    Update.objects.filter(pk=update.pk).update(hidden_at=update.told_at, hidden_because="No")
    tell()
    assert not Letter.objects.filter(kind=KIND).exists()


def test_what_a_campaign_brought_from_elsewhere_was_told_there() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign)
    update = update_of_ada(campaign)
    Update.objects.filter(pk=update.pk).update(written_by=None)
    tell()
    assert not Letter.objects.filter(kind=KIND).exists()


def test_who_was_erased_is_not_written_to() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign, email="ospite@posta.example")
    subject = subject_of_mailbox("ospite@posta.example", language="it")
    erase_somebody(subject=subject, at=now())
    Letter.objects.all().delete()
    update_of_ada(campaign)
    tell()
    assert not Letter.objects.exists()
