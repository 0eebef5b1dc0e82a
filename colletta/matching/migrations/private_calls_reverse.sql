UPDATE matching_match SET call_id = NULL;
DELETE FROM matching_step;
DELETE FROM matching_application;
DELETE FROM matching_rule;
DELETE FROM matching_call;
