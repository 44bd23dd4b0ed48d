package io.heliograph.core.account;

import io.heliograph.core.account.store.LinkStore;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.PrincipalId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/** The mails of accounts with their one-time links; inside a unit of work. */
final class AccountMails {
    static final Duration RESET_LASTS = Duration.ofHours(1);
    static final Duration CONFIRMATION_LASTS = Duration.ofDays(3);

    private final Mailbox mailbox;
    private final AccountLinks links;
    private final LinkStore store;
    private final Ids ids;
    private final InstantSource clock;

    AccountMails(Mailbox mailbox, AccountLinks links, LinkStore store, Ids ids, InstantSource clock) {
        this.mailbox = mailbox;
        this.links = links;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    void accountExists(EmailAddress to, Locale locale) {
        mailbox.post(Mailbox.Draft.toStranger(MailKind.ACCOUNT_EXISTS, to.value(), locale, links.signIn()));
    }

    void confirmEmail(PrincipalId who, EmailAddress to, Locale locale) {
        String token = link(who, LinkPurpose.EMAIL_CONFIRMATION, CONFIRMATION_LASTS);
        post(who, MailKind.EMAIL_CONFIRMATION, to.value(), locale, links.emailConfirmation(token));
    }

    void resetPassword(Person who) {
        String token = link(who.id(), LinkPurpose.PASSWORD_RESET, RESET_LASTS);
        post(who.id(), MailKind.PASSWORD_RESET, who.email(), who.locale(), links.passwordReset(token));
    }

    void passwordChanged(Person who) {
        post(who.id(), MailKind.PASSWORD_CHANGED, who.email(), who.locale(), links.signIn());
    }

    void suspended(Person who) {
        post(who.id(), MailKind.SUSPENDED, who.email(), who.locale(), links.signIn());
    }

    void erasureScheduled(Person who, Instant dueAt, String receiptCode) {
        mailbox.post(new Mailbox.Draft(
                who.id(),
                MailKind.ERASURE_SCHEDULED,
                who.email(),
                who.locale(),
                links.account(),
                List.of(day(dueAt, who.locale()), links.erasureReceipt(receiptCode))));
    }

    void erasureTakenBack(Person who) {
        post(who.id(), MailKind.ERASURE_TAKEN_BACK, who.email(), who.locale(), links.account());
    }

    void filesEnd(Person who, int files, Instant first) {
        mailbox.post(new Mailbox.Draft(
                who.id(),
                MailKind.FILES_END,
                who.email(),
                who.locale(),
                links.endingSoon(),
                List.of(String.valueOf(files), day(first, who.locale()))));
    }

    /** A day as people of a language write it. Mails know no zone of the reader; a day in UTC says which it is. */
    private static String day(Instant at, Locale locale) {
        return new DateTimeFormatterBuilder()
                        .appendLocalized(FormatStyle.LONG, FormatStyle.SHORT)
                        .toFormatter(locale)
                        .withZone(ZoneOffset.UTC)
                        .format(at)
                + " UTC";
    }

    private void post(PrincipalId owner, MailKind kind, String to, Locale locale, String link) {
        mailbox.post(new Mailbox.Draft(owner, kind, to, locale, link));
    }

    private String link(PrincipalId owner, String purpose, Duration lasts) {
        String token = Token.fresh();
        Instant now = Times.micros(clock);
        store.replace(ids.next(), purpose, Token.hash(token), owner, now, now.plus(lasts));
        return token;
    }
}
