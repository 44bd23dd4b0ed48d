package io.heliograph.core.account;

/** The guarded mailer, as the outbox needs it; the wiring joins it to the plugin host. */
public interface MailCarrier {
    /** No mailer is configured. */
    MailCarrier NONE = new MailCarrier() {
        @Override
        public boolean present() {
            return false;
        }

        @Override
        public Outcome carry(Mailbox.Letter letter) {
            throw new IllegalStateException("no mailer is configured");
        }
    };

    /** Whether there is one. */
    boolean present();

    /** Hands one mail over. Not called inside a unit of work. */
    Outcome carry(Mailbox.Letter letter);

    /** What came of it. @param code stable word for the administrator, empty when taken */
    record Outcome(boolean taken, boolean worthRetrying, String code) {}
}
