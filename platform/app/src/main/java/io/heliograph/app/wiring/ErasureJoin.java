package io.heliograph.app.wiring;

import io.heliograph.core.account.AccountRoom;
import io.heliograph.core.inventory.Disposition;
import io.heliograph.core.inventory.Tally;
import io.heliograph.core.privacy.AccountErasure;
import io.heliograph.core.privacy.ErasureOutlook;
import io.heliograph.core.privacy.ErasureReceipt;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.SessionId;
import io.heliograph.policy.Actor;
import io.heliograph.web.port.Erasures;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How accounts end, by core's privacy; that it is the person is for core's accounts to say. */
final class ErasureJoin implements Erasures {
    private final AccountErasure erasure;
    private final AccountRoom room;
    private final UnaryOperator<String> receiptUrl;

    /** @param receiptUrl address of the page that opens a code's receipt */
    ErasureJoin(AccountErasure erasure, AccountRoom room, UnaryOperator<String> receiptUrl) {
        this.erasure = erasure;
        this.room = room;
        this.receiptUrl = receiptUrl;
    }

    @Override
    public Standing standing(PrincipalId person) {
        return new Standing(
                erasure.pending(person).map(ErasureJoin::pending),
                erasure.grace(),
                erasure.outlook(person).stream().map(ErasureJoin::category).toList());
    }

    @Override
    public Map<PrincipalId, Pending> pending(Collection<PrincipalId> people) {
        Map<PrincipalId, Pending> all = new HashMap<>();
        erasure.pending(people).forEach((person, receipt) -> all.put(person, pending(receipt)));
        return all;
    }

    private static Pending pending(ErasureReceipt receipt) {
        return new Pending(receipt.dueAt());
    }

    private static Category category(ErasureOutlook outlook) {
        String name = outlook.category().name().toLowerCase(Locale.ROOT);
        return switch (outlook.disposition()) {
            case Disposition.Erase() ->
                new Category(name, outlook.count(), outlook.bytes(), "erase", Optional.empty(), Optional.empty());
            case Disposition.Pseudonymise() ->
                new Category(
                        name, outlook.count(), outlook.bytes(), "pseudonymise", Optional.empty(), Optional.empty());
            case Disposition.KeepUntil(var until, String reason) ->
                new Category(name, outlook.count(), outlook.bytes(), "keep", Optional.of(until), Optional.of(reason));
        };
    }

    @Override
    public Taken request(PrincipalId person, Optional<String> password, Optional<SessionId> session, boolean atOnce) {
        room.accounts().confirm(person, password, session);
        room.people().requireReplaceable(person);
        return taken(erasure.request(Actor.person(person), person, atOnce));
    }

    @Override
    public Taken requestFor(PrincipalId administrator, PrincipalId person, boolean atOnce) {
        room.people().requireReplaceable(person);
        return taken(erasure.request(Actor.staff(administrator), person, atOnce));
    }

    private Taken taken(AccountErasure.Wish wish) {
        return new Taken(wish.order(), wish.dueAt(), receiptUrl.apply(wish.receiptCode()));
    }

    @Override
    public boolean takeBack(PrincipalId person) {
        return erasure.takeBack(Actor.person(person), person);
    }

    @Override
    public boolean takeBackFor(PrincipalId administrator, PrincipalId person) {
        return erasure.takeBack(Actor.staff(administrator), person);
    }

    @Override
    public Optional<Receipt> receipt(String code) {
        return erasure.receipt(code)
                .map(shown -> new Receipt(
                        shown.receipt().id(),
                        shown.receipt().state().name().toLowerCase(Locale.ROOT),
                        shown.receipt().orderedAt(),
                        shown.receipt().dueAt(),
                        shown.receipt().finishedAt(),
                        shown.receipt().tallies().stream()
                                .map(ErasureJoin::line)
                                .toList(),
                        shown.signed()));
    }

    private static Line line(Tally tally) {
        return new Line(
                tally.category().name().toLowerCase(Locale.ROOT),
                tally.what(),
                tally.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                tally.count(),
                tally.detail());
    }
}
