"""What search engines, networks and phones look for outside the languages."""

from django.urls import path

from colletta.pages.views import crawlers

urlpatterns = [
    path("robots.txt", crawlers.robots, name="robots"),
    path("sitemap.xml", crawlers.sitemap, name="sitemap"),
    path("site.webmanifest", crawlers.manifest, name="manifest"),
    path("favicon.ico", crawlers.favicon, name="favicon"),
]
