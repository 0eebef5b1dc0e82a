DROP TRIGGER payments_payment_state ON payments_payment;
DELETE FROM history_transition WHERE subject = 'payment';
