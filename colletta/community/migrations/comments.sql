-- An answer answers a comment of the same campaign that is no answer itself: talk has one level.
CREATE FUNCTION community_answer_one_level() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM community_comment parent WHERE parent.id = NEW.parent_id
            AND parent.campaign_id = NEW.campaign_id AND parent.parent_id IS NULL
    ) THEN
        RAISE EXCEPTION 'an answer answers a comment of its campaign that is no answer'
            USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER community_comment_one_level
    BEFORE INSERT OR UPDATE OF parent_id, campaign_id ON community_comment
    FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION community_answer_one_level();
