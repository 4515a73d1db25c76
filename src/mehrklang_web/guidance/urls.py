"""Addresses of the concept."""

from django.urls import path

from mehrklang_web.guidance import views

app_name = "guidance"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("frage/<slug:key>/", views.answer, name="question"),
    path("monitoringkonzept/", views.paper, name="paper"),
    path("monitoringkonzept.<slug:ending>", views.download, name="download"),
    path("beschluss/", views.adopt, name="adopt"),
    path("vergleich/", views.compare, name="compare"),
]
