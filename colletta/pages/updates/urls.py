"""The addresses of updates, below the language."""

from django.urls import path

from colletta.pages.updates import mine, one, reading, writing

app_name = "updates"

urlpatterns = [
    path("campaigns/<slug:slug>/updates/new/", writing.new, name="new"),
    path("campaigns/<slug:slug>/updates/<int:number>/", one.update, name="update"),
    path(
        "campaigns/<slug:slug>/updates/for-supporters/",
        reading.for_supporters,
        name="for_supporters",
    ),
    path(
        "campaigns/<slug:slug>/updates/for-supporters/<int:number>/",
        reading.one_for_supporters,
        name="one_for_supporters",
    ),
    path("updates/<str:token>/", reading.by_link, name="by_link"),
    path("people/campaigns/", mine.mine, name="mine"),
]
