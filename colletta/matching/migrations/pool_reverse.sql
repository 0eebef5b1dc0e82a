DROP TRIGGER matching_step_keep ON matching_step;
DROP FUNCTION matching_keep_steps();
DROP TRIGGER matching_match_pool ON matching_match;
DROP FUNCTION matching_keep_pool();
