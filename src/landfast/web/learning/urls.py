"""Addresses of learning from a case: for those who lead it, and for groups without an account."""

from django.urls import path

from landfast.web.learning import boards, comparing, copying, views

HELD = "oevesager/workshop/<uuid:workshop_id>/"

urlpatterns = [
    path("oevesager/", views.studies, name="studies"),
    path("oevesager/audits/", comparing.compare, name="compare_audits"),
    path("oevesager/fil/", copying.from_file, name="copy_file"),
    path("forloeb/<uuid:course_id>/oevesag/", copying.from_course, name="copy_course"),
    path("oevesager/<uuid:study_id>/begynd/", views.begin, name="begin_workshop"),
    path(HELD, views.workshop, name="workshop"),
    path(HELD + "luk/", views.close, name="close_workshop"),
    path(HELD + "rapport.pdf", views.report, name="workshop_report"),
    path("workshop/", boards.door, name="workshop_door"),
    path("workshop/<str:token>/", boards.board, name="workshop_board"),
    path("workshop/<str:token>/maerke/", boards.mark, name="workshop_mark"),
    path("workshop/<str:token>/siger/", boards.say, name="workshop_say"),
]
