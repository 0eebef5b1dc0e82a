-- A pledge belongs to nobody yet, or to one person for ever: it is attached once, when the mailbox was
-- proved, and never passes from one person to another.
CREATE TRIGGER pledges_pledge_person
    BEFORE UPDATE OF person_id ON pledges_pledge
    FOR EACH ROW
    WHEN (OLD.person_id IS NOT NULL AND OLD.person_id IS DISTINCT FROM NEW.person_id)
    EXECUTE FUNCTION pledges_keep_terms();
ALTER TABLE pledges_pledge ENABLE ALWAYS TRIGGER pledges_pledge_person;
