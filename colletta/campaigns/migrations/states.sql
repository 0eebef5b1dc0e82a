-- The listed steps of a campaign. A folder that an operator loads begins as approved.
INSERT INTO history_transition (subject, before, after) VALUES
    ('campaign', '', 'draft'),
    ('campaign', '', 'approved'),
    ('campaign', 'draft', 'in_review'),
    ('campaign', 'in_review', 'changes_requested'),
    ('campaign', 'changes_requested', 'in_review'),
    ('campaign', 'in_review', 'approved'),
    ('campaign', 'in_review', 'draft'),
    ('campaign', 'approved', 'scheduled'),
    ('campaign', 'approved', 'live'),
    ('campaign', 'approved', 'cancelled'),
    ('campaign', 'scheduled', 'live'),
    ('campaign', 'scheduled', 'suspended'),
    ('campaign', 'scheduled', 'cancelled'),
    ('campaign', 'live', 'closing'),
    ('campaign', 'live', 'suspended'),
    ('campaign', 'live', 'cancelled'),
    ('campaign', 'suspended', 'scheduled'),
    ('campaign', 'suspended', 'live'),
    ('campaign', 'suspended', 'closing'),
    ('campaign', 'suspended', 'cancelled'),
    ('campaign', 'closing', 'ended'),
    ('campaign', 'closing', 'cancelled'),
    ('campaign', 'ended', 'settled');

CREATE TRIGGER campaigns_campaign_state
    AFTER INSERT OR UPDATE OF state ON campaigns_campaign
    FOR EACH ROW EXECUTE FUNCTION history_guard_state('campaign');
ALTER TABLE campaigns_campaign ENABLE ALWAYS TRIGGER campaigns_campaign_state;
