"""Where providers tell us that something happened."""

from django.urls import path

from colletta.payments.views import notices

app_name = "payments"
urlpatterns = [path("<slug:provider_name>/", notices, name="notices")]
