"""Reports."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from colletta.community.models.case import Case
from colletta.people.models import Person

LONGEST_REPORT = 2000


class Reason(models.TextChoices):
    """What is wrong with it."""

    SPAM = "spam", _("It is advertising or spam")
    INSULT = "insult", _("It insults or threatens somebody")
    PRIVATE = "private", _("It shows something private about somebody")
    FRAUD = "fraud", _("It deceives people about money")
    ILLEGAL = "illegal", _("I think that it is against the law")
    OTHER = "other", _("Something else")


class Report(models.Model):
    """Somebody says that something should not stand where others see it.

    Whoever is not signed in may leave an address at which the decision is told; nobody else than
    the desk learns who reported.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reports")
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    email = models.EmailField(max_length=254, blank=True)
    email_key = models.CharField(max_length=320, blank=True)
    language = models.CharField(max_length=12)
    reason = models.CharField(max_length=12, choices=Reason)
    text = models.TextField(max_length=LONGEST_REPORT, blank=True)
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "email_key"],
                condition=~Q(email_key=""),
                name="one_report_per_mailbox_and_case",
            ),
        ]

    def __str__(self) -> str:
        return f"report:{self.pk}"
