"""Addresses of referring."""

from django.urls import path

from landfast.web.course import callback_views, referral_views

urlpatterns = [
    path("henvis/", referral_views.refer, name="refer"),
    path("henvis/mine/", referral_views.my_referrals, name="my_referrals"),
    path("henvis/stopper/", referral_views.referral_stops, name="referral_stops"),
    path("henvis/<uuid:referral_id>/", referral_views.referral_receipt, name="referral_receipt"),
    path("henvis/<uuid:referral_id>/spoerg/", referral_views.ask_citizen, name="ask_citizen"),
    path("henvis-mig/", referral_views.refer_self, name="refer_self"),
    path("ring-mig-op/", callback_views.call_me_back, name="callback"),
    path("ring-mig-op/tak/<slug:code>/", callback_views.callback_receipt, name="callback_receipt"),
]
