"""allauth's pages at addresses of ours; their names stay allauth's, which it looks for."""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from allauth.usersessions import views as sessions
from django.urls import path, re_path

from colletta.ui.private import private_page as own

urlpatterns = [
    path("join/", own(account.signup), name="account_signup"),
    path(
        "confirmation/",
        own(account.email_verification_sent),
        name="account_email_verification_sent",
    ),
    path("sign-in/", own(account.login), name="account_login"),
    path("sign-in/code/", own(account.request_login_code), name="account_request_login_code"),
    path(
        "sign-in/code/confirmation/",
        own(account.confirm_login_code),
        name="account_confirm_login_code",
    ),
    path("sign-in/passkey/", own(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("sign-in/second-factor/", own(factors.authenticate), name="mfa_authenticate"),
    path("sign-out/", own(account.logout), name="account_logout"),
    path("closed/", own(account.account_inactive), name="account_inactive"),
    path("recovery/", own(account.password_reset), name="account_reset_password"),
    path("recovery/sent/", own(account.password_reset_done), name="account_reset_password_done"),
    path(
        "recovery/done/",
        own(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^recovery/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        own(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("identity/", own(account.reauthenticate), name="account_reauthenticate"),
    path("identity/second-factor/", own(factors.reauthenticate), name="mfa_reauthenticate"),
    path(
        "identity/passkey/",
        own(passkeys.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("address/", own(account.email), name="account_email"),
    path("password/", own(account.password_change), name="account_change_password"),
    path("password/first/", own(account.password_set), name="account_set_password"),
    path("sessions/", own(sessions.list_usersessions), name="usersessions_list"),
    path("second-factor/", own(factors.index), name="mfa_index"),
    path("second-factor/app/", own(app.activate_totp), name="mfa_activate_totp"),
    path("second-factor/app/removal/", own(app.deactivate_totp), name="mfa_deactivate_totp"),
    path("recovery-codes/", own(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "recovery-codes/new/",
        own(codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "recovery-codes/file/",
        own(codes.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path("passkeys/", own(passkeys.list_webauthn), name="mfa_list_webauthn"),
    path("passkeys/new/", own(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path("passkeys/<int:pk>/", own(passkeys.edit_webauthn), name="mfa_edit_webauthn"),
    path("passkeys/<int:pk>/removal/", own(passkeys.remove_webauthn), name="mfa_remove_webauthn"),
]
