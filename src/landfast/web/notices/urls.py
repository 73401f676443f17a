"""Addresses of the room `messages`."""

from django.urls import path

from landfast.web.notices import feed, views

urlpatterns = [
    path("", views.notices, name="notices"),
    path("kalender/", feed.my_feed, name="my_feed"),
    path("kalender/luk/", feed.close_feed, name="close_feed"),
    path("kalender/<str:key>.ics", feed.calendar_feed, name="calendar_feed"),
    path("proev-igen/<uuid:person_id>/", views.retry_staff, name="retry_staff_mail"),
    path("proev-igen/forloeb/<uuid:course_id>/", views.retry_course, name="retry_course_mail"),
    path("nummer/", views.confirm_number, name="confirm_number"),
    path("adresse/<str:token>/", views.confirm_address, name="confirm_address"),
]
