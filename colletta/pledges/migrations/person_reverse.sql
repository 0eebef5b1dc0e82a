DROP TRIGGER pledges_pledge_person ON pledges_pledge;
