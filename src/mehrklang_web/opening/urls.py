"""Addresses of a beginning."""

from django.urls import path

from mehrklang_web.opening import edition_views, views

app_name = "opening"
urlpatterns = [
    path("", views.municipality, name="municipality"),
    path("vorlage-zeitreihen/", views.template, name="template"),
    path("andere-gemeinde/", views.unlisted, name="unlisted"),
    path("zuruecknehmen/", views.start_over, name="start_over"),
    path("hinweise/", edition_views.hint_list, name="hints"),
    path("neue-ausgabe/", edition_views.new_edition, name="edition"),
    path("unterschiede/", edition_views.compared, name="differences"),
    path("<str:key>/", views.point, name="point"),
    path("<str:key>/<str:point>/", views.begin, name="begin"),
    path("<str:key>/<str:point>/reihen/", views.take_series, name="take_series"),
]
