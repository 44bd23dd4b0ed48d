package io.heliograph.web.api;

import io.heliograph.kernel.Commitment;
import io.heliograph.policy.Purpose;
import io.heliograph.web.edge.Call;
import io.heliograph.web.edge.Reply;
import io.heliograph.web.edge.Routes;
import io.heliograph.web.edge.SessionCookie;
import io.heliograph.web.port.Erasures;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Deletion of accounts: one's own, and anybody's by an administrator; and the receipt of it. */
@Commitment("G3")
final class ErasureHandlers {
    private final Erasures erasures;

    ErasureHandlers(Erasures erasures) {
        this.erasures = erasures;
    }

    void register(Routes.Builder routes) {
        routes.on(
                "getAccountErasure", Purpose.ACCOUNT, call -> Reply.ok(standing(erasures.standing(call.principal()))));
        routes.on("requestAccountErasure", Purpose.SIGN_IN, this::request);
        routes.on("takeBackAccountErasure", Purpose.ACCOUNT, call -> {
            Parse.requireDone(erasures.takeBack(call.principal()));
            return Reply.none();
        });
        routes.on(
                "inspectErasureReceipt",
                Purpose.SIGN_UP,
                call -> Reply.ok(
                        receipt(erasures.receipt(call.body().getString("token")).orElseThrow(Parse::notFound))));
        routes.on(
                "erasePerson",
                Purpose.ADMINISTRATION,
                call -> Reply.accepted(taken(erasures.requestFor(call.principal(), Parse.person(call), atOnce(call)))));
        routes.on("keepPerson", Purpose.ADMINISTRATION, call -> {
            Parse.requireDone(erasures.takeBackFor(call.principal(), Parse.person(call)));
            return Reply.none();
        });
    }

    private Reply request(Call call) {
        Erasures.Taken taken =
                erasures.request(call.principal(), Parse.text(call, "password"), Parse.session(call), atOnce(call));
        Reply reply = Reply.accepted(taken(taken));
        return taken.dueAt().isPresent() ? reply : reply.with(SessionCookie.Change.end());
    }

    private static boolean atOnce(Call call) {
        return call.body().getBoolean("atOnce", false);
    }

    private static JsonObject standing(Erasures.Standing standing) {
        return Out.object()
                .put("state", standing.pending().map(ErasureHandlers::state).orElse("none"))
                .optional("dueAt", standing.pending().flatMap(Erasures.Pending::dueAt))
                .put("graceDays", days(standing.grace()))
                .list(
                        "categories",
                        standing.categories(),
                        one -> Out.object()
                                .put("category", one.category())
                                .put("count", one.count())
                                .put("bytes", one.bytes())
                                .put("outcome", one.outcome())
                                .optional("keptUntil", one.keptUntil())
                                .optional("reason", one.reason())
                                .json())
                .json();
    }

    /** Whole days, rounded up: nobody is promised less than they get. */
    private static long days(Duration grace) {
        return grace.plusDays(1).minusNanos(1).toDays();
    }

    private static JsonObject taken(Erasures.Taken taken) {
        return Out.object()
                .put("orderId", taken.order())
                .put("state", state(new Erasures.Pending(taken.dueAt())))
                .optional("dueAt", taken.dueAt())
                .put("receiptUrl", taken.receiptUrl())
                .json();
    }

    private static JsonObject receipt(Erasures.Receipt receipt) {
        return Out.object()
                .put("orderId", receipt.order())
                .put("state", receipt.state())
                .put("orderedAt", receipt.orderedAt())
                .optional("dueAt", receipt.dueAt())
                .optional("finishedAt", receipt.finishedAt())
                .list(
                        "lines",
                        receipt.lines(),
                        line -> Out.object()
                                .put("category", line.category())
                                .put("what", line.what())
                                .put("outcome", line.outcome())
                                .put("count", line.count())
                                .text("detail", line.detail())
                                .json())
                .optional("signed", receipt.signed())
                .json();
    }

    /** The wish as it stands beside a person; nothing where there is none. */
    static Optional<JsonObject> pending(Optional<Erasures.Pending> pending) {
        return pending.map(one -> Out.object()
                .put("state", state(one))
                .optional("dueAt", one.dueAt())
                .json());
    }

    private static String state(Erasures.Pending pending) {
        Optional<Instant> due = pending.dueAt();
        return due.isPresent() ? "scheduled" : "running";
    }
}
