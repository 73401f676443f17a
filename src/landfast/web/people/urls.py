"""Addresses of the door itself."""

from django.urls import path

from landfast.web.people import access_views as access
from landfast.web.people import coming_in, views, way_out_views
from landfast.web.people import forgotten_views as forgotten
from landfast.web.people import provider_views as provider
from landfast.web.people import second_views as second
from landfast.web.people import time_views as time

urlpatterns = [
    path("", views.front, name="front"),
    path("log-ind/", views.sign_in, name="sign_in"),
    path("log-ud/", views.sign_out, name="sign_out"),
    path("ud/", way_out_views.vanish, name="vanish"),
    path("side/", way_out_views.aside, name="aside"),
    path("log-ind/glemt/", forgotten.forgotten, name="forgotten"),
    path("log-ind/glemt/<str:token>/", forgotten.new_password, name="new_password"),
    path("log-ind/kode/", second.second_step, name="second_step"),
    path("log-ind/igen/", second.prove_again, name="prove_again"),
    path("log-ind/noegle/spoerg/", second.passkey_question, name="passkey_question"),
    path("log-ind/noegle/", second.passkey_shown, name="passkey_shown"),
    path("log-ind/kode-fra-invitation/", provider.use_invitation, name="use_invitation"),
    path("kom-ind/<str:token>/", coming_in.come_in, name="come_in"),
    path("log-ind/igen/hos/", provider.provider_again, name="provider_again"),
    path("log-ind/hos/<slug:name>/", provider.provider_start, name="provider_start"),
    path("oidc/svar/", provider.provider_answer, name="provider_answer"),
    path("oidc/<slug:name>/log-ud/", provider.provider_logout, name="provider_logout"),
    path("min-adgang/", access.my_access, name="my_access"),
    path("min-adgang/adgangskode/", access.choose_password, name="choose_password"),
    path("min-adgang/sessioner/", access.my_sessions, name="my_sessions"),
    path("min-adgang/sessioner/andre/", access.end_other_sessions, name="end_other_sessions"),
    path("min-adgang/sessioner/<uuid:sitting_id>/", access.end_session, name="end_session"),
    path("min-adgang/app/", access.add_app, name="add_app"),
    path("min-adgang/app/ny/", access.start_app, name="start_app"),
    path("min-adgang/app/fjern/", access.remove_app, name="remove_app"),
    path("min-adgang/noedkoder/", access.new_recovery_codes, name="new_recovery_codes"),
    path("min-adgang/noegler/", access.add_passkey, name="add_passkey"),
    path("min-adgang/noegler/spoerg/", access.passkey_making, name="passkey_making"),
    path("min-adgang/noegler/<uuid:passkey_id>/", access.remove_passkey, name="remove_passkey"),
    path("min-adgang/hos/<slug:name>/", provider.provider_connect, name="provider_connect"),
    path("min-adgang/hos/<uuid:identity_id>/fjern/", access.disconnect, name="disconnect"),
    path("min-tid/", time.my_time, name="my_time"),
    path("min-tid/<uuid:calendar_id>/fjern/", time.remove_calendar, name="remove_calendar"),
    path("personer/<uuid:person_id>/", views.be_persona, name="be_persona"),
    path("sprog/", views.language, name="language"),
    path("kladde/", views.keep_draft, name="keep_draft"),
    path("kladde/vaek/", views.forget_draft, name="forget_draft"),
    path("levende/", views.alive, name="alive"),
]
