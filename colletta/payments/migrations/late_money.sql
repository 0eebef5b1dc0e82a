-- Money that a provider took after we had given its payment up did arrive: it is believed, and the
-- purpose decides whether it can take it.
INSERT INTO history_transition (subject, before, after) VALUES
    ('payment', 'refused', 'captured'),
    ('payment', 'cancelled', 'captured'),
    ('payment', 'expired', 'captured');
