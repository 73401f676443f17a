"""Tilgængelighed: what holds, what does not, whom to tell, and who sees to it (product §8, §10).

The organisation's own statement is made in Digitaliseringsstyrelsen's WAS-Tool and stands there;
this page says the same of Landfast itself in plain words, and links to it (webtilgængelighedsloven
§ 4; the parts are those of (EU) 2018/1523).
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from landfast.web.doors import public
from landfast.web.pages import page


@public
@require_GET
def statement(request: HttpRequest) -> HttpResponse:
    """Open to everybody, without a login; at /was/, where the law wants to find it."""
    context = {
        "official": settings.LANDFAST_WAS_URL,
        "mail": settings.LANDFAST_WAS_MAIL,
        "phone": settings.LANDFAST_WAS_PHONE,
    }
    return page(request, "statement.html", context)
