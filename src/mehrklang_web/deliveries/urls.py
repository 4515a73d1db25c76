"""Addresses of the deliveries."""

from django.urls import path

from mehrklang_web.deliveries.views import elsewhere, frozen, issues, listing, mapping, trial

app_name = "deliveries"
urlpatterns = [
    path("", listing.delivery_list, name="list"),
    path("<int:number>/", frozen.delivery, name="delivery"),
    path("<int:number>/original/", frozen.original, name="original"),
    path("<int:number>/pruefsumme/", frozen.verify, name="verify"),
    path("<int:number>/zuruecknahme/", frozen.withdraw, name="withdraw"),
    path("<int:number>/meldungen/", issues.of_delivery, name="delivery_issues"),
    path("<int:number>/hier-uebernehmen/", elsewhere.take, name="take"),
    path("pruefung/<int:number>/", trial.trial, name="trial"),
    path("pruefung/<int:number>/lesen/", trial.read_anew, name="read_anew"),
    path("pruefung/<int:number>/zuordnung/", mapping.mapping, name="mapping"),
    path("pruefung/<int:number>/meldungen/", issues.of_trial, name="trial_issues"),
    path("pruefung/<int:number>/uebernehmen/", trial.accept, name="accept"),
    path("pruefung/<int:number>/ablehnen/", trial.reject, name="reject"),
]
