-- What the application role may do. Applied by the owner after every migration; saying it again
-- changes nothing. Three lines of defence stand behind each other: these rights, the triggers, and
-- the minute check that counts the triggers.
GRANT USAGE ON SCHEMA public TO {app};
REVOKE CREATE ON SCHEMA public FROM PUBLIC, {app};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {app};
REVOKE TRUNCATE, REFERENCES, TRIGGER ON ALL TABLES IN SCHEMA public FROM {app};
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {app};
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {app};

-- The books and the facts are written once.
REVOKE UPDATE, DELETE ON ledger_account, ledger_posting, ledger_transfer, history_fact FROM {app};
-- Only the guard of states writes its event rows, only migrations list transitions.
REVOKE INSERT, UPDATE, DELETE ON history_statechange, history_transition FROM {app};
-- Deliveries are marked, not taken away.
REVOKE DELETE ON history_delivery FROM {app};
-- The switch that freezes money is turned, not replaced.
REVOKE INSERT, DELETE ON ledger_freeze FROM {app};
-- What pledges add up to is kept by their triggers alone.
REVOKE INSERT, UPDATE, DELETE ON pledges_supporter, pledges_tally FROM {app};
-- Whoever promised or paid stays on record.
REVOKE DELETE ON pledges_pledge, payments_payment, payments_notice FROM {app};
-- The schema is the owner's.
REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {app};
