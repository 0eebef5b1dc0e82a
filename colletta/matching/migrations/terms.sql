-- The rule of a match never changes, nor whose it is and for which campaign; of the match itself its
-- state, its place in the row, the end of its window and what is reserved do.
CREATE FUNCTION matching_keep_terms() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '% % keeps its terms', TG_ARGV[0], OLD.id
        USING ERRCODE = '23514', CONSTRAINT = TG_ARGV[1],
            TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
END $$;

CREATE TRIGGER matching_match_terms
    BEFORE UPDATE ON matching_match
    FOR EACH ROW
    WHEN (ROW(OLD.id, OLD.campaign_id, OLD.partner_id, OLD.call_id, OLD.rule_version,
              OLD.threshold_minor, OLD.threshold_share, OLD.minimum_supporters, OLD.window_days,
              OLD.gives, OLD.amount_minor, OLD.share, OLD.ratio, OLD.cap_minor,
              OLD.cap_per_gift_minor, OLD.counts_offline)
        IS DISTINCT FROM
          ROW(NEW.id, NEW.campaign_id, NEW.partner_id, NEW.call_id, NEW.rule_version,
              NEW.threshold_minor, NEW.threshold_share, NEW.minimum_supporters, NEW.window_days,
              NEW.gives, NEW.amount_minor, NEW.share, NEW.ratio, NEW.cap_minor,
              NEW.cap_per_gift_minor, NEW.counts_offline))
    EXECUTE FUNCTION matching_keep_terms('match', 'a_match_keeps_its_terms');
ALTER TABLE matching_match ENABLE ALWAYS TRIGGER matching_match_terms;

-- A version of a call's rule is frozen once a match stands under it.
CREATE FUNCTION matching_keep_rule() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM matching_match m
        WHERE m.call_id = OLD.call_id AND m.rule_version = OLD.version
    ) THEN
        RAISE EXCEPTION 'version % of the rule of call % is frozen', OLD.version, OLD.call_id
            USING ERRCODE = '23514', CONSTRAINT = 'a_rule_in_use_is_frozen',
                TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER matching_rule_frozen
    BEFORE UPDATE OR DELETE ON matching_rule
    FOR EACH ROW EXECUTE FUNCTION matching_keep_rule();
ALTER TABLE matching_rule ENABLE ALWAYS TRIGGER matching_rule_frozen;

-- A threshold lies within the target, a partner is not the owner of the campaign, the currencies of
-- call and campaign are one.
CREATE FUNCTION matching_check_match() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    campaign record;
    refused text;
BEGIN
    SELECT target_minor, currency, owner_organisation_id INTO campaign
    FROM campaigns_campaign WHERE id = NEW.campaign_id FOR SHARE;
    refused := CASE
        WHEN coalesce(NEW.threshold_minor, 0) > campaign.target_minor
            THEN 'a_threshold_is_within_the_target'
        WHEN campaign.owner_organisation_id = (
            SELECT organisation_id FROM matching_partner WHERE id = NEW.partner_id)
            THEN 'a_partner_is_not_the_owner'
        WHEN campaign.currency <> (SELECT currency FROM matching_call WHERE id = NEW.call_id)
            THEN 'a_match_has_the_currency_of_its_call'
    END;
    IF refused IS NOT NULL THEN
        RAISE EXCEPTION 'campaign % cannot have this match: %', NEW.campaign_id, refused
            USING ERRCODE = '23514', CONSTRAINT = refused,
                TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER matching_match_check
    BEFORE INSERT ON matching_match
    FOR EACH ROW EXECUTE FUNCTION matching_check_match();
ALTER TABLE matching_match ENABLE ALWAYS TRIGGER matching_match_check;

-- A target under which money was promised does not change.
CREATE FUNCTION matching_keep_target() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM matching_match m
        WHERE m.campaign_id = OLD.id AND m.state NOT IN ('missed', 'withdrawn')
    ) THEN
        RAISE EXCEPTION 'the target of campaign % stands: a match relies on it', OLD.id
            USING ERRCODE = '23514', CONSTRAINT = 'a_matched_target_stands',
                TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER campaigns_campaign_matched_target
    BEFORE UPDATE OF target_minor ON campaigns_campaign
    FOR EACH ROW WHEN (NEW.target_minor <> OLD.target_minor)
    EXECUTE FUNCTION matching_keep_target();
ALTER TABLE campaigns_campaign ENABLE ALWAYS TRIGGER campaigns_campaign_matched_target;
