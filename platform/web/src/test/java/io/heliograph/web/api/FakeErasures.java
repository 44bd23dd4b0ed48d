package io.heliograph.web.api;

import io.heliograph.kernel.Ids;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.kernel.SessionId;
import io.heliograph.web.port.Erasures;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Wishes that accounts go, in memory. */
final class FakeErasures implements Erasures {
    static final String CODE = "a-code-that-opens-the-receipt";
    private static final Instant DUE = FakeAccounts.NOW.plus(Duration.ofDays(7));

    private final UUID order;
    private final FakeAccounts accounts;
    private Optional<Pending> pending = Optional.empty();

    FakeErasures(Ids ids, FakeAccounts accounts) {
        this.order = ids.next();
        this.accounts = accounts;
    }

    @Override
    public Standing standing(PrincipalId person) {
        return new Standing(
                pending,
                Duration.ofHours(180),
                List.of(
                        new Category("result", 2, 200, "erase", Optional.empty(), Optional.empty()),
                        new Category("invoice", 1, 0, "keep", Optional.of(DUE), Optional.of("tax-law"))));
    }

    @Override
    public Map<PrincipalId, Pending> pending(Collection<PrincipalId> people) {
        return pending.map(one -> Map.of(accounts.ann, one)).orElse(Map.of());
    }

    @Override
    public Taken request(PrincipalId person, Optional<String> password, Optional<SessionId> session, boolean atOnce) {
        if (!password.equals(Optional.of(FakeAccounts.PASSWORD))) {
            throw ProblemException.of(ProblemType.WRONG_CREDENTIALS);
        }
        return requestFor(person, person, atOnce);
    }

    @Override
    public Taken requestFor(PrincipalId administrator, PrincipalId person, boolean atOnce) {
        pending = Optional.of(new Pending(atOnce ? Optional.empty() : Optional.of(DUE)));
        return new Taken(order, pending.get().dueAt(), "https://example.org/erased#" + CODE);
    }

    @Override
    public boolean takeBack(PrincipalId person) {
        boolean taken = pending.flatMap(Pending::dueAt).isPresent();
        pending = Optional.empty();
        return taken;
    }

    @Override
    public boolean takeBackFor(PrincipalId administrator, PrincipalId person) {
        return takeBack(person);
    }

    @Override
    public Optional<Receipt> receipt(String code) {
        return code.equals(CODE)
                ? Optional.of(new Receipt(
                        order,
                        "done",
                        FakeAccounts.NOW,
                        Optional.empty(),
                        Optional.of(DUE),
                        List.of(
                                new Line("result", "asset", "erased", 2, ""),
                                new Line("prompt", "provider-copy", "not-possible", 1, "provider-has-no-erasure")),
                        Optional.of("a.b.c")))
                : Optional.empty();
    }
}
