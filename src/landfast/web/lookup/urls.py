"""Address of the look-up."""

from django.urls import path

from landfast.web.lookup import views

urlpatterns = [path("", views.find, name="find_coordinator")]
