"""What is always true between pledges, payments, the books."""

from django.utils.translation import gettext_noop as _

from colletta.ledger.checks import Query, guarded_by, invariant

guarded_by("campaigns_campaign", "campaigns_campaign_state", "campaigns_campaign_tally")
guarded_by("payments_payment", "payments_payment_state")
guarded_by(
    "pledges_pledge",
    "pledges_pledge_state",
    "pledges_pledge_window",
    "pledges_pledge_promise_window",
    "pledges_pledge_terms",
    "pledges_pledge_person",
    "pledges_pledge_tally",
    "pledges_pledge_forgotten",
)


@invariant(_("What a campaign raised is the sum of its gifts."))
def raised_that_is_not_its_gifts() -> Query:
    return Query("""
        WITH gifts AS (
            SELECT campaign_id, sum(net_minor) AS net FROM pledges_pledge GROUP BY campaign_id
        )
        SELECT c.slug, coalesce(a.balance, 0) AS raised, coalesce(g.net, 0) AS gifts
        FROM campaigns_campaign c
        LEFT JOIN gifts g ON g.campaign_id = c.id
        LEFT JOIN ledger_account a ON a.code = 'campaign:' || c.id || ':raised'
        WHERE coalesce(a.balance, 0) <> coalesce(g.net, 0)
    """)


@invariant(_("Every captured payment of a pledge is booked once, with its sum."))
def captured_payments_that_are_not_booked() -> Query:
    return Query("""
        SELECT p.id, p.purpose_id AS pledge, p.captured_minor, t.amount
        FROM payments_payment p
        LEFT JOIN ledger_posting b ON b.key = 'payment:' || p.id || ':captured'
        LEFT JOIN ledger_transfer t ON t.posting_id = b.id AND t.destination_id IN (
            SELECT id FROM ledger_account
            WHERE code LIKE 'campaign:%%:fund' OR code LIKE 'unclaimed:%%'
        )
        WHERE p.purpose = 'pledge' AND p.state = 'captured'
            AND t.amount IS DISTINCT FROM p.captured_minor
    """)


@invariant(_("Every gift has one captured payment."))
def gifts_without_a_payment() -> Query:
    return Query("""
        SELECT g.id AS pledge, count(p.id) AS captured FROM pledges_pledge g
        LEFT JOIN payments_payment p
            ON p.purpose = 'pledge' AND p.purpose_id = g.id AND p.state = 'captured'
            AND NOT EXISTS (SELECT FROM payments_unclaimed u WHERE u.payment_id = p.id)
        WHERE g.state = 'confirmed' GROUP BY g.id HAVING count(p.id) <> 1
    """)


@invariant(_("Every promise has its live payment."))
def promises_without_a_payment() -> Query:
    return Query("""
        SELECT g.id AS pledge FROM pledges_pledge g
        WHERE g.state = 'promised' AND NOT EXISTS (
            SELECT FROM payments_payment p
            WHERE p.purpose = 'pledge' AND p.purpose_id = g.id
                AND p.state NOT IN ('captured', 'refused', 'cancelled', 'expired')
        )
    """)


@invariant(_("The supporters and promises that a page shows are what a count gives."))
def tallies_that_are_not_a_count() -> Query:
    return Query("""
        WITH standing AS (
            SELECT campaign_id, pledges_supporter_key(email_key, id) AS key,
                sum(pledges_standing(state, amount_minor, net_minor)) AS stands,
                sum(pledges_promise(state, amount_minor)) AS promised
            FROM pledges_pledge GROUP BY 1, 2
        ), counted AS (
            SELECT campaign_id, count(*) FILTER (WHERE stands > 0) AS supporters,
                sum(promised) AS promised
            FROM standing GROUP BY 1
        )
        SELECT t.campaign_id, t.supporters, c.supporters AS counted, t.promised_minor, c.promised
        FROM pledges_tally t LEFT JOIN counted c USING (campaign_id)
        WHERE (t.supporters, t.promised_minor)
            <> (coalesce(c.supporters, 0), coalesce(c.promised, 0))
    """)
