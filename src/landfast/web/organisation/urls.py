"""Addresses of the organisation's administrator."""

from django.urls import include, path

from landfast.web.organisation import views

one_unit = [
    path("", views.unit, name="kept_unit"),
    path("ny/", views.add_unit, name="add_unit"),
    path("ret/", views.change_unit, name="change_unit"),
    path("om/", views.describe_unit, name="describe_unit"),
    path("ansaet/", views.hire, name="hire"),
]
one_desk = [
    path("", views.desk, name="desk"),
    path("ret/", views.change_employee, name="change_employee"),
    path("tider/", views.set_hours, name="set_hours"),
    path("fravaer/", views.note_leave, name="note_leave"),
    path("slut/", views.end_employment, name="end_employment"),
]
urlpatterns = [
    path("", views.organisation, name="organisation"),
    path("enhed/<uuid:unit_id>/", include(one_unit)),
    path("ansat/<uuid:employment_id>/", include(one_desk)),
]
