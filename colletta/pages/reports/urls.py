"""The addresses of reports, below the language."""

from django.urls import path

from colletta.pages.reports import appeal, new

app_name = "reports"

urlpatterns = [
    path("reports/new/", new.new, name="new"),
    path("reports/sent/", new.sent, name="sent"),
    path("appeals/<str:token>/", appeal.appeal, name="appeal"),
]
