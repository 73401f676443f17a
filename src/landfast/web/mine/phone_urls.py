"""Addresses of her telephone and of her card, for who is not signed in."""

from django.urls import path

from landfast.web.mine import card_views, phone_shell, phone_views

urlpatterns = [
    path("app.webmanifest", phone_shell.manifest, name="app_manifest"),
    path("worker.js", phone_shell.worker, name="worker"),
    path("uden-net/", phone_shell.offline, name="offline"),
    path("uden-net/gaelder/", phone_views.copy_holds, name="copy_holds"),
    path("k/<str:token>/", card_views.opened_card, name="opened_card"),
]
