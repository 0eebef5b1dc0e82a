"""The addresses of privacy, below the language and `people/privacy/`."""

from django.urls import path

from colletta.pages.privacy import asking, guest, own

app_name = "privacy"

urlpatterns = [
    path("", own.held, name="held"),
    path("export/", own.export, name="export"),
    path("erasure/", own.erasure, name="erasure"),
    path("erased/<str:told>/", guest.erased, name="erased"),
    path("asking/", asking.new, name="asking"),
    path("links/<str:token>/", guest.held, name="guest"),
    path("links/<str:token>/export/", guest.export, name="guest_export"),
    path("links/<str:token>/erasure/", guest.erasure, name="guest_erasure"),
]
