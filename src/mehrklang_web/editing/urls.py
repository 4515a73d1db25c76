"""Addresses of drafts and steps."""

from django.urls import path

from mehrklang_web.editing import views

app_name = "editing"
urlpatterns = [
    path("entwurf/", views.draft, name="draft"),
    path("entwurf/verwerfen/", views.drop, name="drop"),
    path("schritt/<int:pk>/rueckgaengig/", views.undo, name="undo"),
]
