"""Addresses of the organisation's administrator."""

from django.urls import include, path

from landfast.web.organisation import founding_views as founding
from landfast.web.organisation import key_views as keys
from landfast.web.organisation import line_views as lines
from landfast.web.organisation import login_views as logins
from landfast.web.organisation import organisation_views as organisations
from landfast.web.organisation import place_views as place
from landfast.web.organisation import realm_views as services
from landfast.web.organisation import record_box_views as record_box
from landfast.web.organisation import second_views as seconds
from landfast.web.organisation import staff_views as staff
from landfast.web.organisation import views
from landfast.web.organisation import way_back_views as ways

one_unit = [
    path("", views.unit, name="kept_unit"),
    path("ny/", views.add_unit, name="add_unit"),
    path("ret/", views.change_unit, name="change_unit"),
    path("om/", views.describe_unit, name="describe_unit"),
    path("journal/", record_box.set_box, name="record_box"),
    path("ansaet/", staff.hire, name="hire"),
    path("flyt/", place.move_unit, name="move_unit"),
    path("luk/", place.close_unit, name="close_unit"),
    path("aabn/", place.reopen_unit, name="reopen_unit"),
    path("svar/", lines.lines, name="answer_lines"),
    path("svar/<str:whose>/ny/", lines.add_line, name="add_line"),
    path("svar/<str:whose>/<int:place>/", lines.change_line, name="change_line"),
    path("svar/<str:whose>/<int:place>/flyt/", lines.move_line, name="move_line"),
]
one_desk = [
    path("", staff.desk, name="desk"),
    path("ret/", staff.change_employee, name="change_employee"),
    path("tider/", staff.set_hours, name="set_hours"),
    path("fravaer/", staff.note_leave, name="note_leave"),
    path("ja/", seconds.agree, name="agree_employment"),
    path("nej/", seconds.decline, name="decline_employment"),
    path("slut/", staff.end_employment, name="end_employment"),
    path("kendt-som/", keys.known_as, name="known_as"),
    path("login/", logins.open_login, name="open_login"),
    path("login/ny-kode/", logins.reset_login, name="reset_login"),
    path("login/luk/", logins.close_login, name="close_login"),
    path("login/log-ud/", logins.end_sessions, name="end_sessions"),
    path("login/mistet/", ways.ask, name="ask_way_back"),
    path("login/inviter/", logins.invite_login, name="invite_login"),
]
urlpatterns = [
    path("", views.organisation, name="organisation"),
    path("venter/", seconds.waiting, name="waiting_employments"),
    path("organisationer/ny/", founding.begin_organisation, name="begin_organisation"),
    path("systemer/", keys.machine_keys, name="machine_keys"),
    path("systemer/ny/", keys.make_key, name="make_machine_key"),
    path("systemer/<uuid:key_id>/ja/", keys.agree_key, name="agree_machine_key"),
    path("systemer/<uuid:key_id>/luk/", keys.end_key, name="end_machine_key"),
    path("login-tjenester/", services.login_services, name="login_services"),
    path("login-tjenester/<slug:name>/", services.login_service, name="login_service"),
    path("organisationer/", organisations.organisations, name="organisations"),
    path(
        "organisationer/<uuid:organisation_id>/",
        organisations.change_organisation,
        name="change_organisation",
    ),
    path("venter/<uuid:way_id>/luk-ind/", ways.give, name="give_way_back"),
    path("venter/<uuid:way_id>/nej/", ways.decline, name="decline_way_back"),
    path("enhed/<uuid:unit_id>/", include(one_unit)),
    path("ansat/<uuid:employment_id>/", include(one_desk)),
]
