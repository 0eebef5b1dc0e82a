"""The addresses of feeds, outside the languages."""

from django.urls import path

from colletta.pages.activity import feed

app_name = "feeds"

urlpatterns = [
    path("campaigns/<slug:slug>/<slug:language>/", feed.feed, name="campaign"),
]
