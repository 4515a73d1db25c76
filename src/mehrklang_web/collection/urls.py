"""Addresses of sources and calendar."""

from django.urls import path

from mehrklang_web.collection import calendar_views, own_source_views, views

app_name = "collection"
urlpatterns = [
    path("", views.sources, name="sources"),
    path("kalender/", calendar_views.calendar, name="calendar"),
    path("kalender.ics", calendar_views.calendar_file, name="calendar_file"),
    path("kalender/vormerken/", calendar_views.plan, name="plan"),
    path("kalender/vorschlaege/", calendar_views.plan_proposals, name="plan_proposals"),
    path("kalender/<int:number>/", calendar_views.expectation, name="expectation"),
    path("kalender/<int:number>/tag/", calendar_views.move, name="move"),
    path("quelle/<str:key>/", views.source, name="source"),
    path("neu/", own_source_views.new_own_source, name="new_own_source"),
    path("quelle/<str:key>/entfernen/", own_source_views.remove, name="remove_own_source"),
    path("quelle/<str:key>/vorlage.csv", own_source_views.empty_file, name="empty_file"),
    path("quelle/<str:key>/bearbeiten/", own_source_views.edit_own_source, name="edit_own_source"),
    path("quelle/<str:key>/angaben/", views.edit_source, name="edit_source"),
    path("quelle/<str:key>/nutzung/", views.name_other_use, name="name_other_use"),
    path("quelle/<str:key>/nutzung/<int:number>/streichen/", views.strike_other_use, name="strike_other_use"),
]
