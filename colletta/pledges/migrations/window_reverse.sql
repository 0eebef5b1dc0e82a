DROP TRIGGER pledges_pledge_terms ON pledges_pledge;
DROP FUNCTION pledges_keep_terms();
ALTER TABLE pledges_pledge DROP CONSTRAINT a_pledge_has_the_currency_of_its_campaign;
DROP TRIGGER pledges_pledge_promise_window ON pledges_pledge;
DROP TRIGGER pledges_pledge_window ON pledges_pledge;
DROP FUNCTION pledges_keep_window();
