DELETE FROM history_transition
WHERE subject = 'payment' AND before = 'intended' AND after IN ('action_needed', 'processing');
