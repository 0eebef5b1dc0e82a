-- What the matches of a call may cost together is kept here, in the transaction of whatever changed
-- it, and never passes the pool (guard D11): of two admissions to a pool that bears one, the second
-- waits for the first's row and is refused by the check.
CREATE FUNCTION matching_keep_pool() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE matching_call
    SET reserved_minor = reserved_minor + NEW.reserved_minor
        - CASE TG_OP WHEN 'UPDATE' THEN OLD.reserved_minor ELSE 0 END
    WHERE id = NEW.call_id;
    RETURN NULL;
END $$;

CREATE TRIGGER matching_match_pool
    AFTER INSERT OR UPDATE OF reserved_minor ON matching_match
    FOR EACH ROW EXECUTE FUNCTION matching_keep_pool();
ALTER TABLE matching_match ENABLE ALWAYS TRIGGER matching_match_pool;

-- What a match adds is within what was reserved for it; each step stands for ever.
CREATE FUNCTION matching_keep_steps() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME USING ERRCODE = '42501';
    END IF;
    IF NEW.state IN ('unlocked', 'confirmed', 'paid') AND NEW.amount_minor > (
        SELECT reserved_minor FROM matching_match WHERE id = NEW.match_id
    ) THEN
        RAISE EXCEPTION 'match % adds more than was reserved for it', NEW.match_id
            USING ERRCODE = '23514', CONSTRAINT = 'a_match_adds_at_most_what_is_reserved',
                TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER matching_step_keep
    BEFORE INSERT OR UPDATE OR DELETE ON matching_step
    FOR EACH ROW EXECUTE FUNCTION matching_keep_steps();
ALTER TABLE matching_step ENABLE ALWAYS TRIGGER matching_step_keep;
