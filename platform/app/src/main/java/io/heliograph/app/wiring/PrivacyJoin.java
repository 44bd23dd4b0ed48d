package io.heliograph.app.wiring;

import io.heliograph.core.generation.RecipientView;
import io.heliograph.core.privacy.DisclosureEntry;
import io.heliograph.core.privacy.Disclosures;
import io.heliograph.core.privacy.PrivacyPage;
import io.heliograph.core.privacy.PrivacyPages;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.ObjectRef;
import io.heliograph.web.port.Privacy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The web's port to disclosures and the generated privacy page; codes become words of the person's language here. */
final class PrivacyJoin implements Privacy {
    private static final String WORDS = "io.heliograph.app.privacy";

    private final Office office;
    private final Disclosures disclosures;
    private final PrivacyPages pages;

    PrivacyJoin(Office office, PrivacyPages pages) {
        this.office = office;
        this.disclosures = office.disclosures();
        this.pages = pages;
    }

    @Override
    public Page<DisclosureView> disclosures(PrincipalId principal, Optional<Cursor> after, int limit) {
        return disclosures.page(principal, after, limit).map(PrivacyJoin::view);
    }

    @Override
    public List<DisclosureView> disclosuresOf(PrincipalId principal, AssetId asset, Optional<JobId> generation) {
        List<ObjectRef> objects = new ArrayList<>(List.of(ObjectRef.asset(asset)));
        generation.map(ObjectRef::job).ifPresent(objects::add);
        return disclosures.of(principal, objects).stream()
                .map(PrivacyJoin::view)
                .toList();
    }

    private static DisclosureView view(DisclosureEntry entry) {
        boolean local = entry.local();
        return new DisclosureView(
                entry.id(),
                entry.at(),
                local
                        ? entry.plugin()
                        : entry.recipients().stream()
                                .map(DisclosureEntry.DisclosedTo::name)
                                .collect(Collectors.joining(", ")),
                entry.recipients().stream().findFirst().map(DisclosureEntry.DisclosedTo::country),
                entry.instance().value(),
                entry.categories().stream()
                        .map(category -> category.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList(),
                entry.bytes(),
                entry.purpose(),
                local,
                entry.object().filter(object -> object.kind().equals("job")).map(object -> new JobId(object.id())),
                entry.recipients().stream().findFirst().map(DisclosureEntry.DisclosedTo::retention));
    }

    @Override
    public OperatorView operator() {
        return new OperatorView(
                office.configuration().optionalText("operator.legal-name"),
                office.configuration().optionalText("operator.address"),
                office.configuration().optionalText("operator.contact"),
                office.configuration().optionalText("operator.representative"),
                office.configuration().optionalText("operator.country"),
                office.configuration().optionalText("operator.governing-law"),
                office.configuration().optionalText("server.public-url"));
    }

    @Override
    public PageView page(Locale locale) {
        PrivacyPage page = pages.current();
        ResourceBundle words = ResourceBundle.getBundle(WORDS, locale);
        return new PageView(
                page.version(),
                page.generatedAt(),
                page.categories().stream().map(line -> category(line, words)).toList(),
                page.recipients().stream().map(line -> recipient(line, words)).toList());
    }

    private static Category category(PrivacyPage.CategoryLine line, ResourceBundle words) {
        String id = line.category().name().toLowerCase(Locale.ROOT);
        return new Category(
                id,
                words.getString(id + ".title"),
                Optional.of(words.getString(id + ".description")),
                List.copyOf(line.fields()),
                line.purposes().isEmpty() ? Optional.empty() : Optional.of(String.join(", ", line.purposes())),
                line.keptDays().isPresent()
                        ? OptionalInt.of(Math.toIntExact(line.keptDays().getAsLong()))
                        : OptionalInt.empty(),
                line.lawKeepsBecause().map(code -> words.getString("law")),
                Optional.of(line.onErasure().equals("keep") ? "keepUntil" : line.onErasure()));
    }

    private static Recipient recipient(PrivacyPage.RecipientLine line, ResourceBundle words) {
        RecipientView view = line.recipient()
                .map(known -> new RecipientView(
                        known.name(),
                        known.country(),
                        known.role().name().toLowerCase(Locale.ROOT),
                        known.transferBasis().orElse(""),
                        known.retention(),
                        known.trainsOnInput().name().toLowerCase(Locale.ROOT),
                        known.privacyPage().orElse("")))
                .orElseGet(() -> new RecipientView(words.getString("here"), "", "processor", "", "", "no", ""));
        return new Recipient(
                line.instance().value(),
                line.pluginTitle(),
                line.local(),
                view,
                line.categories().stream()
                        .map(category -> category.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList(),
                line.hosts());
    }
}
