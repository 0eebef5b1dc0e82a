DROP TRIGGER pledges_pledge_of_somebody ON pledges_pledge;
DROP TRIGGER pledges_pledge_forgotten ON pledges_pledge;
DROP FUNCTION pledges_forget_supporter();
DROP TRIGGER pledges_pledge_terms ON pledges_pledge;
CREATE TRIGGER pledges_pledge_terms
    BEFORE UPDATE ON pledges_pledge
    FOR EACH ROW
    WHEN (ROW(OLD.id, OLD.campaign_id, OLD.email_key, OLD.currency, OLD.amount_minor)
        IS DISTINCT FROM ROW(NEW.id, NEW.campaign_id, NEW.email_key, NEW.currency, NEW.amount_minor))
    EXECUTE FUNCTION pledges_keep_terms();
ALTER TABLE pledges_pledge ENABLE ALWAYS TRIGGER pledges_pledge_terms;
