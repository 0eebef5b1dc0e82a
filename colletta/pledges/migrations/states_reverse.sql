DROP TRIGGER pledges_pledge_state ON pledges_pledge;
DELETE FROM history_transition WHERE subject = 'pledge';
