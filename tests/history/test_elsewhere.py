"""What happened elsewhere is history here, and wakes nobody."""

import pytest
from django.db import transaction

from colletta.history.actions.record import record
from colletta.history.elsewhere import happened_elsewhere
from colletta.history.models import Delivery, Fact
from tests.cast import approved_campaign

pytestmark = pytest.mark.django_db


def test_no_reaction_gets_what_happened_elsewhere() -> None:
    person = f"person:{approved_campaign().pk}"
    with transaction.atomic(), happened_elsewhere():
        record("person.email_proved", about=person)
    assert Fact.objects.filter(kind="person.email_proved").exists()
    assert not Delivery.objects.filter(fact__kind="person.email_proved").exists()
    with transaction.atomic():
        record("person.email_proved", about=person)
    assert Delivery.objects.filter(fact__kind="person.email_proved").count() == 1
