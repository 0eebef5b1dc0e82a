-- Only listed changes of state (guard D17). A table with a state column attaches it so:
--
--   INSERT INTO history_transition (subject, before, after) VALUES
--       ('pledge', '', 'pending'),          -- '' before: something may begin in this state
--       ('pledge', 'pending', 'confirmed');
--   CREATE TRIGGER pledges_pledge_state
--       AFTER INSERT OR UPDATE OF state ON pledges_pledge
--       FOR EACH ROW EXECUTE FUNCTION history_guard_state('pledge');
--   ALTER TABLE pledges_pledge ENABLE ALWAYS TRIGGER pledges_pledge_state;
--
-- The second argument names the column when it is not "state". The row's key is its column "id", a
-- whole number. AFTER is the better time: an INSERT that meets ON CONFLICT DO NOTHING then leaves no
-- event row behind, and what other triggers made of the row is what is judged. BEFORE works too.
-- The event row is written here and by nobody else: the function runs as its owner, because the
-- application role may not insert into history_statechange.
CREATE FUNCTION history_guard_state() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    subject_name CONSTANT text := TG_ARGV[0];
    state_column CONSTANT text := coalesce(TG_ARGV[1], 'state');
    row_after CONSTANT jsonb := to_jsonb(NEW);
    state_after CONSTANT text := row_after ->> state_column;
    state_before text := '';
BEGIN
    IF TG_OP = 'UPDATE' THEN
        state_before := to_jsonb(OLD) ->> state_column;
        IF state_after IS NOT DISTINCT FROM state_before THEN
            RETURN NEW;
        END IF;
    END IF;
    IF NOT EXISTS (
        SELECT FROM history_transition t
        WHERE t.subject = subject_name AND t.before = state_before AND t.after = state_after
    ) THEN
        RAISE EXCEPTION '% % cannot %', subject_name, row_after ->> 'id', CASE state_before
            WHEN '' THEN format('begin as "%s"', state_after)
            ELSE format('go from "%s" to "%s"', state_before, state_after) END
            USING ERRCODE = '23514', CONSTRAINT = 'history_transition_is_listed',
                TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
    END IF;
    INSERT INTO history_statechange (subject, object_id, before, after, at)
    VALUES (subject_name, (row_after ->> 'id')::bigint, state_before, state_after, colletta_now());
    RETURN NEW;
END $$;
