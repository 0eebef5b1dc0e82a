-- The clock that decides (rule R7). clock_timestamp() and not now(): a transaction may be long, and
-- a deadline that passes while it runs has passed. Tests replace this one function as owner in
-- a database of their own; the application role owns nothing and cannot.
CREATE FUNCTION colletta_now() RETURNS timestamptz
LANGUAGE sql VOLATILE PARALLEL SAFE
RETURN clock_timestamp();
