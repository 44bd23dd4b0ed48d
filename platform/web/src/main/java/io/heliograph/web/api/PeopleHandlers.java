package io.heliograph.web.api;

import io.heliograph.core.billing.ledger.Ledger;
import io.heliograph.kernel.InviteId;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.Purpose;
import io.heliograph.web.edge.Call;
import io.heliograph.web.edge.Reply;
import io.heliograph.web.edge.Routes;
import io.heliograph.web.port.Accounts;
import io.heliograph.web.port.Erasures;
import io.heliograph.web.port.People;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People and invitations, for administrators: counts, never content. */
final class PeopleHandlers {
    private final People people;
    private final Erasures erasures;
    private final Ledger ledger;
    private final Optional<String> publicUrl;

    /** @param publicUrl address under which people reach the service, for links; else the one the caller uses */
    PeopleHandlers(People people, Erasures erasures, Ledger ledger, Optional<String> publicUrl) {
        this.people = people;
        this.erasures = erasures;
        this.ledger = ledger;
        this.publicUrl = publicUrl;
    }

    void register(Routes.Builder routes) {
        Purpose purpose = Purpose.ADMINISTRATION;
        routes.on("listPeople", purpose, this::list);
        routes.on(
                "getPerson",
                purpose,
                call -> Reply.ok(person(people.get(Parse.person(call)).orElseThrow(Parse::notFound), call)));
        routes.on(
                "setRole",
                purpose,
                call -> Reply.ok(person(
                        people.setRole(
                                call.principal(),
                                Parse.person(call),
                                call.body().getString("role")),
                        call)));
        routes.on(
                "suspendPerson",
                purpose,
                call -> Reply.ok(person(
                        people.suspend(
                                call.principal(),
                                Parse.person(call),
                                call.body().getString("reason")),
                        call)));
        routes.on(
                "unsuspendPerson",
                purpose,
                call -> Reply.ok(person(people.unsuspend(call.principal(), Parse.person(call)), call)));
        routes.on(
                "listInvites",
                purpose,
                call -> Reply.ok(Out.page(people.invites(Parse.cursor(call), call.limit()), PeopleHandlers::invite)));
        routes.on("createInvite", purpose, this::createInvite);
        routes.on("revokeInvite", purpose, this::revokeInvite);
    }

    private Reply list(Call call) {
        People.Query query = new People.Query(call.find("q"), call.find("role"), call.find("state"));
        Page<People.PersonView> page = people.list(query, Parse.cursor(call), call.limit());
        Map<PrincipalId, Erasures.Pending> going = erasures.pending(
                page.items().stream().map(People.PersonView::id).toList());
        return Reply.ok(Out.page(page, each -> person(each, Optional.ofNullable(going.get(each.id())), call)));
    }

    private Reply createInvite(Call call) {
        JsonObject body = call.body();
        People.NewInvite made = people.invite(
                call.principal(),
                new People.Invitation(
                        Parse.text(call, "email"),
                        body.getString("role", "user"),
                        Parse.text(call, "note").filter(note -> !note.isBlank()),
                        Duration.ofDays(body.getInteger("expiresInDays", 7))));
        String url = publicUrl.orElse(call.client().origin()) + "/invite#" + made.token();
        return Reply.created(Out.object()
                .put("invite", invite(made.invite()))
                .put("url", url)
                .json());
    }

    private Reply revokeInvite(Call call) {
        Parse.requireDone(people.revokeInvite(call.principal(), Parse.id(call, "inviteId", InviteId::parse)));
        return Reply.none();
    }

    private JsonObject person(People.PersonView person, Call call) {
        return person(
                person,
                Optional.ofNullable(erasures.pending(List.of(person.id())).get(person.id())),
                call);
    }

    private JsonObject person(People.PersonView person, Optional<Erasures.Pending> going, Call call) {
        Out out = Out.object()
                .put("id", person.id())
                .put("email", person.email())
                .put("emailConfirmed", person.emailConfirmed())
                .put("role", person.role())
                .put("state", person.suspension().isPresent() ? "suspended" : "active")
                .optional("erasure", ErasureHandlers.pending(going))
                .put("createdAt", person.createdAt())
                .optional("lastSeenAt", person.lastSeenAt())
                .put("balance", CreditHandlers.balance(ledger.balance(person.id())))
                .optional("items", person.items())
                .optional("bytes", person.bytes())
                .put("you", person.id().equals(call.principal()));
        person.suspension()
                .ifPresent(suspension -> out.put(
                        "suspension",
                        Out.object().put("reason", suspension.reason()).put("at", suspension.at())));
        return out.json();
    }

    private static JsonObject invite(Accounts.InviteView invite) {
        return Out.object()
                .put("id", invite.id())
                .optional("email", invite.email())
                .put("role", invite.role())
                .put("state", invite.state())
                .optional("note", invite.note())
                .put("createdAt", invite.createdAt())
                .put("expiresAt", invite.expiresAt())
                .optional("usedAt", invite.usedAt())
                .json();
    }
}
