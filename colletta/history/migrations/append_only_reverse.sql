DROP TRIGGER history_fact_append_only ON history_fact;
DROP TRIGGER history_fact_append_only_row ON history_fact;
DROP TRIGGER history_statechange_append_only ON history_statechange;
DROP TRIGGER history_statechange_append_only_row ON history_statechange;
DROP FUNCTION history_refuse_rewrite();
