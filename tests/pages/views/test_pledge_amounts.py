"""Three hundred things that are no amount, typed into the pledge page (F69)."""

from itertools import product
from typing import Any

import pytest
from django.test import Client

from colletta.payments.models import Payment
from colletta.pledges.models import Pledge
from tests.cast import live_campaign
from tests.pages.pledging.journeys import address, typed, words

pytestmark = pytest.mark.django_db

NUMBERS = ["1", "12", "20", "999"]
# Each makes a number into something that nobody may guess at.
AROUND = [
    "-{}", "+{}", "--{}", "{}-", "{}e5", "{}E5", "{}e-5", "1e{}", "0x{}", "{}_000", "{} 5", "{},",
    "{}.", ".{}", ",{}", "{}%", "{}USD", "USD {}", "{} $", "£{}", "{}/2", "{}+0,1", "{}*1", "({})",
    "'{}'", '"{}"', "{};{}", "{}\x00", "\x00{}", "{}\n5", "{}\r\n", "\t{}", " {}", "{} ", "{}a",
    "a{}", "{}\u200b", "\u202e{}", "{}\ufeff", "{},{}.{}", "{}..5", "{},,5", "{}.5,5", "{},5.5",
    "{}'00", "{},001", "{}.0001", "0{}.000.00", "{}٫50", "{}０", "¹{}", "{}½", "${{{}}}", "{}∞",
    "€€{}", "{}€€", "€{}€", "{} euro e mezzo", "<b>{}</b>", "{} OR 1=1", "${{7*{}}}", "{{{{{}}}}}",
]  # fmt: skip
WHOLE = [
    "", " ", "0", "00", "0,00", "0,0", "-0", "nan", "NaN", "-NaN", "inf", "-inf", "Infinity",
    "1e309", "-1e309", "1e-309", "null", "None", "undefined", "true", "[]", "{}", "[20]", "１２",
    "٢٠", "二十", "XX", "venti", "0.1+0.2", str(10**9 + 1), str(10**18), str(-(10**18)), str(2**63),
    str(2**64), "9" * 400, "0" * 400, "0,001", "0,009", "0,50", "100000,01", "100.001",
    "10 20", "+", "-",
    "\u00a0", "\u3000", "\U0001f600", "€", "EUR", "1 000", "20,,", "20..", "2O", "l2", "5€5",
]  # fmt: skip


def values() -> list[str]:
    made = [shape.replace("{}", number) for shape, number in product(AROUND, NUMBERS)]
    return list(dict.fromkeys(WHOLE + made))


def test_F69_of_three_hundred_values_each_is_answered_and_none_is_written(
    client: Client, settings: Any
) -> None:
    terms = {"url": "http://127.0.0.1:9", "account": "a", "key": "k", "secrets": ("s" * 32,)}
    settings.PAYMENT_PROVIDERS = {"sandbox": terms}
    campaign = live_campaign()
    form = typed(client, campaign)
    assert len(values()) >= 300
    taken = [value for value in values() if not _is_explained(client, campaign, form, value)]
    assert taken == []
    assert not Pledge.objects.exists()
    assert not Payment.objects.exists()


def _is_explained(client: Client, campaign: Any, form: dict[str, str], value: str) -> bool:
    answer = client.post(address(campaign), form | {"amount": value})
    told = words(answer)
    return answer.status_code == 400 and "importo" in told.lower()
