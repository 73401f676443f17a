"""Addresses of sharing by topic."""

from django.urls import path

from landfast.web.sharing import views

OF_COURSE = "forloeb/<uuid:course_id>/deling/"

urlpatterns = [
    path("delt/", views.shared_list, name="shared_list"),
    path("delt/<uuid:course_id>/", views.shared, name="shared"),
    path(OF_COURSE, views.sharing, name="sharing"),
    path(OF_COURSE + "ny/", views.find, name="find_outside"),
    path(OF_COURSE + "ny/person/<uuid:person_id>/", views.give, name="share_with_person"),
    path(OF_COURSE + "ny/enhed/<uuid:unit_id>/", views.give, name="share_with_unit"),
    path(OF_COURSE + "<uuid:share_id>/", views.receipt, name="share_receipt"),
    path(OF_COURSE + "<uuid:share_id>/stop/", views.stop, name="stop_share"),
    path(OF_COURSE + "<uuid:share_id>/forlaeng/", views.renew, name="renew_share"),
    path(OF_COURSE + "<uuid:share_id>/passer/", views.confirm, name="confirm_share"),
]
