package io.heliograph.core.account;

/** What a one-time link is for; kept by name. */
final class LinkPurpose {
    static final String FIRST_ADMINISTRATOR = "first-admin";
    static final String PASSWORD_RESET = "password-reset";
    static final String EMAIL_CONFIRMATION = "email-confirm";

    private LinkPurpose() {}
}
