"""Addresses of the leaders' pages."""

from django.urls import path

from landfast.web.insight import views

urlpatterns = [
    path("overblik/", views.overview, name="overview"),
    path("overblik/<uuid:person_id>/", views.courses, name="coordinator_courses"),
    path("overblik/<uuid:person_id>/vaek/", views.lost, name="lose_coordinator"),
]
