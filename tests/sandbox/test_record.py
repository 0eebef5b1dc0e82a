"""The record of money: running totals, and races that have one result."""

from concurrent.futures import ThreadPoolExecutor

from tests.sandbox.company import Company


def test_every_movement_has_its_running_totals(own_company: Company) -> None:
    euros = own_company.paid(2500, metadata={"reference": "COL-1"})
    own_company.paid(1000)
    own_company.paid(300, currency="JPY")
    refund = own_company.post(f"/v1/payments/{euros}/refunds", amount=700).json["id"]
    page = own_company.get("/v1/record").json
    rows = [(m["kind"], m["amount"], m["currency"], m["totals"]["net"]) for m in page["items"]]
    assert rows == [
        ("capture", 2500, "EUR", 2500),
        ("capture", 1000, "EUR", 3500),
        ("capture", 300, "JPY", 300),
        ("refund", 700, "EUR", 2800),
    ]
    assert page["totals"]["EUR"] == {"captured": 3500, "refunded": 700, "net": 2800}
    last = page["items"][-1]
    assert (last["payment"], last["refund"], last["reference"]) == (euros, refund, "COL-1")
    after = own_company.get("/v1/record", after=page["items"][1]["number"], limit=1).json
    assert (after["items"], after["more"]) == (page["items"][2:3], True)


def test_twenty_confirmations_at_once_move_money_once(company: Company) -> None:
    payment = company.pay(return_url="http://127.0.0.1:1/back")
    with ThreadPoolExecutor(20) as people:
        replies = list(people.map(lambda _: company.choose(payment, "pay"), range(20)))
    assert {reply.status for reply in replies} == {303}
    assert len({reply.headers["Location"] for reply in replies}) == 1
    assert [m["amount"] for m in company.movements_of(payment)] == [2500]


def test_a_confirmation_and_a_cancellation_at_once_have_one_result(company: Company) -> None:
    for _ in range(5):
        payment = company.pay()
        with ThreadPoolExecutor(2) as both:
            paid = both.submit(company.press, payment, "pay")
            cancelled = both.submit(company.post, f"/v1/payments/{payment}/cancel")
        assert sorted([paid.result().status, cancelled.result().status]) == [200, 409]
        moved = len(company.movements_of(payment))
        assert (company.status(payment), moved) in {("succeeded", 1), ("cancelled", 0)}
