"""The addresses of the desk, below the language."""

from django.urls import path

from colletta.desk.views import (
    appeal,
    books,
    brake,
    letters,
    mailboxes,
    moderation,
    money,
    morning,
    receipts,
)

app_name = "desk"

urlpatterns = [
    path("", morning.morning, name="morning"),
    path("books/", books.books, name="books"),
    path("receipts/", receipts.receipts, name="receipts"),
    path("money/", money.money, name="money"),
    path("moderation/", moderation.moderation, name="moderation"),
    path("moderation/cases/<int:number>/", moderation.case, name="case"),
    path("moderation/cases/<int:number>/hiding/", moderation.hiding, name="case_hiding"),
    path("moderation/cases/<int:number>/second/", moderation.second_case, name="second_case"),
    path("moderation/appeals/<int:number>/", appeal.appeal, name="appeal"),
    path(
        "moderation/comments/<int:number>/publication/",
        moderation.publication,
        name="comment_publication",
    ),
    path("letters/", letters.letters, name="letters"),
    path("letters/mailboxes/", mailboxes.mailboxes, name="mailboxes"),
    path("letters/mailboxes/<int:number>/trust/", mailboxes.trust, name="mailbox_trust"),
    path("letters/<str:kind>/", letters.letter, name="letter"),
    path("letters/<str:kind>/html/", letters.letter_as_it_looks, name="letter_html"),
    path("brakes/<int:number>/release/", brake.brake_release, name="brake_release"),
]
