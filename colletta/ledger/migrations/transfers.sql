-- Transfers: one currency (D1), sealed with their posting (D4), moving the balances (D5),
-- never rewritten (D3).
ALTER TABLE ledger_transfer
    ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    ADD CONSTRAINT ledger_transfer_source_has_the_currency
        FOREIGN KEY (source_id, currency) REFERENCES ledger_account (id, currency),
    ADD CONSTRAINT ledger_transfer_destination_has_the_currency
        FOREIGN KEY (destination_id, currency) REFERENCES ledger_account (id, currency);

-- The seal, and the foreign keys once more: replica mode skips foreign keys, not this.
CREATE FUNCTION ledger_judge_transfers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    this_transaction CONSTANT xid8 := pg_current_xact_id();
    wrong bigint;
BEGIN
    SELECT fresh.posting_id INTO wrong
    FROM fresh LEFT JOIN ledger_posting p ON p.id = fresh.posting_id
        AND p.xid = this_transaction AND p.booked_at >= transaction_timestamp()
    WHERE p.id IS NULL OR fresh.xid <> this_transaction LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'append-only: posting % is sealed, or there is none', wrong
            USING ERRCODE = '42501', TABLE = TG_TABLE_NAME;
    END IF;
    SELECT fresh.id INTO wrong
    FROM fresh
    LEFT JOIN ledger_account s ON (s.id, s.currency) = (fresh.source_id, fresh.currency)
    LEFT JOIN ledger_account d ON (d.id, d.currency) = (fresh.destination_id, fresh.currency)
    WHERE s.id IS NULL OR d.id IS NULL LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'transfer % moves a currency that its accounts do not have', wrong
            USING ERRCODE = '23503', CONSTRAINT = 'ledger_transfer_moves_one_currency',
                TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END $$;

-- All accounts of a statement are locked in the order of their ids before the first balance moves
-- (rule R6): two postings over the same accounts wait for each other, they never deadlock.
CREATE FUNCTION ledger_move_balances() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM FROM ledger_account a
    WHERE a.id IN (SELECT source_id FROM fresh UNION SELECT destination_id FROM fresh)
    ORDER BY a.id FOR NO KEY UPDATE;
    UPDATE ledger_account a
    SET balance = a.balance + CASE a.normal WHEN 'debit' THEN moved.debit ELSE -moved.debit END
    FROM (
        SELECT account_id, sum(debit)::bigint AS debit
        FROM (
            SELECT source_id AS account_id, amount AS debit FROM fresh
            UNION ALL SELECT destination_id, -amount FROM fresh
        ) AS side
        GROUP BY account_id
    ) AS moved
    WHERE a.id = moved.account_id;
    RETURN NULL;
END $$;

CREATE TRIGGER ledger_transfer_judged
    AFTER INSERT ON ledger_transfer REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_judge_transfers();
CREATE TRIGGER ledger_transfer_moves_balances
    AFTER INSERT ON ledger_transfer REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_move_balances();
CREATE TRIGGER ledger_transfer_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transfer
    FOR EACH STATEMENT EXECUTE FUNCTION history_refuse_rewrite();
CREATE TRIGGER ledger_transfer_append_only_row
    BEFORE UPDATE OR DELETE ON ledger_transfer
    FOR EACH ROW EXECUTE FUNCTION history_refuse_rewrite();
ALTER TABLE ledger_transfer ENABLE ALWAYS TRIGGER ledger_transfer_judged;
ALTER TABLE ledger_transfer ENABLE ALWAYS TRIGGER ledger_transfer_moves_balances;
ALTER TABLE ledger_transfer ENABLE ALWAYS TRIGGER ledger_transfer_append_only;
ALTER TABLE ledger_transfer ENABLE ALWAYS TRIGGER ledger_transfer_append_only_row;
