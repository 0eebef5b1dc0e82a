-- The listed steps of a pledge. Money that arrives for an expired pledge still makes it a gift.
INSERT INTO history_transition (subject, before, after) VALUES
    ('pledge', '', 'pending'),
    ('pledge', 'pending', 'promised'),
    ('pledge', 'pending', 'confirmed'),
    ('pledge', 'pending', 'expired'),
    ('pledge', 'pending', 'withdrawn'),
    ('pledge', 'promised', 'confirmed'),
    ('pledge', 'promised', 'dropped'),
    ('pledge', 'promised', 'withdrawn'),
    ('pledge', 'expired', 'confirmed'),
    ('pledge', 'confirmed', 'refunded');

CREATE TRIGGER pledges_pledge_state
    AFTER INSERT OR UPDATE OF state ON pledges_pledge
    FOR EACH ROW EXECUTE FUNCTION history_guard_state('pledge');
ALTER TABLE pledges_pledge ENABLE ALWAYS TRIGGER pledges_pledge_state;
