DROP TRIGGER campaigns_campaign_matched_target ON campaigns_campaign;
DROP FUNCTION matching_keep_target();
DROP TRIGGER matching_match_check ON matching_match;
DROP FUNCTION matching_check_match();
DROP TRIGGER matching_rule_frozen ON matching_rule;
DROP FUNCTION matching_keep_rule();
DROP TRIGGER matching_match_terms ON matching_match;
DROP FUNCTION matching_keep_terms();
