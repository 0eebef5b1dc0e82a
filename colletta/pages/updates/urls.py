"""The addresses of updates, below the language."""

from django.urls import path

from colletta.pages.updates import mine, one, writing

app_name = "updates"

urlpatterns = [
    path("campaigns/<slug:slug>/updates/new/", writing.new, name="new"),
    path("campaigns/<slug:slug>/updates/<int:number>/", one.update, name="update"),
    path("people/campaigns/", mine.mine, name="mine"),
]
