-- Nothing is accepted before the opening or after the closing (guard D10). The campaign's row is held
-- FOR SHARE until this pledge commits, so the closer, who updates that row first, waits for every
-- accepted pledge and sums only then. An `if` in the application lost pledges at the deadline second.
CREATE FUNCTION pledges_keep_window() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    campaign record;
BEGIN
    SELECT state, opens_at, closes_at INTO campaign
    FROM campaigns_campaign WHERE id = NEW.campaign_id FOR SHARE;
    IF NOT FOUND OR campaign.state <> 'live'
        OR colletta_now() < campaign.opens_at OR colletta_now() >= campaign.closes_at
    THEN
        RAISE EXCEPTION 'campaign % accepts no pledges now', NEW.campaign_id
            USING ERRCODE = '23514', CONSTRAINT = 'a_campaign_accepts_pledges_while_open',
                TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER pledges_pledge_window
    BEFORE INSERT ON pledges_pledge
    FOR EACH ROW EXECUTE FUNCTION pledges_keep_window();
ALTER TABLE pledges_pledge ENABLE ALWAYS TRIGGER pledges_pledge_window;

-- A promise counts at the closing, so it is made within the window too: one that is authorised after
-- the sum was frozen would be in neither.
CREATE TRIGGER pledges_pledge_promise_window
    BEFORE UPDATE OF state ON pledges_pledge
    FOR EACH ROW WHEN (NEW.state = 'promised' AND OLD.state <> 'promised')
    EXECUTE FUNCTION pledges_keep_window();
ALTER TABLE pledges_pledge ENABLE ALWAYS TRIGGER pledges_pledge_promise_window;

-- A pledge is in the campaign's currency.
ALTER TABLE pledges_pledge ADD CONSTRAINT a_pledge_has_the_currency_of_its_campaign
    FOREIGN KEY (campaign_id, currency) REFERENCES campaigns_campaign (id, currency);

-- Whose pledge it is, for what and how much, does not change once it is made.
CREATE FUNCTION pledges_keep_terms() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'pledge % keeps its campaign, supporter, amount', OLD.id
        USING ERRCODE = '23514', CONSTRAINT = 'a_pledge_keeps_its_terms',
            TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
END $$;

CREATE TRIGGER pledges_pledge_terms
    BEFORE UPDATE ON pledges_pledge
    FOR EACH ROW
    WHEN (ROW(OLD.id, OLD.campaign_id, OLD.email_key, OLD.currency, OLD.amount_minor)
        IS DISTINCT FROM ROW(NEW.id, NEW.campaign_id, NEW.email_key, NEW.currency, NEW.amount_minor))
    EXECUTE FUNCTION pledges_keep_terms();
ALTER TABLE pledges_pledge ENABLE ALWAYS TRIGGER pledges_pledge_terms;
