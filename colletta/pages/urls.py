"""The addresses of the public pages, below their language."""

from django.urls import path

from colletta.pages.views import (
    browse,
    campaign,
    components,
    gifts,
    goal,
    home,
    letters,
    organisation,
    person,
    pledge,
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
    path("people/gifts/", gifts.gifts, name="gifts"),
    path("pledges/<str:token>/", pledge.pledge, name="pledge"),
    path("pledges/<str:token>/payments/", pledge.payments, name="pledge_payments"),
    path("pledges/<str:token>/visibility/", pledge.visibility, name="pledge_visibility"),
    path("pledges/<str:token>/refund-request/", pledge.refund_request, name="refund_request"),
    path(
        "pledges/<str:token>/refund-request/withdrawal/",
        pledge.refund_request_withdrawal,
        name="refund_request_withdrawal",
    ),
    path("organisations/<slug:slug>/", organisation.organisation, name="organisation"),
    path("people/<uuid:public_id>/", person.person, name="person"),
    path("goals/<int:number>/", goal.goal, name="goal"),
    path("_components/", components.components, name="components"),
    path("_letters/", letters.letters, name="letters"),
    path("_letters/<int:number>/", letters.letter, name="letter"),
    path("_letters/<int:number>/html/", letters.letter_as_it_looks, name="letter_html"),
]
