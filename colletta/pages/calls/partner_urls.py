"""Where partners work; below the language."""

from django.urls import path

from colletta.pages.calls import board_link, console, deciding, drafting

app_name = "partners"

urlpatterns = [
    path("", console.partners, name="partners"),
    path("new/", console.new_partner, name="new_partner"),
    path("<slug:organisation>/calls/new/", drafting.new, name="new"),
    path("calls/<slug:slug>/", console.call, name="call"),
    path("calls/<slug:slug>/text/", drafting.edit, name="edit"),
    path("calls/<slug:slug>/opening/", console.opening, name="opening"),
    path("calls/<slug:slug>/closing/", console.closing, name="closing"),
    path("calls/<slug:slug>/board-link/", board_link.renewal, name="board_link"),
    path(
        "calls/<slug:slug>/board-link/withdrawal/",
        board_link.withdrawal,
        name="board_link_withdrawal",
    ),
    path("applications/<int:number>/", deciding.application, name="application"),
    path("applications/<int:number>/score/", deciding.score, name="score"),
    path("applications/<int:number>/admission/", deciding.admission, name="admission"),
    path("applications/<int:number>/refusal/", deciding.refusal, name="refusal"),
    path("attachments/<int:number>/", deciding.attachment, name="attachment"),
    path("matches/<int:number>/payment/", console.payment, name="payment"),
]
