"""What is always true of matches, their pools and what they committed."""

from django.utils.translation import gettext_noop as _

from colletta.ledger.checks import Query, guarded_by, invariant

guarded_by(
    "matching_match",
    "matching_match_state",
    "matching_match_pool",
    "matching_match_terms",
    "matching_match_check",
)
guarded_by("matching_step", "matching_step_keep")
guarded_by("matching_rule", "matching_rule_frozen")
guarded_by("matching_call", "matching_call_state")
guarded_by("matching_application", "matching_application_state")


@invariant(_("What the matches of a call may cost together is what is reserved from its pool."))
def pools_that_do_not_add_up() -> Query:
    return Query("""
        SELECT k.id, k.reserved_minor, sum(m.reserved_minor) AS found
        FROM matching_call k LEFT JOIN matching_match m ON m.call_id = k.id
        GROUP BY 1, 2 HAVING k.reserved_minor <> coalesce(sum(m.reserved_minor), 0)
            OR k.reserved_minor > k.pool_minor
    """)


@invariant(_("Every match stands where its last step says, and took each step once."))
def matches_without_their_step() -> Query:
    return Query("""
        SELECT m.id, m.state FROM matching_match m
        WHERE NOT EXISTS (
            SELECT FROM matching_step s WHERE s.match_id = m.id AND s.state = m.state)
    """)


@invariant(
    _("The books have committed what an unlocked match added, and owe what a confirmed one does.")
)
def matches_that_the_books_do_not_know() -> Query:
    return Query("""
        SELECT m.id, m.state, s.amount_minor, coalesce(a.balance, 0) AS booked
        FROM matching_match m
        JOIN matching_step s ON s.match_id = m.id AND s.state = m.state
        LEFT JOIN ledger_account a ON a.code = 'match:' || m.id || CASE m.state
            WHEN 'unlocked' THEN ':committed' WHEN 'confirmed' THEN ':receivable'
            ELSE ':received' END
        WHERE m.state IN ('unlocked', 'confirmed', 'paid')
            AND coalesce(a.balance, 0) <> s.amount_minor
    """)
