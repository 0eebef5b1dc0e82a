-- A pledge keeps its terms, but for one thing: whose it was may be forgotten. Then its key is replaced
-- by an opaque one that compares equal to no address, in the same statement in which name, address and
-- message go. That happens once, and never to a promise that is still to be charged.
DROP TRIGGER pledges_pledge_terms ON pledges_pledge;
CREATE TRIGGER pledges_pledge_terms
    BEFORE UPDATE ON pledges_pledge
    FOR EACH ROW
    WHEN (ROW(OLD.id, OLD.campaign_id, OLD.currency, OLD.amount_minor)
        IS DISTINCT FROM ROW(NEW.id, NEW.campaign_id, NEW.currency, NEW.amount_minor)
        OR OLD.email_key IS DISTINCT FROM NEW.email_key AND NOT (
            NEW.email_key ~ '^erased:[0-9a-f]{32}$' AND OLD.email_key <> ''
            AND OLD.email_key !~ '^erased:' AND OLD.state <> 'promised'
            AND NEW.name = '' AND NEW.email = '' AND NEW.message = ''
        ))
    EXECUTE FUNCTION pledges_keep_terms();
ALTER TABLE pledges_pledge ENABLE ALWAYS TRIGGER pledges_pledge_terms;

-- The supporter behind it is the same one under the opaque key: what stands moves over, so that the
-- count of supporters is what it was, and no row is left that says the address.
CREATE FUNCTION pledges_forget_supporter() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    stands CONSTANT bigint := pledges_standing(NEW.state, NEW.amount_minor, NEW.net_minor);
    before bigint := 0;
    after bigint := 0;
BEGIN
    IF stands > 0 THEN
        INSERT INTO pledges_supporter (campaign_id, key, standing_minor)
        VALUES (NEW.campaign_id, NEW.email_key, stands)
        ON CONFLICT (campaign_id, key)
            DO UPDATE SET standing_minor = pledges_supporter.standing_minor + stands
        RETURNING standing_minor INTO after;
        UPDATE pledges_supporter SET standing_minor = standing_minor - stands
        WHERE campaign_id = NEW.campaign_id AND key = OLD.email_key
        RETURNING standing_minor INTO before;
        IF (after = stands) <> (before = 0) THEN
            UPDATE pledges_tally
            SET supporters = supporters + (after = stands)::int - (before = 0)::int
            WHERE campaign_id = NEW.campaign_id;
        END IF;
    END IF;
    DELETE FROM pledges_supporter s
    WHERE s.campaign_id = NEW.campaign_id AND s.key = OLD.email_key AND s.standing_minor = 0
        AND NOT EXISTS (
            SELECT FROM pledges_pledge p
            WHERE p.campaign_id = NEW.campaign_id AND p.email_key = OLD.email_key
        );
    RETURN NULL;
END $$;

CREATE TRIGGER pledges_pledge_forgotten
    AFTER UPDATE OF email_key ON pledges_pledge
    FOR EACH ROW WHEN (OLD.email_key IS DISTINCT FROM NEW.email_key)
    EXECUTE FUNCTION pledges_forget_supporter();
ALTER TABLE pledges_pledge ENABLE ALWAYS TRIGGER pledges_pledge_forgotten;

CREATE TRIGGER pledges_pledge_of_somebody
    BEFORE INSERT OR UPDATE OF person_id ON pledges_pledge
    FOR EACH ROW WHEN (NEW.person_id IS NOT NULL)
    EXECUTE FUNCTION people_refuse_erased('person_id');
ALTER TABLE pledges_pledge ENABLE ALWAYS TRIGGER pledges_pledge_of_somebody;
