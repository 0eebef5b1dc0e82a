DROP TRIGGER ledger_transfer_judged ON ledger_transfer;
DROP TRIGGER ledger_transfer_moves_balances ON ledger_transfer;
DROP TRIGGER ledger_transfer_append_only ON ledger_transfer;
DROP TRIGGER ledger_transfer_append_only_row ON ledger_transfer;
ALTER TABLE ledger_transfer
    DROP CONSTRAINT ledger_transfer_source_has_the_currency,
    DROP CONSTRAINT ledger_transfer_destination_has_the_currency,
    DROP COLUMN xid;
DROP FUNCTION ledger_judge_transfers();
DROP FUNCTION ledger_move_balances();

DROP TRIGGER ledger_posting_stamped ON ledger_posting;
DROP TRIGGER ledger_posting_has_transfers ON ledger_posting;
DROP TRIGGER ledger_posting_append_only ON ledger_posting;
DROP TRIGGER ledger_posting_append_only_row ON ledger_posting;
DROP TRIGGER ledger_posting_thawed ON ledger_posting;
ALTER TABLE ledger_posting DROP COLUMN xid;
DROP FUNCTION ledger_stamp_posting();
DROP FUNCTION ledger_require_transfers();

DROP TRIGGER ledger_freeze_stays ON ledger_freeze;
DROP TRIGGER ledger_freeze_stays_row ON ledger_freeze;
DROP FUNCTION ledger_refuse_while_frozen();
DROP FUNCTION ledger_require_thawed();
DELETE FROM ledger_freeze;

DROP TRIGGER ledger_account_guarded ON ledger_account;
DROP TRIGGER ledger_account_append_only ON ledger_account;
DROP TRIGGER ledger_account_append_only_row ON ledger_account;
ALTER TABLE ledger_account RESET (fillfactor);
DROP FUNCTION ledger_guard_account();
