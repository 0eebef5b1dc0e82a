"""The addresses that only a demonstration has of its own, below the language."""

from django.urls import path

from colletta.demo.views import tour

app_name = "demo"

urlpatterns = [path("_tour/", tour.tour, name="tour")]
