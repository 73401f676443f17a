"""Addresses of the room `messages`."""

from django.urls import path

from landfast.web.notices import views

urlpatterns = [
    path("", views.notices, name="notices"),
    path("adresse/<str:token>/", views.confirm_address, name="confirm_address"),
]
