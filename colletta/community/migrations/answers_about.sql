-- An answer is also about the same update as its thread, so that both have the same readers.
CREATE OR REPLACE FUNCTION community_answer_one_level() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM community_comment parent WHERE parent.id = NEW.parent_id
            AND parent.campaign_id = NEW.campaign_id AND parent.parent_id IS NULL
            AND parent.update_id IS NOT DISTINCT FROM NEW.update_id
    ) THEN
        RAISE EXCEPTION 'an answer answers a comment of its campaign that is no answer, about the same'
            USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
