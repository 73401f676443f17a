"""Addresses of all pages, room by room."""

from django.urls import include, path

urlpatterns = [
    path("", include("landfast.web.people.urls")),
]
