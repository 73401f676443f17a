"""Addresses of the room `messages`."""

from django.urls import path

from landfast.web.notices import views

urlpatterns = [
    path("", views.notices, name="notices"),
    path("proev-igen/<uuid:person_id>/", views.retry_staff, name="retry_staff_mail"),
    path("proev-igen/forloeb/<uuid:course_id>/", views.retry_course, name="retry_course_mail"),
    path("adresse/<str:token>/", views.confirm_address, name="confirm_address"),
]
