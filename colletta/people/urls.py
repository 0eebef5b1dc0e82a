"""What a person has for themselves, below `people/`."""

from django.urls import path

from colletta.people.views import yours

app_name = "people"

urlpatterns = [
    path("", yours.yours, name="yours"),
]
