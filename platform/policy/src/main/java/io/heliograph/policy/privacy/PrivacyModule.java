package io.heliograph.policy.privacy;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.Actor;
import io.heliograph.policy.Facts;
import io.heliograph.policy.GateRequest;
import io.heliograph.policy.Judge;
import io.heliograph.policy.ObjectRef;
import io.heliograph.policy.Purpose;
import io.heliograph.policy.Reasons;
import io.heliograph.policy.Ruling;
import io.heliograph.spi.policy.Gate;
import io.heliograph.spi.policy.Obligation;
import io.heliograph.spi.policy.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Privacy at four gates: who sees a thing (REVEAL), what leaves to whom (DISCLOSE), how it is kept (STORE) and who may
 * have it erased (ERASE). It denies whatever its tables do not name.
 */
@Commitment({"V1", "V3", "T1", "T2", "C3", "U4"})
public final class PrivacyModule implements Judge {
    private static final Set<Gate> GATES = EnumSet.of(Gate.REVEAL, Gate.DISCLOSE, Gate.STORE, Gate.ERASE);
    /** Kinds that hold no content, so that an administrator in office may see and end them. */
    private static final Set<String> OFFICE_KINDS = Set.of("account", "invite", "session", "mail", "plugin", "setting");
    /** Why the platform itself may read what is kept: to work for the owner, or to look whether it is gone. */
    private static final Set<Purpose> INTERNAL_READS = Set.of(
            Purpose.GENERATION,
            Purpose.UPLOAD,
            Purpose.EXPORT,
            Purpose.RETENTION,
            Purpose.DELETION,
            Purpose.HOUSEKEEPING);
    /** Why the platform itself may erase. */
    private static final Set<Purpose> INTERNAL_ERASURES =
            Set.of(Purpose.RETENTION, Purpose.DELETION, Purpose.GENERATION, Purpose.UPLOAD, Purpose.HOUSEKEEPING);
    /** Clean-up of what never became visible goes on under a hold: it is no evidence of anything. */
    private static final Set<Purpose> UNDER_HOLD = Set.of(Purpose.HOUSEKEEPING);

    private static final Set<DataCategory> SEALED =
            EnumSet.of(DataCategory.PROMPT, DataCategory.RESULT, DataCategory.UPLOAD, DataCategory.SUPPORT);
    private static final Set<DataCategory> MEDIA = EnumSet.of(DataCategory.RESULT, DataCategory.UPLOAD);

    private final DeclaredRecipients recipients;
    private final LegalHolds holds;

    /** Rules by what the plugins declared and whom a law holds. */
    public PrivacyModule(DeclaredRecipients recipients, LegalHolds holds) {
        this.recipients = recipients;
        this.holds = holds;
    }

    @Override
    public String name() {
        return "privacy";
    }

    @Override
    public Set<Gate> gates() {
        return GATES;
    }

    @Override
    public Ruling judge(GateRequest request) {
        return switch (request.gate()) {
            case REVEAL -> reveal(request);
            case DISCLOSE -> disclose(request);
            case STORE -> store(request);
            case ERASE -> erase(request);
            case ADMIT -> Ruling.deny(Reasons.NO_MODULE);
        };
    }

    private static Ruling reveal(GateRequest request) {
        Actor actor = request.actor();
        boolean shared = Facts.SHARE_GRANT.in(request).orElse(false);
        if (Visibility.allows(actor, request.owner(), Facts.VISIBILITY.in(request), shared)) {
            return Ruling.allow();
        }
        return switch (actor) {
            case Actor.Internal _ ->
                INTERNAL_READS.contains(request.purpose()) ? Ruling.allow() : Ruling.deny(Reasons.NOT_VISIBLE);
            case Actor.Staff _ -> office(request, Reasons.NOT_VISIBLE);
            case Actor.Person _, Actor.Anonymous _ -> Ruling.deny(Reasons.NOT_VISIBLE);
        };
    }

    private static Ruling office(GateRequest request, String otherwise) {
        boolean inOffice = request.purpose().equals(Purpose.ADMINISTRATION)
                && request.object()
                        .map(ObjectRef::kind)
                        .filter(OFFICE_KINDS::contains)
                        .isPresent();
        return inOffice ? Ruling.allow(Obligation.of(Obligation.Kind.AUDIT)) : Ruling.deny(otherwise);
    }

    private Ruling disclose(GateRequest request) {
        Optional<Declaration> declared = request.instance().flatMap(recipients::of);
        if (declared.isEmpty()) {
            return Ruling.deny(Reasons.UNDECLARED_RECIPIENT);
        }
        if (foreign(request)) {
            return Ruling.deny(Reasons.NOT_OWNER);
        }
        Optional<Set<DataCategory>> leaving = Facts.CATEGORIES.in(request).map(PrivacyModule::categories);
        if (leaving.isEmpty()) {
            return Ruling.deny(Reasons.FACT_MISSING);
        }
        if (!Minimisation.most(request.purpose()).containsAll(leaving.get())) {
            return Ruling.deny(Reasons.MORE_THAN_NEEDED);
        }
        if (!declared.get().categories().containsAll(leaving.get())) {
            return Ruling.deny(Reasons.UNDECLARED_CATEGORY);
        }
        Optional<String> host = Facts.HOST.in(request);
        if (host.isPresent() && !declared.get().declaresHost(host.get())) {
            return Ruling.deny(Reasons.UNDECLARED_HOST);
        }
        boolean carriesData = leaving.get().stream().anyMatch(category -> category != DataCategory.OPERATIONAL);
        return carriesData ? Ruling.allow(Obligation.of(Obligation.Kind.RECORD_DISCLOSURE)) : Ruling.allow();
    }

    private Ruling store(GateRequest request) {
        Optional<DataCategory> category = Facts.CATEGORY.in(request).map(DataCategory::valueOf);
        if (category.isEmpty()) {
            return Ruling.deny(Reasons.FACT_MISSING);
        }
        if (foreign(request)) {
            return Ruling.deny(Reasons.NOT_OWNER);
        }
        List<Obligation> duties = new ArrayList<>();
        if (SEALED.contains(category.get())) {
            if (request.owner().isEmpty()) {
                return Ruling.deny(Reasons.FACT_MISSING);
            }
            duties.add(Obligation.of(Obligation.Kind.SEAL));
        }
        if (MEDIA.contains(category.get())) {
            duties.add(Obligation.of(Obligation.Kind.STRIP_METADATA));
        }
        if (Facts.GENERATED.in(request).orElse(false)) {
            Optional<String> origin = Facts.ORIGIN.in(request);
            if (origin.isEmpty()) {
                return Ruling.deny(Reasons.FACT_MISSING);
            }
            duties.add(Obligation.of(Obligation.Kind.MARK_ORIGIN, "origin", origin.get()));
        }
        if (request.instance().isPresent()) {
            Optional<Declaration> store = recipients.of(request.instance().get());
            if (store.isEmpty()) {
                return Ruling.deny(Reasons.UNDECLARED_RECIPIENT);
            }
            if (!store.get().local()) {
                duties.add(Obligation.of(Obligation.Kind.RECORD_DISCLOSURE));
            }
        }
        return Ruling.allow(duties.toArray(Obligation[]::new));
    }

    private Ruling erase(GateRequest request) {
        Ruling ruling = switch (request.actor()) {
            case Actor.Person(PrincipalId id) ->
                request.owner().filter(id::equals).isPresent() ? Ruling.allow() : Ruling.deny(Reasons.NOT_OWNER);
            case Actor.Internal _ ->
                INTERNAL_ERASURES.contains(request.purpose()) ? Ruling.allow() : Ruling.deny(Reasons.NOT_OWNER);
            case Actor.Staff _ -> office(request, Reasons.NOT_OWNER);
            case Actor.Anonymous _ -> Ruling.deny(Reasons.NOT_OWNER);
        };
        boolean held = request.owner().filter(holds::held).isPresent() && !UNDER_HOLD.contains(request.purpose());
        return held && ruling.verdict() instanceof Verdict.Allow ? Ruling.deny(Reasons.LEGAL_HOLD) : ruling;
    }

    /** Whether a person acts on what belongs to somebody else. */
    private static boolean foreign(GateRequest request) {
        return request.actor() instanceof Actor.Person(PrincipalId id)
                && request.owner().isPresent()
                && !request.owner().get().equals(id);
    }

    private static Set<DataCategory> categories(String joined) {
        Set<DataCategory> all = EnumSet.noneOf(DataCategory.class);
        if (!joined.isEmpty()) {
            for (String name : joined.split(",")) {
                all.add(DataCategory.valueOf(name));
            }
        }
        return all;
    }
}
