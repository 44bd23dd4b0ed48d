package io.heliograph.web.api;

import io.heliograph.core.generation.RecipientView;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.InviteId;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.web.port.Accounts;
import io.heliograph.web.port.Mails;
import io.heliograph.web.port.Operations;
import io.heliograph.web.port.People;
import io.heliograph.web.port.Privacy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** What administrators see, who is here, where data went. */
final class FakeOperations implements Operations, Mails, People, Privacy {
    static final Instant NOW = FakeAccounts.NOW;

    final UUID mail;
    final List<String> done = new ArrayList<>();
    final List<Long> undone = new ArrayList<>();
    Map<String, Optional<Object>> changed = Map.of();
    private final Ids ids;
    private final FakeAccounts accounts;
    private Optional<Suspension> suspension = Optional.empty();
    private String role = "admin";

    FakeOperations(Ids ids, FakeAccounts accounts) {
        this.ids = ids;
        this.accounts = accounts;
        this.mail = ids.next();
    }

    private static RecipientView recipient() {
        return new RecipientView(
                "Nobody Ltd", "DE", "processor", "none", "nothing", "no", "https://example.org/privacy");
    }

    @Override
    public Health health(Locale locale) {
        return new Health(
                "ok",
                NOW,
                List.of(new Check("database", "Database", "ok", Optional.of("MariaDB"), Optional.empty())),
                OptionalLong.of(1),
                OptionalLong.of(0),
                OptionalLong.of(0),
                OptionalLong.of(3),
                OptionalLong.of(1),
                OptionalLong.of(2),
                OptionalLong.of(1));
    }

    @Override
    public List<PluginView> plugins(Locale locale) {
        InstanceView instance = new InstanceView(
                "landscapes",
                "ready",
                true,
                OptionalInt.of(0),
                OptionalInt.of(2),
                OptionalInt.of(1),
                Optional.empty(),
                Optional.empty(),
                "embedded",
                List.of(secret()));
        return List.of(new PluginView(
                "provider-procedural",
                "Landscapes",
                Optional.of("Draws"),
                "0.1.0",
                Optional.of("0.1"),
                Optional.of("Apache-2.0"),
                List.of("provider"),
                "failed",
                Optional.of(new Fault("It did not start", Optional.of("Look at the log"))),
                true,
                List.of(),
                List.of("prompt"),
                List.of(recipient()),
                List.of(),
                false,
                List.of(secret()),
                List.of(instance)));
    }

    private static SettingView secret() {
        return new SettingView(
                "key",
                "provider",
                "Key",
                Optional.empty(),
                "secret",
                List.of(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.of("not to be shown"),
                Optional.empty(),
                true,
                "file",
                Optional.of("heliograph.yaml:12"),
                true,
                false,
                false,
                Optional.empty());
    }

    @Override
    public Optional<Trial> tryInstance(PrincipalId actor, String instance, Locale locale) {
        return instance.equals("landscapes")
                ? Optional.of(new Trial(
                        true,
                        List.of(new TrialStep("Models listed", true, OptionalLong.of(3), Optional.empty())),
                        List.of()))
                : Optional.empty();
    }

    @Override
    public List<SettingView> settings(Locale locale) {
        return List.of(
                secret(),
                new SettingView(
                        "access.sign-up",
                        "access",
                        "Sign-up",
                        Optional.of("Who may come in"),
                        "choice",
                        List.of("invite", "open", "closed"),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Optional.of("invite"),
                        Optional.of("invite"),
                        true,
                        "default",
                        Optional.empty(),
                        false,
                        false,
                        true,
                        Optional.of("It was not understood. Choose one of the list.")));
    }

    @Override
    public List<SettingView> changeSettings(PrincipalId actor, Map<String, Optional<Object>> values, Locale locale) {
        changed = Map.copyOf(values);
        return settings(locale);
    }

    @Override
    public Page<ChangeView> settingChanges(Optional<Cursor> from, int limit) {
        ChangedSetting mode = new ChangedSetting("access.sign-up", Optional.of("invite"), Optional.of("open"), false);
        ChangedSetting key = new ChangedSetting("key", Optional.of("not to be shown"), Optional.empty(), true);
        return new Page<>(
                List.of(new ChangeView(
                        7, NOW, Optional.of("ada@example.org"), OptionalLong.of(6), true, List.of(mode, key))),
                Optional.empty());
    }

    @Override
    public List<SettingView> undoSettingChange(PrincipalId actor, long change, Locale locale) {
        undone.add(change);
        return settings(locale);
    }

    private MailView mailView(Optional<String> text) {
        return new MailView(
                mail,
                "bob@example.org",
                "Come in",
                Optional.of("invite"),
                "kept",
                text,
                Optional.empty(),
                NOW,
                Optional.empty());
    }

    @Override
    public Page<MailView> page(Optional<String> state, Optional<Cursor> after, int limit) {
        return new Page<>(List.of(mailView(Optional.empty())), Optional.empty());
    }

    @Override
    public Optional<MailView> read(PrincipalId actor, UUID id) {
        return id.equals(mail) ? Optional.of(mailView(Optional.of("Your link"))) : Optional.empty();
    }

    @Override
    public WizardView wizard() {
        return new WizardView(done.contains("review"), List.copyOf(done));
    }

    @Override
    public WizardView completeStep(PrincipalId actor, String step) {
        done.add(step);
        return wizard();
    }

    @Override
    public List<String> features() {
        return List.of("upload", "video");
    }

    private PersonView person() {
        return new PersonView(
                accounts.ann,
                FakeAccounts.EMAIL,
                true,
                role,
                suspension,
                NOW,
                Optional.of(NOW),
                OptionalLong.of(2),
                OptionalLong.of(200));
    }

    @Override
    public Page<PersonView> list(Query query, Optional<Cursor> after, int limit) {
        return new Page<>(List.of(person()), Optional.of(Cursor.of("x")));
    }

    @Override
    public Optional<PersonView> get(PrincipalId person) {
        return person.equals(accounts.ann) ? Optional.of(person()) : Optional.empty();
    }

    private PersonView required(PrincipalId person) {
        return get(person).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    }

    @Override
    public PersonView setRole(PrincipalId actor, PrincipalId person, String newRole) {
        this.role = newRole;
        return required(person);
    }

    @Override
    public PersonView suspend(PrincipalId actor, PrincipalId person, String reason) {
        suspension = Optional.of(new Suspension(reason, NOW));
        return required(person);
    }

    @Override
    public PersonView unsuspend(PrincipalId actor, PrincipalId person) {
        suspension = Optional.empty();
        return required(person);
    }

    @Override
    public Page<Accounts.InviteView> invites(Optional<Cursor> after, int limit) {
        return new Page<>(List.of(accounts.invite()), Optional.empty());
    }

    @Override
    public NewInvite invite(PrincipalId actor, Invitation invitation) {
        return new NewInvite(accounts.invite(), "token-of-the-invitation");
    }

    @Override
    public boolean revokeInvite(PrincipalId actor, InviteId invite) {
        return true;
    }

    private DisclosureView disclosure() {
        return new DisclosureView(
                ids.next(),
                NOW,
                "Nobody Ltd",
                Optional.of("DE"),
                "landscapes",
                List.of("prompt"),
                24,
                "generation",
                true,
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Page<DisclosureView> disclosures(PrincipalId principal, Optional<Cursor> after, int limit) {
        return new Page<>(List.of(disclosure()), Optional.empty());
    }

    @Override
    public List<DisclosureView> disclosuresOf(PrincipalId principal, AssetId asset, Optional<JobId> generation) {
        return generation.isPresent() ? List.of(disclosure(), disclosure()) : List.of(disclosure());
    }

    @Override
    public OperatorView operator() {
        return new OperatorView(
                Optional.of("Nordlicht e. V."),
                Optional.of("Leipzig"),
                Optional.of("office@example.org"),
                Optional.empty(),
                Optional.of("DE"),
                Optional.of("German law"),
                Optional.empty());
    }

    @Override
    public PageView page(Locale locale) {
        return new PageView(
                "1",
                NOW,
                List.of(new Category(
                        "account",
                        "Account",
                        Optional.empty(),
                        List.of("E-mail"),
                        Optional.of("To sign in"),
                        OptionalInt.empty(),
                        Optional.of("Until you delete it"),
                        Optional.of("erase"))),
                List.of(new Recipient("landscapes", "Landscapes", true, recipient(), List.of("prompt"), List.of())));
    }
}
