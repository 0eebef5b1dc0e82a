"""What is always true of campaigns that have closed."""

from django.utils.translation import gettext_noop as _

from colletta.ledger.checks import Query, invariant


@invariant(
    _("What was promised at a closing was collected, was dropped, or is still being collected.")
)
def frozen_promises_that_do_not_add_up() -> Query:
    return Query("""
        SELECT f.campaign_id, f.promised_minor, sum(p.amount_minor) AS found
        FROM campaigns_closure f
        JOIN campaigns_campaign c ON c.id = f.campaign_id AND c.type = 'all-or-nothing'
        LEFT JOIN pledges_pledge p ON p.campaign_id = f.campaign_id
            AND p.state IN ('promised', 'confirmed', 'dropped', 'refunded', 'withdrawn')
        GROUP BY 1, 2 HAVING f.promised_minor <> coalesce(sum(p.amount_minor), 0)
    """)


@invariant(_("Every campaign that closes or has closed has its frozen sums."))
def closings_without_frozen_sums() -> Query:
    return Query("""
        SELECT c.slug, c.state FROM campaigns_campaign c
        WHERE c.state IN ('closing', 'ended', 'settled')
            AND NOT EXISTS (SELECT FROM campaigns_closure f WHERE f.campaign_id = c.id)
    """)
