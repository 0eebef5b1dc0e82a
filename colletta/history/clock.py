"""The clock that decides: the database's, through one SQL function (rule R7)."""

from datetime import datetime

from django.db import connection
from django.db.models import DateTimeField, Func


def now() -> datetime:
    """This instant by the database's clock, aware, in UTC. It moves on inside a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT colletta_now()")
        row: tuple[datetime] = cursor.fetchone()
    return row[0]


class Now(Func):
    """The same instant inside a query, without a journey to ask for it."""

    function = "colletta_now"
    output_field = DateTimeField()
