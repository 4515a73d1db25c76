"""The address of the agenda."""

from django.urls import path

from mehrklang_web.agenda import views

app_name = "agenda"
urlpatterns = [path("", views.points, name="points")]
