"""Addresses of the units' public faces."""

from django.urls import path

from landfast.web.directory import views

urlpatterns = [path("<uuid:unit_id>/", views.unit, name="unit")]
