"""Settings, from the environment (12-factor). A missing variable explains itself."""

import os
from pathlib import Path

from landfast.kernel import kept_secrets, log_lines, postgres
from landfast.kernel.given import given, given_https, is_given
from landfast.login import realms
from landfast.people.rules.passwords import SHORTEST

PACKAGE = Path(__file__).resolve().parent.parent


def _flag(name: str, default: bool = False) -> bool:
    return os.environ.get(name, str(default)).lower() in {"1", "true", "yes", "on"}


def _secret(variable: str, kept: str) -> str:
    """A key: given in production, else made once and kept beside the database."""
    if said := given(variable):
        return said
    if PRODUCTION:
        raise SystemExit(
            f"{variable} mangler. Sæt den til en lang tilfældig tekst, som kun "
            "serverne kender (fx fra `openssl rand -base64 48`)."
        )
    return kept_secrets.kept(postgres.home() / kept)


def _sealing_keys() -> list[str]:
    """Keys for secrets at rest: given in production, else one kept beside the database."""
    if said := given("LANDFAST_SEALING_KEYS").split():
        return said
    if PRODUCTION:
        raise SystemExit(
            "LANDFAST_SEALING_KEYS mangler. Sæt den til en lang tilfældig tekst (fx fra "
            "`openssl rand -base64 48`). En ny nøgle sættes forrest, med mellemrum imellem."
        )
    return [kept_secrets.kept(postgres.home() / "sealing-key")]


PRODUCTION = os.environ.get("LANDFAST_ENV") == "production"
DEMO = _flag("LANDFAST_DEMO") and not PRODUCTION
"""Demonstration: personas can be chosen without a password. Never in production."""

LANDFAST_STRICT = _flag("LANDFAST_STRICT", not PRODUCTION)
DEBUG = False
SECRET_KEY = _secret("LANDFAST_SECRET_KEY", "secret-key")
LANDFAST_ACTOR_KEY = _secret("LANDFAST_ACTOR_KEY", "actor-key")
LANDFAST_ACTOR_KEY_FILE = postgres.home() / "actor-key"
LANDFAST_ACTOR_KEY_GIVEN = is_given("LANDFAST_ACTOR_KEY")
"""Who acts is signed with it; the database's helper knows it too (access/signing.py)."""
LANDFAST_LOG_HEADS = Path(os.environ.get("LANDFAST_LOG_HEADS") or postgres.home() / "log-heads")
"""The folder for the heads of the sealed look log: best on another machine's disk."""
ALLOWED_HOSTS = os.environ.get("LANDFAST_HOSTS", "localhost 127.0.0.1 [::1]").split()
CSRF_TRUSTED_ORIGINS = os.environ.get("LANDFAST_ORIGINS", "").split()

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "template_partials",
    "csp",
    "landfast.people",
    "landfast.access",
    "landfast.login",
    "landfast.files",
    "landfast.programmes",
    "landfast.directory",
    "landfast.course",
    "landfast.consent",
    "landfast.network",
    "landfast.plan",
    "landfast.meetings",
    "landfast.messages",
    "landfast.consultation",
    "landfast.circles",
    "landfast.learning",
    "landfast.redthread",
    "landfast.keeping",
    "landfast.web",
]

MIDDLEWARE = [
    "landfast.web.headers.TlsMiddleware",
    "landfast.web.headers.HeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # with bytes at random: decisions/0037
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "landfast.web.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "landfast.web.middleware.ActorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "landfast.config.urls"
WSGI_APPLICATION = "landfast.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
                "landfast.web.templatetags.landfast",
                "landfast.web.templatetags.addresses",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "landfast.web.chrome.chrome",
            ],
        },
    }
]

DATABASES = {
    "default": postgres.django_database(os.environ.get("LANDFAST_ROLE", "app")),  # type: ignore[arg-type]
}
if postgres.has_address("owner"):  # the web processes of a managed installation need none
    DATABASES["owner"] = postgres.django_database("owner")
DATABASES["default"]["ENGINE"] = "landfast.kernel.pooled"  # a restarted server costs nobody a page
DATABASES["default"].setdefault("OPTIONS", {}).update(
    pool={
        "min_size": 1,
        "max_size": int(os.environ.get("LANDFAST_POOL", "8")),
        "timeout": 10,
        "reconnect_timeout": 10,  # else it tries ever more seldom, and not when the server is back
    },
    server_side_binding=True,
    prepare_threshold=1,
)
DATABASE_ROUTERS: list[str] = []

AUTH_USER_MODEL = "people.Account"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": SHORTEST},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "sign_in"

LANDFAST_PROXY_HOPS = int(os.environ.get("LANDFAST_PROXY_HOPS") or 0)
"""How many proxies of our own stand in front: what they say about the visitor (X-Forwarded-For,
X-Forwarded-Proto) is believed that far, and nobody is believed when there is none."""

LANDFAST_REALMS = realms.read(os.environ.get("LANDFAST_REALMS", ""))
"""OpenID providers, from a TOML file: see docs/operators.md."""
LANDFAST_SECOND_FACTOR = _flag("LANDFAST_SECOND_FACTOR", not DEMO)
"""Staff with a password need a passkey or a one-time code too."""
LANDFAST_SEALING_KEYS = _sealing_keys()
"""Keys for secrets at rest: the newest first; the others still open what they sealed."""
LANDFAST_SESSION_IDLE_MINUTES = int(os.environ.get("LANDFAST_SESSION_IDLE_MINUTES", "60"))
LANDFAST_SESSION_HOURS = int(os.environ.get("LANDFAST_SESSION_HOURS", "10"))
LANDFAST_SESSIONS_AT_ONCE = int(os.environ.get("LANDFAST_SESSIONS_AT_ONCE", "5"))
"""How many sessions one person has at once: one more ends the one that was used longest ago."""
LANDFAST_STEP_UP_MINUTES = int(os.environ.get("LANDFAST_STEP_UP_MINUTES", "5"))
"""How long an act that needs it believes that you have just shown who you are."""

LANDFAST_EMERGENCY_HOURS = int(os.environ.get("LANDFAST_EMERGENCY_HOURS", "8"))
"""How long an emergency opens a course at most; a ground in law may say less."""

LANDFAST_GUEST_DAYS = int(os.environ.get("LANDFAST_GUEST_DAYS", "14"))
"""How many days a guest of one meeting reads it after the minutes were sent."""

LANDFAST_CALENDAR_HOSTS = os.environ.get("LANDFAST_CALENDAR_HOSTS", "").split()
"""Hosts on the inside network whose calendars may be read; others must have a public address."""

LANDFAST_PLAN_SECONDS = float(os.environ.get("LANDFAST_PLAN_SECONDS", "100"))
"""How long the planner of a quarter searches at most."""

SESSION_ENGINE = "landfast.web.session_store"
SESSION_COOKIE_AGE = LANDFAST_SESSION_HOURS * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
if PRODUCTION:  # a name that the browser takes from this very host by TLS only
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 365 * 86400 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_REFERRER_POLICY = SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION and LANDFAST_PROXY_HOPS else None
)
"""Only a proxy of our own can say that the visitor came by TLS; anybody can write the header."""
CSRF_FAILURE_VIEW = "landfast.web.errors.stale_form"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 500_000
"""Bytes of a form: many times what the longest one holds."""
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 1
FILE_UPLOAD_HANDLERS = ["landfast.web.uploads.Bounded"]
"""One file a form, on pages that say so (`takes_file`), in memory, as large as `files/rules.py`."""
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'", *realms.origins(LANDFAST_REALMS)],
    }
}

LANDFAST_EXIT_URL = os.environ.get("LANDFAST_EXIT_URL", "https://www.dmi.dk/")
"""Where somebody stands who has left at a touch: a page that anybody might have open."""
LANDFAST_PUBLIC_URL = os.environ.get("LANDFAST_PUBLIC_URL", "http://localhost:8000").rstrip("/")
"""Where people find this Landfast: what a mail may link to. Never taken from a request."""
LANDFAST_MAIL_URL = given("LANDFAST_MAIL_URL")
"""smtp://user:password@host:587 (STARTTLS demanded) or smtps://…:465; empty: files in `mail/`."""
LANDFAST_MAIL_REPLY = os.environ.get("LANDFAST_MAIL_REPLY", "")
"""Where calendar programs send their answers; empty: the sender's own address."""
LANDFAST_MAIL_ANSWERS = os.environ.get("LANDFAST_MAIL_ANSWERS", "")
"""A Maildir that those answers are laid in. Mails are deleted as they are read."""
DEFAULT_FROM_EMAIL = os.environ.get("LANDFAST_MAIL_FROM", "Landfast <landfast@localhost>")
LANDFAST_MAIL_NEUTRAL_FROM = os.environ.get("LANDFAST_MAIL_NEUTRAL_FROM", "") or DEFAULT_FROM_EMAIL
"""Who writes to those who have asked for mails that nobody can see are from here."""
LANDFAST_SMS_URL = given_https("LANDFAST_SMS_URL")
"""The gateway that takes an SMS as JSON over HTTPS; empty: files in `sms/`."""
LANDFAST_SMS_TOKEN = given("LANDFAST_SMS_TOKEN")
LANDFAST_SMS_SENDER = os.environ.get("LANDFAST_SMS_SENDER", "Landfast")[:11]
LANDFAST_SMS_NEUTRAL_SENDER = os.environ.get("LANDFAST_SMS_NEUTRAL_SENDER", "Besked")[:11]
"""Eleven signs are all that a telephone shows as a sender."""
LANDFAST_HAS_SMS = bool(LANDFAST_SMS_URL) or not PRODUCTION
"""Is SMS offered? In production only where somebody takes it."""
LANDFAST_PUSH_KEY = given("LANDFAST_PUSH_KEY") or (
    "" if PRODUCTION else kept_secrets.kept(postgres.home() / "push-key")
)
"""A long random text: browsers take notices from whoever has it. Without it none are offered."""
LANDFAST_PUSH_SENDS = bool(os.environ.get("LANDFAST_PUSH_CONTACT"))
LANDFAST_PUSH_CONTACT = os.environ.get("LANDFAST_PUSH_CONTACT", "mailto:landfast@localhost")
"""Whom a browser's maker writes to (mailto: or https:). Not given: notices are files in `push/`."""
LANDFAST_PUSH_SERVICES = os.environ.get(
    "LANDFAST_PUSH_SERVICES",
    "fcm.googleapis.com push.services.mozilla.com push.apple.com notify.windows.com",
).split()
"""Hosts of browsers' makers, and every host below them: no other is called."""
LANDFAST_HAS_PUSH = bool(LANDFAST_PUSH_KEY) and (LANDFAST_PUSH_SENDS or not PRODUCTION)
LANDFAST_POST_URL = given_https("LANDFAST_POST_URL")
"""The access point that takes Digital Post; empty: files in `post/`, without numbers."""
LANDFAST_POST_CERTIFICATE = os.environ.get("LANDFAST_POST_CERTIFICATE", "")
"""The file with our certificate and its key (PEM): the access point asks who we are."""
LANDFAST_POST_CVR = os.environ.get("LANDFAST_POST_CVR", "00000000")
LANDFAST_POST_SENDER = os.environ.get("LANDFAST_POST_SENDER", "Landfast")
LANDFAST_HAS_POST = bool(LANDFAST_POST_URL) or not PRODUCTION

LANDFAST_WAS_URL = os.environ.get("LANDFAST_WAS_URL", "")
"""The organisation's own accessibility statement, made in WAS-Tool: https://was.digst.dk/…"""
LANDFAST_WAS_MAIL = os.environ.get("LANDFAST_WAS_MAIL", "")
LANDFAST_WAS_PHONE = os.environ.get("LANDFAST_WAS_PHONE", "")
"""Who hears of what cannot be used; the law wants both a mail and a telephone."""

LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("en", "English")]
"""Others speak on some pages, and are offered where whoever runs Landfast says so: `ar`."""
LANGUAGES += [
    one for one in [("ar", "العربية")]
    if one[0] in os.environ.get("LANDFAST_LANGUAGES", "").split()
]  # fmt: skip
LOCALE_PATHS = [PACKAGE / "locale"]
LANGUAGE_COOKIE_NAME = "__Host-sprog" if PRODUCTION else "sprog"
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "/static/"
STATIC_ROOT = PACKAGE / "web" / "collected"
STORAGES = {
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
}

LOGGING = log_lines.settings_for(
    os.environ.get("LANDFAST_LOG_FORMAT") or ("json" if PRODUCTION else "text"),
    os.environ.get("LANDFAST_LOG_SOCKET", ""),
)
LANDFAST_SCANNER = os.environ.get("LANDFAST_SCANNER", "")
"""A clamd that every file is shown to before it is read: unix:/run/clamav/clamd.ctl or tcp://…"""
