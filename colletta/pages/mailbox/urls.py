"""The addresses where letters are chosen, below the language."""

from django.urls import path

from colletta.pages.mailbox import choosing

app_name = "mailbox"

urlpatterns = [
    path("letters/<str:token>/", choosing.by_link, name="by_link"),
    path("letters/<str:token>/<str:topics>/end/", choosing.end, name="end"),
    path("people/letters/", choosing.own, name="own"),
]
