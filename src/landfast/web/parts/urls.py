"""The gallery of parts."""

from django.urls import path

from landfast.web.parts import views

urlpatterns = [path("", views.gallery, name="parts")]
