"""A company that takes payments, for tests whose database really commits."""

from tests.payments.committed import company, the_company

__all__ = ["company", "the_company"]
