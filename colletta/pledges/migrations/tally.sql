-- Who supports a campaign, what is promised: kept here, so that it is right in the same transaction
-- whatever wrote the pledge, and so that a page need not count a hundred thousand rows.
CREATE FUNCTION pledges_standing(state text, amount bigint, net bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE state WHEN 'promised' THEN amount WHEN 'confirmed' THEN net ELSE 0 END;

CREATE FUNCTION pledges_promise(state text, amount bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE state WHEN 'promised' THEN amount ELSE 0 END;

-- A person is one e-mail in its compared form; a nameless gift stands for itself.
CREATE FUNCTION pledges_supporter_key(email_key text, pledge bigint) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE email_key WHEN '' THEN 'pledge:' || pledge ELSE email_key END;

CREATE FUNCTION pledges_keep_tally() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    supporter CONSTANT text := pledges_supporter_key(NEW.email_key, NEW.id);
    more bigint := pledges_standing(NEW.state, NEW.amount_minor, NEW.net_minor);
    more_promised bigint := pledges_promise(NEW.state, NEW.amount_minor);
    stands bigint;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        more := more - pledges_standing(OLD.state, OLD.amount_minor, OLD.net_minor);
        more_promised := more_promised - pledges_promise(OLD.state, OLD.amount_minor);
    END IF;
    IF more = 0 AND more_promised = 0 THEN
        RETURN NULL;
    END IF;
    INSERT INTO pledges_supporter (campaign_id, key, standing_minor)
    VALUES (NEW.campaign_id, supporter, 0) ON CONFLICT (campaign_id, key) DO NOTHING;
    UPDATE pledges_supporter SET standing_minor = standing_minor + more
    WHERE campaign_id = NEW.campaign_id AND key = supporter
    RETURNING standing_minor INTO stands;
    UPDATE pledges_tally
    SET supporters = supporters + (stands > 0)::int - (stands - more > 0)::int,
        promised_minor = promised_minor + more_promised
    WHERE campaign_id = NEW.campaign_id;
    RETURN NULL;
END $$;

CREATE TRIGGER pledges_pledge_tally
    AFTER INSERT OR UPDATE OF state, net_minor ON pledges_pledge
    FOR EACH ROW EXECUTE FUNCTION pledges_keep_tally();
ALTER TABLE pledges_pledge ENABLE ALWAYS TRIGGER pledges_pledge_tally;

-- Each campaign has its tally from its first moment.
CREATE FUNCTION pledges_begin_tally() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO pledges_tally (campaign_id, supporters, promised_minor) VALUES (NEW.id, 0, 0);
    RETURN NULL;
END $$;

CREATE TRIGGER campaigns_campaign_tally
    AFTER INSERT ON campaigns_campaign
    FOR EACH ROW EXECUTE FUNCTION pledges_begin_tally();
ALTER TABLE campaigns_campaign ENABLE ALWAYS TRIGGER campaigns_campaign_tally;
