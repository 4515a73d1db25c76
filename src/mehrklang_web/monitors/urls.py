"""Addresses of monitors and timetables."""

from django.urls import path

from mehrklang_web.monitors import views

app_name = "monitors"
urlpatterns = [
    path("monitore/", views.listed, name="list"),
    path("zeitplan/", views.timetable, name="timetable"),
]
