"""Addresses of the signals."""

from django.urls import path

from mehrklang_web.signals import views

app_name = "signals"
urlpatterns = [
    path("", views.signal_list, name="list"),
    path("durchsehen/", views.freeze, name="freeze"),
    path("<int:number>/", views.signal, name="signal"),
    path("<int:number>/gesehen/", views.acknowledge, name="acknowledge"),
    path("<int:number>/erklaeren/", views.explain, name="explain"),
    path("<int:number>/abschliessen/", views.close, name="close"),
    path("<int:number>/wieder-oeffnen/", views.reopen, name="reopen"),
    path("<int:number>/zuweisen/", views.assign, name="assign"),
]
