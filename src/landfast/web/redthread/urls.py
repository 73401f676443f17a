"""Addresses of what is worth a look in a course."""

from django.urls import path

from landfast.web.redthread import views

ONE = "<uuid:finding_id>/"

urlpatterns = [
    path("", views.findings, name="findings"),
    path(ONE + "udskyd/", views.snooze_finding, name="snooze_finding"),
    path(ONE + "senere/", views.later, name="later_finding"),
    path(ONE + "laeg-vaek/", views.dismiss_finding, name="dismiss_finding"),
    path(ONE + "tag-op/", views.take_up_finding, name="take_up_finding"),
    path(ONE + "passer-ikke/", views.contest_finding, name="contest_finding"),
]
