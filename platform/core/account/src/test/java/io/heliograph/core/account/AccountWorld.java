package io.heliograph.core.account;

import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.PrincipalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Accounts on a test database. Opened in each test class once; settings can be changed. */
final class AccountWorld {
    static final String PASSWORD = "correct horse battery";
    static final Client CLIENT = new Client("203.0.113.77", "Firefox on Linux");

    final AtomicReference<AccountSettings> settings = new AtomicReference<>(AccountSettings.DEFAULT);
    final List<PrincipalId> welcomed = new ArrayList<>();
    final PasswordsOnTheSide passwords;
    final AccountRoom room;

    AccountWorld(TestDatabase db) {
        this(db, MailCarrier.NONE);
    }

    AccountWorld(TestDatabase db, MailCarrier carrier) {
        passwords = new PasswordsOnTheSide(
                AccountRoom.credentials(db.record(), db.clock()).records(PasswordsOnTheSide.METHOD));
        room = new AccountRoom(
                db.record(),
                passwords,
                carrier,
                new CatalogueMailTexts(() -> "Lighthouse"),
                new Links(),
                settings::get,
                welcomed::add,
                db.clock());
    }

    PrincipalId person(String email) {
        return room.signUp().create(email, PASSWORD, Role.USER, Locale.ENGLISH);
    }

    PrincipalId administrator(String email) {
        return room.signUp().create(email, PASSWORD, Role.ADMIN, Locale.ENGLISH);
    }

    NewSession signIn(String email) {
        return room.signIn().withPassword(Optional.empty(), email, PASSWORD, CLIENT);
    }

    /** The newest mail of a kind, with its text. */
    Optional<Mailbox.Letter> newest(PrincipalId reader, MailKind kind) {
        return room.outbox().page(Optional.empty(), Optional.<Cursor>empty(), 50).items().stream()
                .filter(mail -> mail.kind().equals(kind.word()))
                .findFirst()
                .flatMap(mail -> room.outbox().read(reader, mail.id()));
    }

    /** The token of the link in a mail. */
    static String token(Mailbox.Letter letter) {
        return letter.body().replaceAll("(?s).*#([A-Za-z0-9_-]+).*", "$1");
    }

    private static final class Links implements AccountLinks {
        @Override
        public String firstAdministrator(String token) {
            return "https://example.org/setup#" + token;
        }

        @Override
        public String invite(String token) {
            return "https://example.org/sign-up#" + token;
        }

        @Override
        public String passwordReset(String token) {
            return "https://example.org/reset#" + token;
        }

        @Override
        public String emailConfirmation(String token) {
            return "https://example.org/confirm#" + token;
        }

        @Override
        public String erasureReceipt(String code) {
            return "https://example.org/erased#" + code;
        }

        @Override
        public String account() {
            return "https://example.org/account";
        }

        @Override
        public String endingSoon() {
            return "https://example.org/library";
        }

        @Override
        public String signIn() {
            return "https://example.org/sign-in";
        }
    }
}
