-- {count} gifts of {gift} each, with their payments and bookings, as the actions would have left them.
-- Through the actions a hundred thousand take a quarter of an hour. The triggers that would follow each
-- row are off meanwhile, what they keep is written at once, and the invariants of the books still hold.
SELECT bench_guards(off => true);

INSERT INTO pledges_pledge (campaign_id, name, email, email_key, currency, amount_minor, net_minor,
    state, show_name, show_amount, message, made_at, confirmed_at)
SELECT {campaign}, 'Bruno ' || n, 'g' || n || '@posta.example', 'g' || n || '@posta.example',
    'EUR', {gift}, {gift}, 'confirmed', true, n % 3 > 0, '', at, at
FROM generate_series(1, {count}) n, LATERAL (SELECT colletta_now() - n * interval '1 s' AS at) moment;

CREATE TEMPORARY TABLE fresh ON COMMIT DROP AS
SELECT g.id AS pledge, nextval(pg_get_serial_sequence('payments_payment', 'id')) AS payment,
    nextval(pg_get_serial_sequence('ledger_posting', 'id')) AS posting, g.confirmed_at AS at
FROM pledges_pledge g WHERE g.campaign_id = {campaign} AND g.email LIKE 'g%@posta.example';

INSERT INTO payments_payment (id, purpose, purpose_id, provider, provider_account, method, currency,
    amount_minor, captured_minor, refunded_minor, disputed_minor, state, intended_at, captured_at)
OVERRIDING SYSTEM VALUE
SELECT payment, 'pledge', pledge, 'recorded', '', 'card', 'EUR', {gift}, {gift}, 0, 0, 'captured', at, at
FROM fresh;

INSERT INTO ledger_posting (id, kind, key, occurred_at, booked_at, xid)
OVERRIDING SYSTEM VALUE
SELECT posting, 'gift', 'payment:' || payment || ':captured', at, clock_timestamp(),
    pg_current_xact_id()
FROM fresh;

INSERT INTO ledger_transfer (posting_id, source_id, destination_id, currency, amount, xid)
SELECT posting, s.id, d.id, 'EUR', {gift}, pg_current_xact_id()
FROM fresh, (VALUES ('{clearing}', 'campaign:{campaign}:fund'),
    ('campaign:{campaign}:given', 'campaign:{campaign}:raised')) AS move (source, destination)
JOIN ledger_account s ON s.code = move.source JOIN ledger_account d ON d.code = move.destination;

UPDATE ledger_account SET balance = balance + {count}::bigint * {gift}
WHERE code IN ('{clearing}', 'campaign:{campaign}:fund', 'campaign:{campaign}:given',
    'campaign:{campaign}:raised');

INSERT INTO pledges_supporter (campaign_id, key, standing_minor)
SELECT campaign_id, email_key, net_minor FROM pledges_pledge
WHERE campaign_id = {campaign} AND email LIKE 'g%@posta.example';
UPDATE pledges_tally SET supporters = supporters + {count} WHERE campaign_id = {campaign};

SET CONSTRAINTS ALL IMMEDIATE;
SELECT bench_guards(off => false);
