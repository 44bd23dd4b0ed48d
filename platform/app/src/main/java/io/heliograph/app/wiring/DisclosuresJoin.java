package io.heliograph.app.wiring;

import io.heliograph.core.library.AssetDisclosures;
import io.heliograph.core.privacy.DisclosureEntry;
import io.heliograph.core.privacy.Disclosures;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The library's port to the record of disclosures: those of an asset and of the job that made it. */
final class DisclosuresJoin implements AssetDisclosures {
    private final Disclosures disclosures;

    DisclosuresJoin(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public List<Line> of(PrincipalId owner, AssetId asset, Optional<JobId> job) {
        List<ObjectRef> objects = new ArrayList<>(List.of(ObjectRef.asset(asset)));
        job.map(ObjectRef::job).ifPresent(objects::add);
        return disclosures.of(owner, objects).stream()
                .map(DisclosuresJoin::line)
                .toList();
    }

    private static Line line(DisclosureEntry entry) {
        String recipient = entry.recipients().stream()
                .map(DisclosureEntry.DisclosedTo::name)
                .collect(Collectors.joining(", "));
        String country = entry.recipients().stream()
                .map(DisclosureEntry.DisclosedTo::country)
                .distinct()
                .collect(Collectors.joining(", "));
        return new Line(
                entry.at(),
                entry.instance().value(),
                recipient,
                country,
                entry.categories().stream()
                        .map(category -> category.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList(),
                entry.purpose(),
                entry.bytes());
    }
}
