"""Addresses of sharing by topic."""

from django.urls import path

from landfast.web.sharing import law_views, views

OF_COURSE = "forloeb/<uuid:course_id>/deling/"

urlpatterns = [
    path("delt/", views.shared_list, name="shared_list"),
    path("delt/<uuid:course_id>/", views.shared, name="shared"),
    path(OF_COURSE, views.sharing, name="sharing"),
    path(OF_COURSE + "ny/", views.find, name="find_outside"),
    path(OF_COURSE + "ny/<str:kind>/<uuid:who>/", views.give, name="share_with"),
    path(OF_COURSE + "ny/<str:kind>/<uuid:who>/nej/", views.say_no, name="say_no_to"),
    path(OF_COURSE + "lov/<uuid:who>/", law_views.by_law, name="read_by_law"),
    path(OF_COURSE + "lov/<uuid:by_law_id>/stop/", law_views.end_by_law, name="end_by_law"),
    path(OF_COURSE + "emner/", views.topics, name="say_of_topics"),
    path(OF_COURSE + "frisk-start/", views.fresh_start, name="fresh_start"),
    path(OF_COURSE + "frisk-start/slut/", views.lift_fresh_start, name="lift_fresh_start"),
    path(OF_COURSE + "nu/<str:kind>/", views.say_so, name="say_so"),
    path(OF_COURSE + "nu/<str:kind>/slut/", views.say_so_no_more, name="say_so_no_more"),
    path(OF_COURSE + "<uuid:share_id>/", views.receipt, name="share_receipt"),
    path(OF_COURSE + "<uuid:share_id>/kvittering.pdf", views.receipt_pdf, name="receipt_pdf"),
    path(OF_COURSE + "<uuid:share_id>/stop/", views.stop, name="stop_share"),
    path(OF_COURSE + "<uuid:share_id>/forlaeng/", views.renew, name="renew_share"),
    path(OF_COURSE + "<uuid:share_id>/igen/", views.again, name="share_again"),
    path(OF_COURSE + "<uuid:share_id>/passer/", views.confirm, name="confirm_share"),
    path(OF_COURSE + "<uuid:share_id>/spoerg-ikke/", views.last_word, name="say_the_last_word"),
]
