"""What letters said is not kept for ever."""

from datetime import datetime, timedelta

from colletta.mail.models import Letter, Note

# A code or a link is good for an hour at most, an invitation aside, which its reader has by then.
SECRETS_STAY = timedelta(hours=1)
# Whoever misses a receipt asks within the month; later the outbox would only be a pile of names,
# sums and links for whoever breaks in, or reads a backup.
WORDS_STAY = timedelta(days=30)
AT_ONCE = 1000  # letters; the next look is ten minutes away


def empty_letters(*, at: datetime) -> int:
    """Letters that ended long enough ago have no words any more; how many lost them now.

    An hour for those that hold a secret, thirty days for the others. Their subject, addressee and
    instants stay. One that waits to be sent keeps its words. What was noted for a letter of the day
    is forgotten thirty days after it was told.
    """
    Note.objects.filter(told_at__lt=at - WORDS_STAY).delete()
    letters = Letter.objects.with_words_since(at - SECRETS_STAY).filter(secret=True)
    letters = letters | Letter.objects.with_words_since(at - WORDS_STAY)
    due = list(letters.order_by("written_at").values_list("pk", flat=True)[:AT_ONCE])
    return Letter.objects.filter(pk__in=due).update(text="", html="", emptied_at=at)
