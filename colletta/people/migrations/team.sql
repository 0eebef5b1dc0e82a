-- A team that has members has an owner. Asked at the commit, so that an owner can pass the role on;
-- the organisation's row is locked first, so that two owners who leave at once see each other.
CREATE FUNCTION people_team_has_an_owner() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM 1 FROM people_organisation WHERE id = OLD.organisation_id FOR UPDATE;
    IF EXISTS (SELECT 1 FROM people_membership WHERE organisation_id = OLD.organisation_id)
       AND NOT EXISTS (
           SELECT 1 FROM people_membership
           WHERE organisation_id = OLD.organisation_id AND role = 'owner'
       ) THEN
        RAISE EXCEPTION 'the team of organisation % would have no owner', OLD.organisation_id
            USING ERRCODE = '23514', CONSTRAINT = 'a_team_has_an_owner';
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER people_team_has_an_owner
    AFTER DELETE OR UPDATE OF role, organisation_id ON people_membership
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION people_team_has_an_owner();
