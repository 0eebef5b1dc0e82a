DELETE FROM history_transition
WHERE subject = 'payment' AND before IN ('refused', 'cancelled', 'expired') AND after = 'captured';
