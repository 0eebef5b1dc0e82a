-- Whoever is erased says, follows and reports nothing more: people_refuse_erased() of the people.
CREATE TRIGGER community_comment_of_somebody
    BEFORE INSERT ON community_comment
    FOR EACH ROW WHEN (NEW.person_id IS NOT NULL) EXECUTE FUNCTION people_refuse_erased('person_id');
CREATE TRIGGER community_report_of_somebody
    BEFORE INSERT ON community_report
    FOR EACH ROW WHEN (NEW.person_id IS NOT NULL) EXECUTE FUNCTION people_refuse_erased('person_id');
CREATE TRIGGER community_conversation_of_somebody
    BEFORE INSERT ON community_conversation
    FOR EACH ROW WHEN (NEW.person_id IS NOT NULL) EXECUTE FUNCTION people_refuse_erased('person_id');
CREATE TRIGGER community_message_of_somebody
    BEFORE INSERT ON community_message
    FOR EACH ROW WHEN (NEW.person_id IS NOT NULL) EXECUTE FUNCTION people_refuse_erased('person_id');
CREATE TRIGGER community_follow_of_somebody
    BEFORE INSERT ON community_follow
    FOR EACH ROW WHEN (NEW.person_id IS NOT NULL) EXECUTE FUNCTION people_refuse_erased('person_id');
