-- The listed steps of a payment. The last four states are final. A recorded gift, whose money moved
-- before we knew of it, goes straight from intended to captured.
INSERT INTO history_transition (subject, before, after)
SELECT 'payment', listed.before, one.after
FROM (VALUES ('', ARRAY['intended']),
    ('intended', ARRAY['started', 'authorised', 'captured', 'unknown', 'refused', 'cancelled', 'expired']),
    ('started', ARRAY['action_needed', 'processing', 'unknown', 'authorised', 'captured',
        'refused', 'cancelled', 'expired']),
    ('action_needed', ARRAY['started', 'processing', 'unknown', 'authorised', 'captured',
        'refused', 'cancelled', 'expired']),
    ('processing', ARRAY['action_needed', 'unknown', 'authorised', 'captured', 'refused',
        'cancelled', 'expired']),
    ('unknown', ARRAY['started', 'action_needed', 'processing', 'authorised', 'captured',
        'refused', 'cancelled', 'expired']),
    ('authorised', ARRAY['action_needed', 'processing', 'unknown', 'captured', 'refused',
        'cancelled', 'expired'])
) AS listed (before, afters), unnest(listed.afters) AS one (after);

CREATE TRIGGER payments_payment_state
    AFTER INSERT OR UPDATE OF state ON payments_payment
    FOR EACH ROW EXECUTE FUNCTION history_guard_state('payment');
ALTER TABLE payments_payment ENABLE ALWAYS TRIGGER payments_payment_state;
