"""The page behind a pledge's signed link: every state in words, every way on."""

import pytest
from django.test import Client

from colletta.figures import figures_of
from colletta.history.clock import now
from colletta.ledger.actions.freeze import freeze
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.payments.actions.capture_payment import capture_payment
from colletta.payments.models import Payment
from colletta.pledges.models import Pledge
from colletta.settlement.actions.cancel_campaign import cancel_campaign
from tests.cast import (
    eur,
    gift_of_bruno,
    let_the_closing_come,
    live_campaign,
    match_of_delta,
)
from tests.database import Database
from tests.pages.pledging.journeys import address as form_address
from tests.pages.pledging.journeys import own_page, pledged, press, send, typed, words
from tests.payments.company import Company


def test_a_pledge_leads_to_the_payment_company(client: Client, company: Company) -> None:
    answer = send(client, live_campaign())
    assert answer.status_code == 303
    assert answer["Location"].startswith(f"{company.url}/pay/")


def test_a_payment_makes_it_a_gift_and_the_figures_are_right(
    client: Client, company: Company
) -> None:
    campaign = live_campaign()
    pledge = pledged(client, campaign)
    press(company, pledge, "pay")
    text = words(client.get(own_page(pledge)))
    assert "Grazie! La tua donazione è arrivata" in text
    assert pledge.reference in text
    figures = figures_of(campaign, at=now())
    assert (figures.raised, figures.supporters) == (eur("20.00"), 1)
    assert "20,00 €" in words(client.get(f"/it/campaigns/{campaign.slug}/"))


def test_a_refusal_loses_nothing_and_is_tried_again(client: Client, company: Company) -> None:
    pledge = pledged(client, live_campaign())
    press(company, pledge, "decline")
    assert "non è andato a buon fine" in words(client.get(own_page(pledge)))
    again = client.post(f"{own_page(pledge)}payments/")
    assert again.status_code == 303
    press(company, pledge, "pay")
    assert "è arrivata" in words(client.get(own_page(pledge)))
    assert Payment.objects.filter(purpose_id=pledge.pk).count() == 2


def test_what_is_on_its_way_says_so_until_it_arrives(client: Client, company: Company) -> None:
    campaign = live_campaign()
    pledge = pledged(client, campaign)
    press(company, pledge, "pend")
    answer = client.get(own_page(pledge))
    assert "in viaggio" in words(answer)
    assert "<look-again" in answer.content.decode()
    assert figures_of(campaign, at=now()).on_its_way == eur("20.00")
    press(company, pledge, "settle")
    Payment.objects.update(looked_at=None)
    assert "è arrivata" in words(client.get(own_page(pledge)))


def test_the_company_is_asked_at_most_every_two_seconds(
    client: Client, company: Company, fresh_database: Database
) -> None:
    pledge = pledged(client, live_campaign())
    fresh_database.stop_clock(now())  # or a busy machine takes longer than that for two pages
    client.get(own_page(pledge))
    first = Payment.objects.get().looked_at
    assert "Un momento" in words(client.get(own_page(pledge)))
    assert Payment.objects.get().looked_at == first


def test_who_turns_back_may_pay_later(client: Client, company: Company) -> None:
    pledge = pledged(client, live_campaign())
    press(company, pledge, "cancel")
    assert "Pagamento interrotto" in words(client.get(own_page(pledge)))
    assert client.post(f"{own_page(pledge)}payments/").status_code == 303


def test_a_silent_company_keeps_the_pledge_and_offers_another_try(
    client: Client, company: Company
) -> None:
    company.break_next("down", "payments.create")
    answer = send(client, live_campaign())
    pledge = Pledge.objects.get()
    assert answer["Location"].endswith(f"{own_page(pledge)}?payment=unreachable")
    text = words(client.get(answer["Location"].removeprefix("http://localhost:8000")))
    assert "ora non risponde" in text
    assert "Paga ora 20 €" in text
    again = client.post(f"{own_page(pledge)}payments/")
    assert again["Location"].startswith(company.url)
    assert Payment.objects.count() == 1


def test_an_answer_that_was_lost_is_not_asked_twice(client: Client, company: Company) -> None:
    company.break_next("reset_after", "payments.create")
    pledge = pledged(client, live_campaign())
    again = client.post(f"{own_page(pledge)}payments/")
    assert again.status_code == 303
    assert Payment.objects.count() == 1


def test_a_payment_of_another_sum_is_parked(client: Client, company: Company) -> None:
    pledge = pledged(client, live_campaign())
    company.break_next("amount_minus_one", "payments.read")
    text = words(client.get(own_page(pledge)))
    assert "Stiamo verificando il tuo pagamento" in text
    assert "Paga ora" not in text


def test_F8_the_same_form_sent_twice_makes_one_pledge(client: Client, company: Company) -> None:
    campaign = live_campaign()
    told = typed(client, campaign)
    first, second = (client.post(form_address(campaign), told) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Pledge.objects.count() == Payment.objects.count() == 1


def test_F8_the_back_button_and_another_amount_replace_the_pledge(
    client: Client, company: Company
) -> None:
    campaign = live_campaign()
    told = typed(client, campaign)
    client.post(form_address(campaign), told)
    client.post(form_address(campaign), told | {"amount": "50"})
    old, new = Pledge.objects.order_by("pk")
    assert (old.state, new.state, new.amount) == ("withdrawn", "pending", eur("50.00"))
    assert Payment.objects.get(purpose_id=old.pk).state == "cancelled"


def test_F8_the_back_button_after_paying_adds_nothing(client: Client, company: Company) -> None:
    campaign = live_campaign()
    told = typed(client, campaign)
    client.post(form_address(campaign), told)
    pledge = Pledge.objects.get()
    press(company, pledge, "pay")
    answer = client.post(form_address(campaign), told | {"amount": "50"})
    assert answer["Location"].endswith(f"{own_page(pledge)}?form=used")
    assert "non abbiamo aggiunto nulla" in words(client.get(f"{own_page(pledge)}?form=used"))
    assert Pledge.objects.count() == 1


def test_after_the_closing_an_unpaid_pledge_cannot_be_paid(
    client: Client, company: Company
) -> None:
    campaign = live_campaign()
    pledge = pledged(client, campaign)
    press(company, pledge, "cancel")
    client.get(own_page(pledge))
    let_the_closing_come(campaign)
    assert "non si può più pagare" in words(client.get(own_page(pledge)))
    assert client.post(f"{own_page(pledge)}payments/").status_code == 303
    assert Payment.objects.count() == 1


def test_all_or_nothing_saves_the_card_and_charges_nothing(
    client: Client, company: Company
) -> None:
    campaign = live_campaign(type="all-or-nothing")
    moved = company.moved()
    assert "Ora non paghi nulla" in words(client.get(form_address(campaign)))
    pledge = pledged(client, campaign)
    press(company, pledge, "pay")
    assert "La tua promessa conta" in words(client.get(own_page(pledge)))
    assert company.moved() == moved


def test_switches_are_off_until_chosen_and_can_be_changed(
    client: Client, fresh_database: Database
) -> None:
    campaign = live_campaign()
    gift = gift_of_bruno(campaign)
    page = own_page(gift)
    assert "checked" not in client.get(page).content.decode()
    told = {"show_name": "on", "show_amount": "on", "message": "Forza\n Circolo!"}
    assert client.post(f"{page}visibility/", told).status_code == 303
    assert "Bruno 20 € Forza Circolo!" in words(client.get(f"/it/campaigns/{campaign.slug}/"))
    client.post(f"{page}visibility/", {})
    assert "Bruno" not in words(client.get(f"/it/campaigns/{campaign.slug}/"))


@pytest.mark.parametrize("message", ["x" * 501, "Forza\x07", "Forza\u202ea"])
def test_a_message_that_cannot_be_shown_is_explained_and_kept(
    client: Client, fresh_database: Database, message: str
) -> None:
    gift = gift_of_bruno(live_campaign())
    answer = client.post(f"{own_page(gift)}visibility/", {"message": message, "show_name": "on"})
    assert answer.status_code == 400
    assert 'id="message-error"' in answer.content.decode()
    gift.refresh_from_db()
    assert (gift.message, gift.show_name) == ("", False)


def test_a_refund_is_asked_for_once_and_can_be_taken_back(
    client: Client, fresh_database: Database
) -> None:
    gift = gift_of_bruno(live_campaign())
    page = own_page(gift)
    for _ in range(2):
        client.post(f"{page}refund-request/", {"reason": "Ho sbagliato"})
    assert gift.refund_requests.count() == 1
    assert "Hai chiesto un rimborso" in words(client.get(page))
    client.post(f"{page}refund-request/withdrawal/")
    assert "Hai chiesto un rimborso" not in words(client.get(page))


def test_an_altered_link_tells_nothing(client: Client, fresh_database: Database) -> None:
    gift = gift_of_bruno(live_campaign())
    altered = own_page(gift).replace(":", ":a", 1)
    for path in ("", "payments/", "visibility/", "refund-request/", "refund-request/withdrawal/"):
        answer = client.post(f"{altered}{path}") if path else client.get(altered)
        assert answer.status_code == 404
        text = words(answer)
        assert "non apre nulla" in text
        assert "Bruno" not in text
        assert "orto" not in text.lower()


def test_the_page_is_private(client: Client, fresh_database: Database) -> None:
    answer = client.get(own_page(gift_of_bruno(live_campaign())))
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"
    assert 'content="noindex"' in answer.content.decode()


def test_money_that_came_too_late_comes_back_and_the_page_says_so(
    client: Client, company: Company
) -> None:
    campaign = live_campaign()
    pledge = pledged(client, campaign)
    cancel_campaign(campaign_id=campaign.pk, at=now())
    assert "non è mai stato pagato" in words(client.get(own_page(pledge)))
    capture_payment(payment_id=Payment.objects.get().pk, at=now())
    assert "I tuoi soldi tornano a te" in words(client.get(own_page(pledge)))


def test_a_payment_that_cannot_be_booked_now_asks_for_a_moment(
    client: Client, company: Company
) -> None:
    pledge = pledged(client, live_campaign())
    press(company, pledge, "pay")
    freeze(reason="a balance has drifted")
    answer = client.get(own_page(pledge))
    assert answer.status_code == 200
    assert "Chiediamo alla società" in words(answer)


def test_the_gift_that_unlocks_a_match_is_told_so_and_no_other(
    client: Client, company: Company
) -> None:
    campaign = live_campaign()
    match_of_delta(campaign)
    gift_of_bruno(campaign, "490.00", email="bruna@posta.example")
    pledge = pledged(client, campaign)
    press(company, pledge, "pay")
    before = words(client.get(own_page(pledge)))
    assert "il cofinanziamento si sblocca tra un attimo" in before
    evaluate_matches(campaign_id=campaign.pk, at=now())
    after = words(client.get(own_page(pledge)))
    assert "La tua donazione lo ha sbloccato: ora Fondazione Delta aggiunge 490 €." in after
    other = pledged(client, campaign, email="beppe@posta.example")
    press(company, other, "pay")
    assert "lo ha sbloccato" not in words(client.get(own_page(other)))
