"""The addresses of conversations, below the language."""

from django.urls import path

from colletta.pages.messages import conversation, inbox, writing

app_name = "messages"

urlpatterns = [
    path("campaigns/<slug:slug>/messages/new/", writing.new, name="new"),
    path("messages/<str:token>/", conversation.by_link, name="by_link"),
    path("people/messages/", inbox.inbox, name="inbox"),
    path("people/messages/<int:number>/", conversation.signed_in, name="conversation"),
]
