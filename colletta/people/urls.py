"""What a person has for themselves, below `people/`."""

from django.urls import path

from colletta.people.views import profile, security, yours

app_name = "people"

urlpatterns = [
    path("", yours.yours, name="yours"),
    path("profile/", profile.profile, name="profile"),
    path("security/", security.security, name="security"),
    path("sessions/<int:session_id>/ending/", security.session_ending, name="session_ending"),
]
