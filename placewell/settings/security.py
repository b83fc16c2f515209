"""Sign-in, sessions, headers: what keeps strangers out."""

from datetime import timedelta

from csp.constants import NONE, SELF

from placewell.settings import environment

environment.read_env_file()

BEHIND_TLS = environment.yes("PLACEWELL_TLS")
# PLACEWELL_SERVED_AT is set by `placewell serve --host`, for itself.
ALLOWED_HOSTS = environment.words("PLACEWELL_HOSTS") or [
    "localhost", "127.0.0.1", "[::1]", *environment.words("PLACEWELL_SERVED_AT"),
]  # fmt: skip
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if BEHIND_TLS]

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_SSL_REDIRECT = BEHIND_TLS
SECURE_HSTS_SECONDS = 31536000 if BEHIND_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = BEHIND_TLS

CSRF_FAILURE_VIEW = "placewell.web.pages.ended.token_refused"
SESSION_COOKIE_NAME = "__Host-placewell" if BEHIND_TLS else "placewell"
CSRF_COOKIE_NAME = "__Host-placewell-form" if BEHIND_TLS else "placewell-form"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# A session ends after 30 idle minutes (placewell.web.middleware keeps the moment of the last
# request, at most once a minute) and 12 hours after sign-in at the latest.
SESSION_IDLE = timedelta(minutes=30)
SESSION_COOKIE_AGE = 12 * 60 * 60

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [SELF],
    }
}

SIGN_IN_BACKEND = "placewell.access.sessions.Accounts"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", SIGN_IN_BACKEND]
SESSION_ENGINE = "placewell.access.sessions"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "placewell.web.sign_in.AccountAdapter"
MFA_ADAPTER = "placewell.web.sign_in.SecondFactorAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_CHANGE_EMAIL = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_FORMS = {
    "login": "placewell.web.forms.account.SignInForm",
    "reauthenticate": "placewell.web.forms.account.ConfirmPasswordForm",
    "change_password": "placewell.web.forms.account.ChangePasswordForm",
}
# Wrong codes of the second step; wrong passwords are counted by axes, below, and end sooner.
ACCOUNT_RATE_LIMITS = {"login_failed": "60/m/ip,10/900s/key"}
# Caddy, nginx and the like add the address of whom they forward; without one, nobody is trusted.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_TLS else 0
USERSESSIONS_TRACK_ACTIVITY = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "placewell"
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute off
MFA_FORMS = {
    "authenticate": "placewell.web.forms.account.CodeForm",
    "reauthenticate": "placewell.web.forms.account.ConfirmCodeForm",
    "activate_totp": "placewell.web.forms.account.StartAppForm",
    "add_webauthn": "placewell.web.forms.account.AddPasskeyForm",
    "edit_webauthn": "placewell.web.forms.account.RenamePasskeyForm",
}
# Addresses are those that an administrator invited; there is nothing to confirm.
MFA_ALLOW_UNVERIFIED_EMAIL = True
# A passkey on a device without TLS can only be tried out on localhost.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not BEHIND_TLS
# With PLACEWELL_SECOND_FACTOR=required, an account without one can do nothing but set one up.
SECOND_FACTOR_REQUIRED = environment.os.environ.get("PLACEWELL_SECOND_FACTOR", "") == "required"

AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_USERNAME_CALLABLE = "placewell.web.sign_in.typed_address"
AXES_CLIENT_IP_CALLABLE = "placewell.web.sign_in.address_of"
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "account/locked_out.html"
AXES_SENSITIVE_PARAMETERS = ["login", "email", "password"]
AXES_VERBOSE = False

# Without a mail server nothing is sent: messages are copied, or printed.
MAIL_IS_CONFIGURED = bool(environment.mail())
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
globals().update(environment.mail())
