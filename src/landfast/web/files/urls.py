"""Addresses of files."""

from django.urls import path

from landfast.web.files import views

OF_COURSE = "forloeb/<uuid:course_id>/papirer/"

urlpatterns = [
    path("ansigter/<uuid:person_id>/", views.face, name="face"),
    path("mit-billede/", views.my_face, name="my_face"),
    path("mit-billede/fjern/", views.hide_face, name="hide_face"),
    path("filer/<uuid:file_id>/", views.file, name="file"),
    path(OF_COURSE, views.papers, name="papers"),
    path(OF_COURSE + "nyt/", views.add, name="add_paper"),
    path(OF_COURSE + "<uuid:file_id>/vis/", views.show_team, name="show_paper"),
    path(OF_COURSE + "<uuid:file_id>/fjern/", views.remove, name="remove_paper"),
]
