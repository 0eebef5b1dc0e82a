-- One row for everything that ever happened. Whatever the company knows is a fold over these rows.
CREATE TABLE IF NOT EXISTS event (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL CHECK (at > 0), -- milliseconds since 1970, by the company's clock
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    details TEXT NOT NULL CHECK (json_valid(details)),
    -- Two decisions taken on the same knowledge of one thing cannot both be written.
    CONSTRAINT what_happens_to_one_thing_is_counted UNIQUE (about, version)
) STRICT;

CREATE UNIQUE INDEX IF NOT EXISTS a_payment_is_captured_once
    ON event (about) WHERE kind = 'payment.succeeded';

CREATE UNIQUE INDEX IF NOT EXISTS a_refund_is_paid_once
    ON event (about) WHERE kind = 'refund.succeeded';

CREATE INDEX IF NOT EXISTS refunds_of_a_payment
    ON event (json_extract(details, '$.payment')) WHERE kind = 'refund.succeeded';

CREATE TRIGGER IF NOT EXISTS an_event_is_never_changed BEFORE UPDATE ON event
BEGIN
    SELECT raise(ABORT, 'append-only: an event is never changed');
END;

CREATE TRIGGER IF NOT EXISTS an_event_is_never_removed BEFORE DELETE ON event
BEGIN
    SELECT raise(ABORT, 'append-only: an event is never removed');
END;

-- INSERT OR REPLACE removes a row without asking the trigger above.
CREATE TRIGGER IF NOT EXISTS an_event_is_never_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE number = NEW.number)
    OR EXISTS (SELECT 1 FROM event WHERE about = NEW.about AND version = NEW.version)
    OR (NEW.kind IN ('payment.succeeded', 'refund.succeeded')
        AND EXISTS (SELECT 1 FROM event WHERE about = NEW.about AND kind = NEW.kind))
BEGIN
    SELECT raise(ABORT, 'append-only: an event is never replaced');
END;

CREATE TRIGGER IF NOT EXISTS refunds_never_pass_what_was_captured BEFORE INSERT ON event
WHEN NEW.kind = 'refund.succeeded'
    AND coalesce((
        SELECT sum(json_extract(details, '$.amount')) FROM event
        WHERE kind = 'refund.succeeded'
            AND json_extract(details, '$.payment') = json_extract(NEW.details, '$.payment')
    ), 0) + json_extract(NEW.details, '$.amount') > coalesce((
        SELECT json_extract(details, '$.amount') FROM event
        WHERE kind = 'payment.succeeded' AND about = json_extract(NEW.details, '$.payment')
    ), 0)
BEGIN
    SELECT raise(ABORT, 'refunds never pass what was captured');
END;
