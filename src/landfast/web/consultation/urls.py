"""Addresses of anonymous questions."""

from django.urls import path

from landfast.web.consultation import views

urlpatterns = [
    path("sparring/", views.board, name="consultations"),
    path("sparring/ny/", views.ask, name="ask_anonymously"),
    path("forloeb/<uuid:course_id>/sparring/ny/", views.ask, name="ask_about_course"),
    path("sparring/<uuid:question_id>/", views.thread, name="consultation"),
    path("sparring/<uuid:question_id>/afslut/", views.close, name="close_consultation"),
    path("sparring/forum/<uuid:unit_id>/", views.keep_forum, name="keep_forum"),
]
