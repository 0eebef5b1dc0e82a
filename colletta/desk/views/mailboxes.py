"""Mailboxes from which letters came back."""

from django.contrib import messages
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from colletta.history.clock import now
from colletta.mail.actions.trust_mailbox import trust_mailbox
from colletta.mail.models import Bounce, Letter, Mailbox, Withheld
from colletta.people.desk import desk_page
from colletta.people.models.desk_role import Role

SHOWN = 100  # the number beside the heading counts all


@desk_page(Role.OPERATOR)
@require_safe
def mailboxes(request: HttpRequest) -> HttpResponse:
    """Where nothing is sent, since when and why, the newest first; what was not sent meanwhile."""
    last = Bounce.objects.filter(mailbox=OuterRef("pk")).order_by("-came_at", "-pk")
    found = Mailbox.objects.undeliverable().annotate(
        status=Subquery(last.values("status")[:1]), said=Subquery(last.values("said")[:1])
    )
    newest = list(found[:SHOWN])
    unsent = _unsent([mailbox.key for mailbox in newest])
    listed = [(mailbox, unsent.get(mailbox.key, 0)) for mailbox in newest]
    context = {"count": found.count(), "listed": listed}
    return render(request, "desk/letters_page/mailboxes.html", context)


@desk_page(Role.OPERATOR)
@require_POST
def trust(request: HttpRequest, number: int) -> HttpResponse:
    """Its owner said by another way that it works again: letters go there from now on."""
    mailbox = get_object_or_404(Mailbox, pk=number)
    trust_mailbox(address=mailbox.key, at=now())
    messages.success(request, _("Letters go there again."))
    return redirect("desk:mailboxes")


def _unsent(keys: list[str]) -> dict[str, int]:
    kept = Letter.objects.filter(withheld__in=[Withheld.UNDELIVERABLE, Withheld.REFUSED])
    addressed = kept.alias(address=Lower("to")).filter(address__in=keys).order_by()
    return dict(addressed.values_list(Lower("to")).annotate(n=Count("pk")))
