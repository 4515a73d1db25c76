"""Addresses of monitors and timetables."""

from django.urls import path

from mehrklang_web.monitors import field_views, views

app_name = "monitors"
urlpatterns = [
    path("monitore/", views.listed, name="list"),
    path("konten/<int:number>/felder/", field_views.account_fields, name="fields"),
    path("zeitplan/", views.timetable, name="timetable"),
]
