"""Addresses of the leader group's list."""

from django.urls import path

from landfast.web.programmes import views

urlpatterns = [
    path("", views.precedence, name="precedence"),
    path("enhed/<uuid:unit_id>/ny/", views.list_function, name="list_precedence"),
    path("<uuid:precedence_id>/af/", views.remove, name="remove_precedence"),
]
