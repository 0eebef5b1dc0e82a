-- Takes the guards of the tables of a gift off, and puts them back, each firing always as before.
CREATE FUNCTION bench_guards(off boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    guard record;
BEGIN
    FOR guard IN SELECT tgname, tgrelid::regclass AS of_table FROM pg_trigger
        WHERE NOT tgisinternal AND tgrelid IN ('pledges_pledge'::regclass,
            'payments_payment'::regclass, 'ledger_posting'::regclass,
            'ledger_transfer'::regclass, 'ledger_account'::regclass)
    LOOP
        EXECUTE format('ALTER TABLE %s %s TRIGGER %I', guard.of_table,
            CASE WHEN off THEN 'DISABLE' ELSE 'ENABLE ALWAYS' END, guard.tgname);
    END LOOP;
END $$;
