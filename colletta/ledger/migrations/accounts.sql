-- Accounts: what they are never changes, their balance moves only with transfers (guard D5).
-- Room in each page for the many versions of a busy balance.
ALTER TABLE ledger_account SET (fillfactor = 50);

CREATE FUNCTION ledger_guard_account() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.balance <> 0 THEN
            RAISE EXCEPTION 'append-only: account % begins at zero, its balance comes from transfers',
                NEW.code USING ERRCODE = '42501', TABLE = TG_TABLE_NAME;
        END IF;
    ELSIF (NEW.id, NEW.code, NEW.owner, NEW.currency, NEW.normal, NEW.floor) IS DISTINCT FROM
          (OLD.id, OLD.code, OLD.owner, OLD.currency, OLD.normal, OLD.floor) THEN
        RAISE EXCEPTION 'append-only: what account % is never changes', OLD.code
            USING ERRCODE = '42501', TABLE = TG_TABLE_NAME;
    ELSIF pg_trigger_depth() < 2 THEN
        -- Depth 2 is our own trigger on ledger_transfer; a statement typed by somebody is depth 1.
        RAISE EXCEPTION 'append-only: the balance of account % comes from its transfers', OLD.code
            USING ERRCODE = '42501', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER ledger_account_guarded
    BEFORE INSERT OR UPDATE ON ledger_account
    FOR EACH ROW EXECUTE FUNCTION ledger_guard_account();
CREATE TRIGGER ledger_account_append_only
    BEFORE DELETE OR TRUNCATE ON ledger_account
    FOR EACH STATEMENT EXECUTE FUNCTION history_refuse_rewrite();
CREATE TRIGGER ledger_account_append_only_row
    BEFORE DELETE ON ledger_account
    FOR EACH ROW EXECUTE FUNCTION history_refuse_rewrite();
ALTER TABLE ledger_account ENABLE ALWAYS TRIGGER ledger_account_guarded;
ALTER TABLE ledger_account ENABLE ALWAYS TRIGGER ledger_account_append_only;
ALTER TABLE ledger_account ENABLE ALWAYS TRIGGER ledger_account_append_only_row;
