"""One loading after the other."""

from django.db import connection


def wait_for_other_loadings() -> None:
    """Waits until no other loading is under way: two might make one owner or partner twice."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('folders.load_folder'))")
