package io.heliograph.core.account;

import io.heliograph.core.account.store.AccessStore;
import io.heliograph.core.account.store.CredentialStore;
import io.heliograph.core.account.store.InstallationSecrets;
import io.heliograph.core.account.store.InviteStore;
import io.heliograph.core.account.store.LinkStore;
import io.heliograph.core.account.store.MailStore;
import io.heliograph.core.account.store.PersonStore;
import io.heliograph.core.inventory.ErasureParticipant;
import io.heliograph.core.inventory.ExportParticipant;
import io.heliograph.core.inventory.RetentionClass;
import io.heliograph.core.record.RecordRoom;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.PrincipalId;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Accounts put together. The plugin host needs {@link #credentials} before it can give the {@link IdentityPort}. */
public final class AccountRoom implements AutoCloseable {
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final Credentials credentials;
    private final Outbox outbox;
    private final BrowserSessions sessions;
    private final ApiKeys apiKeys;
    private final Invites invites;
    private final SignIn signIn;
    private final SignUp signUp;
    private final Accounts accounts;
    private final People people;
    private final AccountParticipant participant;
    private final List<RetentionClass> retention;

    /**
     * Accounts on the record.
     *
     * @param identities guarded ways to sign in
     * @param carrier guarded mailer
     * @param texts words of mails
     * @param links addresses of pages
     * @param settings asked at each use
     * @param welcome what else happens with a new account, in the same unit of work: the first grant of credits
     */
    public AccountRoom(
            RecordRoom record,
            IdentityPort identities,
            MailCarrier carrier,
            MailTexts texts,
            AccountLinks links,
            Supplier<AccountSettings> settings,
            Consumer<PrincipalId> welcome,
            InstantSource clock) {
        Tx tx = record.tx();
        Ids ids = record.ids();
        PersonStore persons = new PersonStore(record.sealer(), new InstallationSecrets(tx, record.sealer()));
        AccessStore access = new AccessStore(record.sealer());
        LinkStore linkStore = new LinkStore();
        InviteStore inviteStore = new InviteStore(record.sealer());
        MailStore mailStore = new MailStore(record.sealer());
        CredentialStore credentialStore = new CredentialStore(record.sealer());
        Passwords passwords = new Passwords(identities);

        this.credentials = new Credentials(tx, credentialStore, ids, clock);
        this.outbox = new Outbox(tx, mailStore, texts, carrier, record.audit(), ids, clock);
        AccountMails mails = new AccountMails(outbox, links, linkStore, ids, clock);
        this.sessions = new BrowserSessions(tx, access, persons, settings, record.bus(), ids, clock);
        this.apiKeys = new ApiKeys(tx, access, persons, record.audit(), record.bus(), ids, clock);
        this.invites = new Invites(tx, inviteStore, outbox, links, record.audit(), ids, clock);
        this.signIn = new SignIn(tx, persons, passwords, identities, sessions, record.audit());
        this.signUp = new SignUp(
                tx,
                persons,
                inviteStore,
                linkStore,
                passwords,
                sessions,
                mails,
                record.audit(),
                settings,
                welcome,
                ids,
                clock);
        this.accounts =
                new Accounts(tx, persons, linkStore, passwords, sessions, mails, record.audit(), background, clock);
        this.people = new People(tx, persons, access, linkStore, sessions, apiKeys, mails, record.audit(), clock);
        this.participant = new AccountParticipant(
                tx, persons, access, inviteStore, linkStore, credentialStore, mailStore, sessions, apiKeys, clock);
        this.retention =
                List.of(new SessionRetention(tx, access, linkStore), new MailRetention(tx, mailStore, inviteStore));
    }

    /** The sealed records of identity plugins alone, for the host that is built before the rest. */
    public static Credentials credentials(RecordRoom record, InstantSource clock) {
        return new Credentials(record.tx(), new CredentialStore(record.sealer()), record.ids(), clock);
    }

    /**
     * The revocation epochs of objects of kind {@code account}: they move when somebody is locked out or erased. An
     * account that is being erased is none any more.
     */
    public static Function<UUID, OptionalLong> accountEpochs(Tx tx) {
        return id -> tx.required(() -> epoch(new PrincipalId(id)));
    }

    /** The epochs of objects of kind {@code session}: their person's, as long as the session lasts. */
    public static Function<UUID, OptionalLong> sessionEpochs(Tx tx, InstantSource clock) {
        return id -> tx.required(() -> AccessStore.sessionOwner(id, Times.micros(clock))
                .map(AccountRoom::epoch)
                .orElseGet(OptionalLong::empty));
    }

    private static OptionalLong epoch(PrincipalId who) {
        return PersonStore.standing(who)
                .filter(standing -> !standing.erased())
                .map(standing -> OptionalLong.of(standing.epoch()))
                .orElseGet(OptionalLong::empty);
    }

    public Credentials credentials() {
        return credentials;
    }

    public Outbox outbox() {
        return outbox;
    }

    public BrowserSessions sessions() {
        return sessions;
    }

    public ApiKeys apiKeys() {
        return apiKeys;
    }

    public Invites invites() {
        return invites;
    }

    public SignIn signIn() {
        return signIn;
    }

    public SignUp signUp() {
        return signUp;
    }

    public Accounts accounts() {
        return accounts;
    }

    public People people() {
        return people;
    }

    public ErasureParticipant erasure() {
        return participant;
    }

    public ExportParticipant export() {
        return participant;
    }

    /** Sessions, links, mails and invitations. */
    public List<RetentionClass> retention() {
        return retention;
    }

    /** Waits for mails that are being written. */
    @Override
    public void close() {
        background.close();
    }
}
