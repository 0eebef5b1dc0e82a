DROP TRIGGER community_comment_one_level ON community_comment;
DROP FUNCTION community_answer_one_level();
