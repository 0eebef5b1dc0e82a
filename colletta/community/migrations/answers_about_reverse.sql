CREATE OR REPLACE FUNCTION community_answer_one_level() RETURNS trigger LANGUAGE plpgsql AS $$
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
