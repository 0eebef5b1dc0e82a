"""The record of money: running totals, and races that have one result."""

from concurrent.futures import ThreadPoolExecutor

from tests.sandbox.company import Company


def test_every_movement_has_its_running_totals(company: Company) -> None:
    before = company.movements()[-1]["number"] if company.movements() else 0
    crowns = company.paid(2500, currency="CZK", metadata={"reference": "COL-1"})
    company.paid(1000, currency="CZK")
    company.paid(300, currency="ISK")
    refund = company.post(f"/v1/payments/{crowns}/refunds", amount=700).json["id"]
    page = company.get("/v1/record", after=before).json
    rows = [(m["kind"], m["amount"], m["currency"], m["totals"]["net"]) for m in page["items"]]
    assert rows == [
        ("capture", 2500, "CZK", 2500),
        ("capture", 1000, "CZK", 3500),
        ("capture", 300, "ISK", 300),
        ("refund", 700, "CZK", 2800),
    ]
    assert page["totals"]["CZK"] == {"captured": 3500, "refunded": 700, "net": 2800}
    last = page["items"][-1]
    assert (last["payment"], last["refund"], last["reference"]) == (crowns, refund, "COL-1")
    after = company.get("/v1/record", after=page["items"][1]["number"], limit=1).json
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
