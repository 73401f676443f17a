"""Addresses of all pages, room by room; those that are opened most stand first."""

from django.urls import include, path

from landfast.web.directory.offer_views import offers
from landfast.web.mine import correcting_beside, correcting_views
from landfast.web.mine.handing_views import hand_out
from landfast.web.mine.record_views import who_answers
from landfast.web.statement import statement

urlpatterns = [
    path("", include("landfast.web.people.urls")),
    path("mit/", include("landfast.web.mine.urls")),
    path("", include("landfast.web.insight.monday_urls")),
    path("", include("landfast.web.insight.urls")),
    path("", include("landfast.web.plan.urls")),
    path("", include("landfast.web.mine.phone_urls")),
    path("forloeb/<uuid:course_id>/indsigt/", hand_out, name="hand_out_record"),
    path("forloeb/<uuid:course_id>/rettelser/", correcting_views.asked, name="corrections"),
    path("forloeb/<uuid:course_id>/rettelser/ny/", correcting_beside.find, name="find_correction"),
    path(
        "forloeb/<uuid:course_id>/rettelser/ny/<str:about>/",
        correcting_beside.ask,
        name="ask_correction_beside",
    ),
    path(
        "forloeb/<uuid:course_id>/rettelser/<uuid:correction_id>/",
        correcting_views.answer,
        name="answer_correction",
    ),
    path("was/", statement, name="statement"),
    path("ansvar/", who_answers, name="who_answers"),
    path("regler/", include("landfast.web.redthread.rule_urls")),
    path("forloeb/<uuid:course_id>/vaerd-at-se-paa/", include("landfast.web.redthread.urls")),
    path("", include("landfast.web.files.urls")),
    path("besked/", include("landfast.web.notices.urls")),
    path("forloeb/<uuid:course_id>/netvaerk/", include("landfast.web.network.urls")),
    path("indblik/bevaring/", include("landfast.web.keeping.urls")),
    path("indblik/", include("landfast.web.oversight.urls")),
    path("", include("landfast.web.mistakes.urls")),
    path("hvem-er-koordinator/", include("landfast.web.lookup.urls")),
    path("api/1/", include("landfast.web.lookup.machine_urls")),
    path("noedadgang/", include("landfast.web.emergency.urls")),
    path("organisation/", include("landfast.web.organisation.urls")),
    path("", include("landfast.web.sharing.urls")),
    path("", include("landfast.web.proxy.urls")),
    path("", include("landfast.web.consultation.urls")),
    path("", include("landfast.web.circles.urls")),
    path("", include("landfast.web.learning.urls")),
    path("forrang/", include("landfast.web.programmes.urls")),
    path("tilbud/", offers, name="offers"),
    path("enheder/", include("landfast.web.directory.urls")),
    path("", include("landfast.web.meetings.urls")),
    path("parts/", include("landfast.web.parts.urls")),
    path("", include("landfast.web.course.urls")),
    path("", include("landfast.web.course.referral_urls")),
    path("", include("landfast.web.course.intake_urls")),
]

handler400 = "landfast.web.errors.bad_request"
handler403 = "landfast.web.errors.forbidden"
handler404 = "landfast.web.errors.not_found"
handler500 = "landfast.web.errors.broken"
