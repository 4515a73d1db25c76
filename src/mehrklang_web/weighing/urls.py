"""Addresses of the working table."""

from django.urls import path

from mehrklang_web.weighing import deciding_views, several_views, views

app_name = "weighing"
urlpatterns = [
    path("", views.table, name="table"),
    path("bilanz/", views.balance, name="balance"),
    path("vergleich/", views.compare, name="compare"),
    path("entscheiden/", several_views.decide, name="decide_several"),
    path("<str:code>/", views.one, name="one"),
    path("<str:code>/antworten/", deciding_views.answers, name="answers"),
    path("<str:code>/entscheiden/", deciding_views.decide, name="decide"),
    path("<str:code>/tauschen/", deciding_views.swap, name="swap"),
]
