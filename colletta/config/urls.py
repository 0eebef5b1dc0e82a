"""Every address of the site, language first."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = [
    path("health/", include("colletta.pages.health_urls")),
    path("notices/", include("colletta.payments.urls")),
    path("media/", include("colletta.pictures.urls")),
    path("", include("colletta.pages.crawler_urls")),
    path("feeds/", include("colletta.pages.activity.urls")),
    *i18n_patterns(
        path("", include("colletta.pages.urls")),
        path("", include("colletta.pages.comments.urls")),
        path("", include("colletta.pages.messages.urls")),
        path("", include("colletta.pages.following.urls")),
        path("", include("colletta.pages.mailbox.urls")),
        path("", include("colletta.pages.updates.urls")),
        path("", include("colletta.pages.reports.urls")),
        path("people/privacy/", include("colletta.pages.privacy.urls")),
        path("calls/", include("colletta.pages.calls.urls")),
        path("partners/", include("colletta.pages.calls.partner_urls")),
        path("", include("colletta.demo.urls")),
        path("desk/", include("colletta.desk.urls")),
        path("people/", include("colletta.people.joining.urls")),
        path("people/", include("colletta.people.openid.urls")),
        path("people/organisations/", include("colletta.people.organisations.urls")),
        path("people/", include("colletta.people.urls")),
        path("partners/", include("colletta.pages.calls.paper_urls")),
    ),
]

handler404 = "colletta.pages.views.errors.not_found"
handler429 = "colletta.pages.views.refusals.too_many_tries"
handler500 = "colletta.pages.views.errors.broken"
