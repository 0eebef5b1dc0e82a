"""What a partner works out and approves, below partners/."""

from django.urls import path

from colletta.pages.calls import approval, simulation

app_name = "partner_papers"

urlpatterns = [
    path("simulation/", simulation.simulation, name="simulation"),
    path("matches/<int:number>/approval/", approval.approval, name="approval"),
    path("matches/<int:number>/approval.csv", approval.approval_csv, name="approval_csv"),
    path("matches/<int:number>/approval.json", approval.approval_json, name="approval_json"),
]
