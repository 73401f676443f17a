"""Addresses of mistakes that are mended."""

from django.urls import path

from landfast.web.mistakes import joining, moving, views

OF_COURSE = "forloeb/<uuid:course_id>/fejl/"

urlpatterns = [
    path("fejl/", views.waiting, name="mends"),
    path("fejl/<uuid:mend_id>/", views.one, name="mend"),
    path("fejl/<uuid:mend_id>/goer/", views.carry_out, name="carry_out_mend"),
    path("fejl/<uuid:mend_id>/drop/", views.drop, name="drop_mend"),
    path("fejl/<uuid:mend_id>/skil-ad/", views.undo, name="undo_mend"),
    path(OF_COURSE, views.of_course, name="mistakes"),
    path(OF_COURSE + "samme-borger/", joining.find, name="find_same"),
    path(OF_COURSE + "samme-borger/<uuid:other_id>/", joining.propose, name="propose_joining"),
    path(OF_COURSE + "flyt/<str:thing>/<uuid:row_id>/", moving.propose, name="propose_move"),
    path(OF_COURSE + "set/<uuid:reader_id>/", views.told, name="reader_told"),
]
