package io.heliograph.web.api;

import io.heliograph.core.audit.AuditEntry;
import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.billing.ledger.Balance;
import io.heliograph.core.billing.ledger.Ledger;
import io.heliograph.core.billing.ledger.Operation;
import io.heliograph.core.billing.ledger.StatementLine;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.Uuids;
import io.heliograph.policy.Purpose;
import io.heliograph.web.edge.Call;
import io.heliograph.web.edge.Reply;
import io.heliograph.web.edge.Routes;
import io.heliograph.web.message.Messages;
import io.heliograph.web.port.CreditGrants;
import io.heliograph.web.port.People;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Balance, statement, and an administrator's grant. */
final class CreditHandlers {
    private final Ledger ledger;
    private final CreditGrants grants;
    private final People people;
    private final AuditLog audit;
    private final Messages messages;

    CreditHandlers(Ledger ledger, CreditGrants grants, People people, AuditLog audit, Messages messages) {
        this.ledger = ledger;
        this.grants = grants;
        this.people = people;
        this.audit = audit;
        this.messages = messages;
    }

    void register(Routes.Builder routes) {
        routes.on("getBalance", Purpose.BILLING, call -> Reply.ok(balance(ledger.balance(call.principal()))));
        routes.on(
                "listLedgerEntries",
                Purpose.BILLING,
                call -> Reply.ok(Out.page(
                        ledger.statement(call.principal(), Parse.cursor(call), call.limit()),
                        line -> line(line, call.locale()))));
        routes.on("grantCredits", Purpose.ADMINISTRATION, this::grant);
    }

    private Reply grant(Call call) {
        PrincipalId person = Parse.person(call);
        Parse.requireDone(people.get(person).isPresent());
        long credits = call.body().getLong("credits");
        grants.grant(wish(call, person), person, credits);
        audit.record(AuditEntry.of("credits.grant")
                .by(call.principal())
                .on("account", person)
                .ownedBy(person)
                .detail("credits", credits)
                .detail("note", call.body().getString("note", "")));
        return Reply.ok(balance(ledger.balance(person)));
    }

    /** The caller's key for this wish, as the id that the book knows it by. */
    private static UUID wish(Call call, PrincipalId person) {
        String key = call.text("Idempotency-Key");
        return Uuids.parse(key)
                .orElseGet(() -> UUID.nameUUIDFromBytes(
                        (call.principal() + " " + person + " " + key).getBytes(StandardCharsets.UTF_8)));
    }

    static JsonObject balance(Balance balance) {
        return Out.object()
                .put("available", balance.available())
                .put("held", balance.held())
                .json();
    }

    private JsonObject line(StatementLine line, Locale locale) {
        return Out.object()
                .put("id", line.id())
                .put("kind", kind(line.operation()))
                .put("credits", line.availableChange())
                .put("amount", line.credits())
                .put("at", line.bookedAt())
                .optional("generationId", line.job())
                .optional("note", note(line.reason(), locale))
                .json();
    }

    private Optional<String> note(String reason, Locale locale) {
        return reason.isEmpty() ? Optional.empty() : messages.find(locale, "grant." + reason, Map.of());
    }

    private static String kind(Operation operation) {
        return switch (operation) {
            case GRANT -> "grant";
            case RESERVE -> "reserve";
            case SETTLE -> "settle";
            case RELEASE, RELEASE_AT_LOSS -> "release";
            case EXPIRED_UNKNOWN -> "expiredUnknown";
        };
    }
}
