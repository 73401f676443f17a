"""Landfast on a telephone's first screen, and the shell that it shows without a net.

Nothing here is about anybody: what she keeps lies sealed in her browser, and only there.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from landfast.web.doors import public
from landfast.web.pages import page

FILES = (
    "landfast.css", "landfast.js", "icons.svg", "favicon.svg",
    "fonts/IBMPlexSans-Regular-Latin1.woff2", "fonts/IBMPlexSans-SemiBold-Latin1.woff2",
)  # fmt: skip
"""What the shell needs to look and to work as the other pages do."""
ICONS = (("app-192.png", "192x192", "any"), ("app-512.png", "512x512", "any"),
         ("app-maskable.png", "512x512", "maskable"))  # fmt: skip


@public
@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What a telephone asks for, to put Landfast on its first screen."""
    shown: dict[str, Any] = {
        "name": "Landfast", "short_name": "Landfast", "lang": "da", "id": "/", "start_url": "/",
        "scope": "/", "display": "standalone", "background_color": "#F6F1E7",
        "theme_color": "#052635",
        "shortcuts": [{"name": _("Mit kort"), "url": reverse("my_card")}],
        "icons": [
            {"src": static(f"built/{name}"), "sizes": sizes, "purpose": use, "type": "image/png"}
            for name, sizes, use in ICONS
        ],
    }  # fmt: skip
    answer = JsonResponse(shown, content_type="application/manifest+json")
    answer.headers["Cache-Control"] = "public, max-age=3600"
    return answer


@public
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker, with the files of this very version; asked anew by the browser."""
    files = [static(f"built/{name}") for name in FILES]
    said = json.dumps(
        {
            "name": f"landfast-{hashlib.sha256(''.join(files).encode()).hexdigest()[:12]}",
            "page": reverse("offline"),
            "files": files,
        }
    )
    script = Path(staticfiles_storage.path("built/worker.js")).read_text("utf-8")
    return HttpResponse(
        f"self.SHELL={said};\n{script}", content_type="text/javascript; charset=utf-8",
        headers={"Cache-Control": "no-cache"},
    )  # fmt: skip


@public
@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """The shell: the page's own script opens what is kept on this telephone."""
    return page(request, "mine/offline.html")
