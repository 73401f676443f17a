"""Address of the Monday page."""

from django.urls import path

from landfast.web.insight import monday_views

urlpatterns = [path("mandag/", monday_views.monday, name="monday")]
