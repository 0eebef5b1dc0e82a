"""A running company, for promises that are held elsewhere."""

from tests.payments.committed import company, the_company

__all__ = ["company", "the_company"]
