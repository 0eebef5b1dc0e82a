"""The addresses of following, below the language."""

from django.urls import path

from colletta.pages.following import asking, choosing

app_name = "following"

urlpatterns = [
    path("campaigns/<slug:slug>/follow/", asking.new, name="new"),
    path("follows/<str:token>/", choosing.choices, name="choices"),
    path("follows/<str:token>/confirmation/", choosing.confirmation, name="confirmation"),
    path("follows/<str:token>/end/", choosing.end, name="end"),
]
