-- Which gifts were made outside the site is asked for each match that does not count them.
CREATE INDEX payments_made_offline ON payments_payment (purpose_id)
    WHERE purpose = 'pledge' AND method = 'cash';
