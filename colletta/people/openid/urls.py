"""The addresses of signing in with another site, below `people/`."""

from django.urls import path

from colletta.people.openid import views, ways_in

app_name = "openid"

urlpatterns = [
    path("openid/<slug:slug>/departure/", views.leave, name="leave"),
    path("openid/<slug:slug>/return/", views.back, name="back"),
    path("openid/sent/", ways_in.asked, name="asked"),
    path("openid/proof/<str:token>/", ways_in.proof, name="proof"),
    path("ways-in/", ways_in.ways_in, name="ways_in"),
    path("ways-in/<int:link_id>/removal/", ways_in.removal, name="removal"),
]
