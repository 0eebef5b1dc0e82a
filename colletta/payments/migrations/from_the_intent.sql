-- A payment whose start was cut off before its object's id was kept is found by its reference, and may
-- have gone on meanwhile: it steps from the intent to wherever its provider has it.
INSERT INTO history_transition (subject, before, after) VALUES
    ('payment', 'intended', 'action_needed'),
    ('payment', 'intended', 'processing');
