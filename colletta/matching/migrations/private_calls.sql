-- Matches that were offered before there were calls: each gets a private call, whose pool is what it
-- may cost, and the first version of its rule.
ALTER TABLE matching_call ADD COLUMN match_id bigint;

INSERT INTO matching_call (
    partner_id, private, state, titles, texts, language, currency, opens_at, pool_minor,
    reserved_minor, claw_back_days, questions, made_at, match_id)
SELECT m.partner_id, true, 'open', '{}', '{}', c.language, c.currency, c.opens_at,
    CASE m.gives
        WHEN 'flat' THEN least(m.amount_minor, coalesce(m.cap_minor, m.amount_minor))
        WHEN 'share-of-target' THEN least(
            c.target_minor * m.share / 10000, coalesce(m.cap_minor, c.target_minor))
        WHEN 'ratio' THEN m.cap_minor
        ELSE least(
            c.target_minor - coalesce(
                m.threshold_minor, (c.target_minor * m.threshold_share + 9999) / 10000),
            coalesce(m.cap_minor, c.target_minor))
    END,
    0, 14, '[]', colletta_now(), m.id
FROM matching_match m JOIN campaigns_campaign c ON c.id = m.campaign_id;

INSERT INTO matching_rule (
    call_id, version, made_at, threshold_minor, threshold_share, minimum_supporters, window_days,
    gives, amount_minor, share, ratio, cap_minor, cap_per_gift_minor, counts_offline)
SELECT k.id, 1, colletta_now(), m.threshold_minor, m.threshold_share, m.minimum_supporters,
    m.window_days, m.gives, m.amount_minor, m.share, m.ratio, m.cap_minor, m.cap_per_gift_minor,
    m.counts_offline
FROM matching_match m JOIN matching_call k ON k.match_id = m.id;

UPDATE matching_match m
SET call_id = k.id, reserved_minor = k.pool_minor, opens_at = c.opens_at,
    closes_at = least(
        c.closes_at, c.opens_at + coalesce(m.window_days, 100000) * interval '24 hours')
FROM matching_call k, campaigns_campaign c
WHERE k.match_id = m.id AND c.id = m.campaign_id;

UPDATE matching_call SET reserved_minor = pool_minor;
INSERT INTO matching_step (match_id, state, at, amount_minor, rule_version, made_at)
SELECT id, 'offered', opens_at, reserved_minor, 1, colletta_now() FROM matching_match;
ALTER TABLE matching_call DROP COLUMN match_id;
