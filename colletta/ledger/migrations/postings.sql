-- Postings: stamped by the database, never without transfers (D2), never rewritten (D3).
ALTER TABLE ledger_posting ADD COLUMN xid xid8 NOT NULL;

-- clock_timestamp() itself, not colletta_now(): the seal (D4) compares with the transaction's start,
-- and a test that moves the clock that decides must not break a seal.
CREATE FUNCTION ledger_stamp_posting() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    NEW.xid := pg_current_xact_id();
    NEW.booked_at := clock_timestamp();
    RETURN NEW;
END $$;

CREATE FUNCTION ledger_require_transfers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM ledger_transfer t WHERE t.posting_id = NEW.id) THEN
        RAISE EXCEPTION 'posting % (%) has no transfers', NEW.id, NEW.key
            USING ERRCODE = '23514', CONSTRAINT = 'ledger_posting_has_transfers',
                TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER ledger_posting_stamped
    BEFORE INSERT ON ledger_posting
    FOR EACH ROW EXECUTE FUNCTION ledger_stamp_posting();
CREATE CONSTRAINT TRIGGER ledger_posting_has_transfers
    AFTER INSERT ON ledger_posting DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION ledger_require_transfers();
CREATE TRIGGER ledger_posting_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_posting
    FOR EACH STATEMENT EXECUTE FUNCTION history_refuse_rewrite();
CREATE TRIGGER ledger_posting_append_only_row
    BEFORE UPDATE OR DELETE ON ledger_posting
    FOR EACH ROW EXECUTE FUNCTION history_refuse_rewrite();
ALTER TABLE ledger_posting ENABLE ALWAYS TRIGGER ledger_posting_stamped;
ALTER TABLE ledger_posting ENABLE ALWAYS TRIGGER ledger_posting_has_transfers;
ALTER TABLE ledger_posting ENABLE ALWAYS TRIGGER ledger_posting_append_only;
ALTER TABLE ledger_posting ENABLE ALWAYS TRIGGER ledger_posting_append_only_row;
