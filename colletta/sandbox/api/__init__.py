"""The JSON interface: resources, the key, idempotency, errors with stable codes."""
