-- Whoever erased themselves leaves an empty row behind, to which books and facts refer by its number.
-- It stays empty: a change that waited for the erasure (an open form, another session) comes too late.
CREATE FUNCTION people_stay_erased() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'person % is erased', OLD.id
        USING ERRCODE = '23514', CONSTRAINT = 'an_erased_person_stays_erased',
            TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
END $$;

CREATE TRIGGER people_person_stays_erased
    BEFORE UPDATE ON people_person
    FOR EACH ROW WHEN (OLD.erased_at IS NOT NULL) EXECUTE FUNCTION people_stay_erased();
ALTER TABLE people_person ENABLE ALWAYS TRIGGER people_person_stays_erased;

-- Nothing new becomes theirs. A table of what people do attaches it, with the name of the column that
-- says who. The person's row is held as a foreign key holds it, so that an erasure waits for what was
-- begun before, and what is begun later waits for the erasure.
CREATE FUNCTION people_refuse_erased() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    person CONSTANT bigint := to_jsonb(NEW) ->> TG_ARGV[0];
    gone timestamptz;
BEGIN
    SELECT erased_at INTO gone FROM people_person WHERE id = person FOR KEY SHARE;
    IF gone IS NOT NULL THEN
        RAISE EXCEPTION 'person % is erased', person
            USING ERRCODE = '23514', CONSTRAINT = 'an_erased_person_does_nothing',
                TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER people_membership_of_somebody
    BEFORE INSERT ON people_membership
    FOR EACH ROW EXECUTE FUNCTION people_refuse_erased('person_id');
CREATE TRIGGER people_linkedsignin_of_somebody
    BEFORE INSERT ON people_linkedsignin
    FOR EACH ROW EXECUTE FUNCTION people_refuse_erased('person_id');
CREATE TRIGGER people_deskrole_of_somebody
    BEFORE INSERT ON people_deskrole
    FOR EACH ROW EXECUTE FUNCTION people_refuse_erased('person_id');
