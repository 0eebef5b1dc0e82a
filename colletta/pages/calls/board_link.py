"""The read-only link to a board."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from colletta.matching.actions.share_board import share_board
from colletta.matching.actions.withhold_board import withhold_board
from colletta.pages.calls.gate import EDITORS, call_for, partner_page


@partner_page
@require_POST
def renewal(request: HttpRequest, slug: str) -> HttpResponse:
    """A new link; an earlier one shows nothing any more."""
    share_board(call_id=call_for(request, slug, *EDITORS).pk)
    messages.success(request, _("Here is the link. Whoever has it sees the board."))
    return redirect("partners:call", slug)


@partner_page
@require_POST
def withdrawal(request: HttpRequest, slug: str) -> HttpResponse:
    """Nobody sees the board by a link any more."""
    withhold_board(call_id=call_for(request, slug, *EDITORS).pk)
    messages.success(request, _("The link shows nothing any more."))
    return redirect("partners:call", slug)
