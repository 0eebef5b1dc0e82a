DROP TRIGGER campaigns_campaign_state ON campaigns_campaign;
DELETE FROM history_transition WHERE subject = 'campaign';
