-- Money can be frozen (guard D18): one row, read FOR SHARE by whatever moves money, so that
-- a freeze waits for movements under way and every later one sees it.
INSERT INTO ledger_freeze (id, reason, by) VALUES (1, '', '');

-- For anything that moves money without a posting yet, such as a charge: SELECT it in the
-- transaction that writes the intent. Runs as its owner because a row lock needs the right to
-- UPDATE. No row at all counts as frozen: whoever removed it meant no good.
CREATE FUNCTION ledger_require_thawed() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    switch ledger_freeze%ROWTYPE;
BEGIN
    SELECT * INTO switch FROM ledger_freeze FOR SHARE;
    IF NOT FOUND OR switch.frozen_at IS NOT NULL THEN
        RAISE EXCEPTION 'money is frozen: %', coalesce(switch.reason, 'the switch is missing')
            USING ERRCODE = '55000', CONSTRAINT = 'ledger_money_is_frozen', TABLE = 'ledger_freeze';
    END IF;
END $$;

CREATE FUNCTION ledger_refuse_while_frozen() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM ledger_require_thawed();
    RETURN NULL;
END $$;

-- AFTER, so that asking again for a posting that exists (ON CONFLICT DO NOTHING) is still answered.
CREATE TRIGGER ledger_posting_thawed
    AFTER INSERT ON ledger_posting
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse_while_frozen();
CREATE TRIGGER ledger_freeze_stays
    BEFORE DELETE OR TRUNCATE ON ledger_freeze
    FOR EACH STATEMENT EXECUTE FUNCTION history_refuse_rewrite();
CREATE TRIGGER ledger_freeze_stays_row
    BEFORE DELETE ON ledger_freeze
    FOR EACH ROW EXECUTE FUNCTION history_refuse_rewrite();
ALTER TABLE ledger_posting ENABLE ALWAYS TRIGGER ledger_posting_thawed;
ALTER TABLE ledger_freeze ENABLE ALWAYS TRIGGER ledger_freeze_stays;
ALTER TABLE ledger_freeze ENABLE ALWAYS TRIGGER ledger_freeze_stays_row;
