"""Where a monitor asks how the site is."""

from django.urls import path

from colletta.pages.views import health

urlpatterns = [
    path("live", health.live, name="live"),
    path("ready", health.ready, name="ready"),
]
