DROP TRIGGER campaigns_campaign_tally ON campaigns_campaign;
DROP FUNCTION pledges_begin_tally();
DROP TRIGGER pledges_pledge_tally ON pledges_pledge;
DROP FUNCTION pledges_keep_tally();
DROP FUNCTION pledges_supporter_key(text, bigint);
DROP FUNCTION pledges_promise(text, bigint);
DROP FUNCTION pledges_standing(text, bigint, bigint);
