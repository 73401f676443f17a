"""Addresses of the room `messages`."""

from django.urls import path

from landfast.web.notices import feed, screens, views

urlpatterns = [
    path("", views.notices, name="notices"),
    path("kalender/", feed.my_feed, name="my_feed"),
    path("kalender/luk/", feed.close_feed, name="close_feed"),
    path("kalender/<str:key>.ics", feed.calendar_feed, name="calendar_feed"),
    path("proev-igen/<uuid:person_id>/", views.retry_staff, name="retry_staff_mail"),
    path("proev-igen/forloeb/<uuid:course_id>/", views.retry_course, name="retry_course_mail"),
    path("sagt/<uuid:course_id>/<uuid:person_id>/", views.note_said, name="note_said"),
    path(
        "sagt/<uuid:course_id>/fortryd/<uuid:batch>/", views.take_back_said, name="take_back_said"
    ),
    path("skaerm/", screens.add_screen, name="add_screen"),
    path("skaerm/<uuid:device_id>/fjern/", screens.remove_screen, name="remove_screen"),
    path("nummer/", views.confirm_number, name="confirm_number"),
    path("adresse/<str:token>/", views.confirm_address, name="confirm_address"),
]
