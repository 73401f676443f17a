"""Addresses of the door itself."""

from django.urls import path

from landfast.web.people import views

urlpatterns = [
    path("", views.front, name="front"),
    path("log-ind/", views.sign_in, name="sign_in"),
    path("log-ud/", views.sign_out, name="sign_out"),
    path("personer/<uuid:person_id>/", views.be_persona, name="be_persona"),
    path("sprog/", views.language, name="language"),
    path("kladde/", views.keep_draft, name="keep_draft"),
    path("kladde/vaek/", views.forget_draft, name="forget_draft"),
    path("levende/", views.alive, name="alive"),
]
