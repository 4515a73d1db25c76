"""Addresses of the indicators."""

from django.urls import path

from mehrklang_web.interpretation import views, writing_views

app_name = "interpretation"
urlpatterns = [
    path("", views.indicator_list, name="indicators"),
    path("<str:code>/", views.indicator, name="indicator"),
    path("<str:code>/herkunft/", views.origin, name="origin"),
    path("<str:code>/interpretation/", writing_views.write, name="write"),
    path("<str:code>/unterschreiben/", writing_views.sign, name="sign"),
]
