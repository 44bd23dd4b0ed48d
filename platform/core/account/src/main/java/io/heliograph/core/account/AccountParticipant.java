package io.heliograph.core.account;

import io.heliograph.core.account.store.AccessStore;
import io.heliograph.core.account.store.CredentialStore;
import io.heliograph.core.account.store.InviteStore;
import io.heliograph.core.account.store.LinkStore;
import io.heliograph.core.account.store.MailStore;
import io.heliograph.core.account.store.PersonStore;
import io.heliograph.core.inventory.ErasureOrder;
import io.heliograph.core.inventory.ErasureParticipant;
import io.heliograph.core.inventory.ErasurePhase;
import io.heliograph.core.inventory.ErasureScope;
import io.heliograph.core.inventory.ErasureStep;
import io.heliograph.core.inventory.ExportParticipant;
import io.heliograph.core.inventory.ExportSink;
import io.heliograph.core.inventory.Holding;
import io.heliograph.core.inventory.Tally;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.PrincipalId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How accounts answer for a person: with the order nobody signs in any more; in the phase ACCOUNT everything goes but
 * the principal's number, which other records refer to and which leads to nobody.
 */
final class AccountParticipant implements ErasureParticipant, ExportParticipant {
    private final Tx tx;
    private final PersonStore persons;
    private final AccessStore access;
    private final InviteStore invites;
    private final LinkStore links;
    private final CredentialStore credentials;
    private final MailStore mails;
    private final BrowserSessions sessions;
    private final ApiKeys keys;
    private final InstantSource clock;

    AccountParticipant(
            Tx tx,
            PersonStore persons,
            AccessStore access,
            InviteStore invites,
            LinkStore links,
            CredentialStore credentials,
            MailStore mails,
            BrowserSessions sessions,
            ApiKeys keys,
            InstantSource clock) {
        this.tx = tx;
        this.persons = persons;
        this.access = access;
        this.invites = invites;
        this.links = links;
        this.credentials = credentials;
        this.mails = mails;
        this.sessions = sessions;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public String feature() {
        return AccountContribution.FEATURE;
    }

    @Override
    public Set<ErasurePhase> phases() {
        return Set.of(ErasurePhase.ACCOUNT);
    }

    @Override
    public Set<DataCategory> categories() {
        return Set.of(DataCategory.ACCOUNT, DataCategory.ACCESS);
    }

    private static boolean covers(ErasureOrder order) {
        return order.scope() instanceof ErasureScope.Account && order.erases(DataCategory.ACCOUNT);
    }

    @Override
    public void tombstone(ErasureOrder order) {
        if (!covers(order)) {
            return;
        }
        PrincipalId who = order.owner();
        sessions.forget(who);
        keys.forget(who);
        persons.erasing(who);
        access.deleteSessions(who, null, null);
        links.deleteAll(who);
    }

    @Override
    public ErasureStep step(ErasureOrder order, ErasurePhase phase, Optional<String> checkpoint) {
        if (!covers(order)) {
            return ErasureStep.nothing();
        }
        PrincipalId who = order.owner();
        return tx.required(() -> {
            keys.forget(who);
            List<Tally> tallies = new ArrayList<>();
            tallies.add(Tally.erased(DataCategory.ACCESS, "session", access.deleteSessions(who, null, null)));
            tallies.add(Tally.erased(DataCategory.ACCESS, "api-key", access.deleteKeys(who)));
            tallies.add(Tally.erased(DataCategory.ACCOUNT, "link", links.deleteAll(who)));
            tallies.add(Tally.erased(DataCategory.ACCOUNT, "invite", invites.erase(who)));
            tallies.add(Tally.erased(DataCategory.ACCOUNT, "mail", mails.deleteAll(who)));
            tallies.add(Tally.erased(DataCategory.ACCOUNT, "credential", credentials.deleteAll(who)));
            tallies.add(Tally.erased(DataCategory.ACCOUNT, "person", persons.delete(who)));
            return new ErasureStep.Finished(
                    tallies.stream().filter(tally -> tally.count() > 0).toList());
        });
    }

    @Override
    public List<Holding> remaining(ErasureOrder order) {
        return covers(order) ? holdings(order.owner()) : List.of();
    }

    @Override
    public int formatVersion() {
        return 1;
    }

    @Override
    public List<Holding> holdings(PrincipalId owner) {
        return tx.required(() -> {
            List<Holding> holdings = new ArrayList<>();
            add(holdings, DataCategory.ACCOUNT, "person", persons.find(owner).isPresent() ? 1 : 0);
            add(
                    holdings,
                    DataCategory.ACCOUNT,
                    "credential",
                    credentials.of(owner).size());
            add(holdings, DataCategory.ACCOUNT, "mail", mails.count(owner));
            add(
                    holdings,
                    DataCategory.ACCESS,
                    "session",
                    access.sessionHashes(owner).size());
            add(
                    holdings,
                    DataCategory.ACCESS,
                    "api-key",
                    access.keyHashes(owner).size());
            return List.copyOf(holdings);
        });
    }

    private static void add(List<Holding> holdings, DataCategory category, String what, long count) {
        if (count > 0) {
            holdings.add(new Holding(category, what, count, 0, null));
        }
    }

    @Override
    public Optional<String> export(PrincipalId owner, Optional<String> cursor, ExportSink sink) {
        tx.required(() -> persons.find(owner))
                .ifPresent(person -> sink.line(DataCategory.ACCOUNT, "person", fields(person)));
        for (CredentialStore.Kept kept : tx.required(() -> credentials.of(owner))) {
            sink.line(
                    DataCategory.ACCOUNT,
                    "sign-in-method",
                    Map.of("instance", kept.instance(), "changedAt", kept.updatedAt()));
        }
        for (BrowserSessions.Entry session : tx.required(() -> access.sessions(owner, Times.micros(clock)))) {
            sink.line(
                    DataCategory.ACCESS,
                    "session",
                    Map.of(
                            "id", session.id().toString(),
                            "device", session.device(),
                            "address", session.address(),
                            "createdAt", session.createdAt(),
                            "lastSeenAt", session.lastSeenAt(),
                            "expiresAt", session.expiresAt()));
        }
        for (ApiKeys.Entry key : tx.required(() -> access.keys(owner))) {
            sink.line(DataCategory.ACCESS, "api-key", fields(key));
        }
        return Optional.empty();
    }

    private static Map<String, Object> fields(Person person) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", person.id().toString());
        fields.put("email", person.email());
        fields.put("emailConfirmed", person.emailConfirmed());
        fields.put("role", person.role().word());
        fields.put("locale", person.locale().toLanguageTag());
        fields.put("createdAt", person.createdAt());
        person.pendingEmail().ifPresent(pending -> fields.put("pendingEmail", pending));
        person.passwordChangedAt().ifPresent(at -> fields.put("passwordChangedAt", at));
        person.lastSeenAt().ifPresent(at -> fields.put("lastSeenAt", at));
        person.suspension().ifPresent(suspension -> {
            fields.put("suspendedAt", suspension.at());
            fields.put("suspendReason", suspension.reason());
        });
        return fields;
    }

    private static Map<String, Object> fields(ApiKeys.Entry key) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", key.id().toString());
        fields.put("name", key.name());
        fields.put("prefix", key.prefix());
        fields.put(
                "scopes", key.scopes().stream().map(Permission::word).sorted().collect(Collectors.joining(" ")));
        fields.put("createdAt", key.createdAt());
        key.lastUsedAt().ifPresent(at -> fields.put("lastUsedAt", at));
        key.expiresAt().ifPresent(at -> fields.put("expiresAt", at));
        key.revokedAt().ifPresent(at -> fields.put("revokedAt", at));
        return fields;
    }
}
