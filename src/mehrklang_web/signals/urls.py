"""Addresses of the signals."""

from django.urls import path

from mehrklang_web.signals import break_views, own_break_views, views

app_name = "signals"
urlpatterns = [
    path("", views.signal_list, name="list"),
    path("durchsehen/", views.freeze, name="freeze"),
    path("brueche/", break_views.break_list, name="breaks"),
    path("brueche/eigene/neu/", own_break_views.new_break, name="new_break"),
    path("brueche/eigene/<str:code>/<int:at>/", own_break_views.change_break, name="change_break"),
    path("brueche/eigene/<str:code>/<int:at>/zurueckziehen/", own_break_views.withdraw_break, name="withdraw_break"),
    path("brueche/<int:number>/", break_views.proposed_break, name="break"),
    path("brueche/<int:number>/bestaetigen/", break_views.confirm, name="confirm_break"),
    path("brueche/<int:number>/verwerfen/", break_views.reject, name="reject_break"),
    path("<int:number>/", views.signal, name="signal"),
    path("<int:number>/gesehen/", views.acknowledge, name="acknowledge"),
    path("<int:number>/erklaeren/", views.explain, name="explain"),
    path("<int:number>/abschliessen/", views.close, name="close"),
    path("<int:number>/wieder-oeffnen/", views.reopen, name="reopen"),
    path("<int:number>/zuweisen/", views.assign, name="assign"),
]
