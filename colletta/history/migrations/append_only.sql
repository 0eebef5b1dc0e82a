-- What has happened is not edited. Attach it twice to a table, both ENABLE ALWAYS so that
-- session_replication_role = replica does not skip them:
--   the statement trigger answers even when no row would be met, and answers TRUNCATE;
--   the row trigger answers a replication worker, which fires no statement triggers.
CREATE FUNCTION history_refuse_rewrite() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'append-only: % refuses %, what happened is corrected by a new row',
        TG_TABLE_NAME, TG_OP
        USING ERRCODE = '42501', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
END $$;

CREATE TRIGGER history_fact_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON history_fact
    FOR EACH STATEMENT EXECUTE FUNCTION history_refuse_rewrite();
CREATE TRIGGER history_fact_append_only_row
    BEFORE UPDATE OR DELETE ON history_fact
    FOR EACH ROW EXECUTE FUNCTION history_refuse_rewrite();
ALTER TABLE history_fact ENABLE ALWAYS TRIGGER history_fact_append_only;
ALTER TABLE history_fact ENABLE ALWAYS TRIGGER history_fact_append_only_row;

CREATE TRIGGER history_statechange_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON history_statechange
    FOR EACH STATEMENT EXECUTE FUNCTION history_refuse_rewrite();
CREATE TRIGGER history_statechange_append_only_row
    BEFORE UPDATE OR DELETE ON history_statechange
    FOR EACH ROW EXECUTE FUNCTION history_refuse_rewrite();
ALTER TABLE history_statechange ENABLE ALWAYS TRIGGER history_statechange_append_only;
ALTER TABLE history_statechange ENABLE ALWAYS TRIGGER history_statechange_append_only_row;
