-- The listed steps of calls, of applications to them, of matches.
INSERT INTO history_transition (subject, before, after) VALUES
    ('call', '', 'draft'),
    ('call', '', 'open'),
    ('call', 'draft', 'open'),
    ('call', 'open', 'closed'),
    ('application', '', 'made'),
    ('application', 'made', 'admitted'),
    ('application', 'made', 'declined'),
    ('application', 'made', 'withdrawn'),
    ('application', 'admitted', 'withdrawn'),
    ('match', '', 'offered'),
    ('match', 'offered', 'locked'),
    ('match', 'offered', 'withdrawn'),
    ('match', 'locked', 'unlocked'),
    ('match', 'locked', 'missed'),
    ('match', 'locked', 'withdrawn'),
    ('match', 'unlocked', 'confirmed'),
    ('match', 'unlocked', 'missed'),
    ('match', 'unlocked', 'withdrawn'),
    ('match', 'confirmed', 'paid');

CREATE TRIGGER matching_call_state
    AFTER INSERT OR UPDATE OF state ON matching_call
    FOR EACH ROW EXECUTE FUNCTION history_guard_state('call');
ALTER TABLE matching_call ENABLE ALWAYS TRIGGER matching_call_state;

CREATE TRIGGER matching_application_state
    AFTER INSERT OR UPDATE OF state ON matching_application
    FOR EACH ROW EXECUTE FUNCTION history_guard_state('application');
ALTER TABLE matching_application ENABLE ALWAYS TRIGGER matching_application_state;

CREATE TRIGGER matching_match_state
    AFTER INSERT OR UPDATE OF state ON matching_match
    FOR EACH ROW EXECUTE FUNCTION history_guard_state('match');
ALTER TABLE matching_match ENABLE ALWAYS TRIGGER matching_match_state;
