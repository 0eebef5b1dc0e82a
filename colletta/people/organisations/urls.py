"""The addresses of organisations for their teams, below `people/organisations/`."""

from django.urls import path

from colletta.people.organisations import invited, team, views

app_name = "organisations"

urlpatterns = [
    path("", views.yours, name="yours"),
    path("new/", views.new, name="new"),
    path("invitations/<str:token>/", invited.invitation, name="invitation"),
    path("<slug:slug>/", views.edit, name="edit"),
    path("<slug:slug>/team/", team.team, name="team"),
    path("<slug:slug>/team/<int:person_id>/role/", team.role, name="role"),
    path("<slug:slug>/team/<int:person_id>/removal/", team.removal, name="removal"),
    path("<slug:slug>/invitations/", team.invitations, name="invitations"),
    path(
        "<slug:slug>/invitations/<int:invitation_id>/removal/",
        team.invitation_removal,
        name="invitation_removal",
    ),
]
