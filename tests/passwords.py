"""How the tests keep passwords."""

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class QuickHasher(PBKDF2PasswordHasher):
    """A password is slow to check on purpose, and hundreds of tests sign somebody in.

    The algorithm and its form are production's, so that a server that a test starts reads them.
    """

    iterations = 1
