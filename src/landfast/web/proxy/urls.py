"""Addresses of those who read for another, and of who names them."""

from django.urls import path

from landfast.web.proxy import naming, reading

OF_COURSE = "forloeb/<uuid:course_id>/fuldmagt/"

urlpatterns = [
    path("laeser-for/", reading.reading_for, name="reading_for"),
    path("laeser-for/<uuid:course_id>/", reading.read_for, name="read_for"),
    path("laeser-for/<uuid:course_id>/stop/", reading.step_back, name="step_back"),
    path("laeser-for/<uuid:course_id>/<uuid:meeting_id>/", reading.answer_for, name="answer_for"),
    path(OF_COURSE, naming.proxies, name="proxies"),
    path(OF_COURSE + "ny/", naming.name_proxy, name="name_proxy"),
    path(OF_COURSE + "ny/<uuid:relation_id>/", naming.name_proxy, name="let_in"),
    path(OF_COURSE + "<uuid:proxy_id>/igen/", naming.name_proxy, name="name_again"),
    path(OF_COURSE + "<uuid:proxy_id>/stop/", naming.end_proxy, name="end_proxy"),
    path(OF_COURSE + "<uuid:proxy_id>/passer/", naming.confirm_proxy, name="confirm_proxy"),
    path(OF_COURSE + "<uuid:proxy_id>/kode/", naming.invite_proxy, name="invite_proxy"),
]
