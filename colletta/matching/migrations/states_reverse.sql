DROP TRIGGER matching_match_state ON matching_match;
DROP TRIGGER matching_application_state ON matching_application;
DROP TRIGGER matching_call_state ON matching_call;
DELETE FROM history_transition WHERE subject IN ('call', 'application', 'match');
