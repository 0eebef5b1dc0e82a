"""The addresses of comments, below the language."""

from django.urls import path

from colletta.pages.comments import listed, one, writing

app_name = "comments"

urlpatterns = [
    path("campaigns/<slug:slug>/comments/", listed.comments, name="comments"),
    path("campaigns/<slug:slug>/comments/new/", writing.new, name="new"),
    path("campaigns/<slug:slug>/comments/<int:number>/", one.comment, name="comment"),
    path("campaigns/<slug:slug>/comments/<int:number>/deletion/", one.deletion, name="deletion"),
    path("campaigns/<slug:slug>/comments/<int:number>/hiding/", one.hiding, name="hiding"),
    path("campaigns/<slug:slug>/comments/<int:number>/showing/", one.showing, name="showing"),
]
