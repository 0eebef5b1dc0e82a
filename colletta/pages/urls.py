"""The addresses of the public pages, below their language."""

from django.conf import settings
from django.urls import path

from colletta.pages.views import (
    browse,
    campaign,
    components,
    goal,
    home,
    organisation,
    pledge_new,
    supporters,
)

app_name = "pages"

urlpatterns = [
    path("", home.home, name="home"),
    path("campaigns/", browse.browse, name="browse"),
    path("campaigns/<slug:slug>/", campaign.campaign, name="campaign"),
    path("campaigns/<slug:slug>/supporters/", supporters.supporters, name="supporters"),
    path("campaigns/<slug:slug>/pledges/new/", pledge_new.pledge_new, name="pledge_new"),
    path("organisations/<slug:slug>/", organisation.organisation, name="organisation"),
    path("goals/<int:number>/", goal.goal, name="goal"),
]

if settings.COLLETTA_DEMO:
    urlpatterns.append(path("_components/", components.components, name="components"))
