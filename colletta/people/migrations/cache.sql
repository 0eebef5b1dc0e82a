-- What is counted for a short while by every process: tries of a door. Nothing here is worth keeping,
-- so it does not go through the log that survives a crash.
CREATE UNLOGGED TABLE people_cache (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamptz NOT NULL
);
CREATE INDEX people_cache_expires ON people_cache (expires);
