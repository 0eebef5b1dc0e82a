"""Calls for everybody, and applying to one; below the language."""

from django.urls import path

from colletta.pages.calls import applying, public

app_name = "calls"

urlpatterns = [
    path("", public.calls, name="calls"),
    path("boards/<uuid:key>/", public.shared_board, name="board"),
    path("<slug:slug>.json", public.rule, name="rule"),
    path("<slug:slug>/", public.call, name="call"),
    path("<slug:slug>/applications/", applying.applications, name="applications"),
    path("<slug:slug>/applications/<slug:campaign>/", applying.application, name="application"),
    path(
        "<slug:slug>/applications/<slug:campaign>/withdrawal/",
        applying.withdrawal,
        name="withdrawal",
    ),
]
