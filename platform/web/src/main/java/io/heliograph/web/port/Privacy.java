package io.heliograph.web.port;

import io.heliograph.core.generation.RecipientView;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** What went where, what is kept for how long, who runs this. */
public interface Privacy {
    /** What of a person's data left, newest first. */
    Page<DisclosureView> disclosures(PrincipalId principal, Optional<Cursor> after, int limit);

    /**
     * Where the data of one of the person's own things went, newest first, at most 200; empty also if it is not theirs.
     *
     * @param generation that made it: what left for it belongs to the answer
     */
    List<DisclosureView> disclosuresOf(PrincipalId principal, AssetId asset, Optional<JobId> generation);

    /** Who runs this installation. */
    OperatorView operator();

    /** The privacy page's own parts; operator and cookies are added to it. */
    PageView page(Locale locale);

    /** One disclosure. @param categories names of data categories in lower case */
    record DisclosureView(
            UUID id,
            Instant at,
            String recipientName,
            Optional<String> country,
            String instance,
            List<String> categories,
            long bytes,
            String purpose,
            boolean local,
            Optional<JobId> generation,
            Optional<String> retention) {
        public DisclosureView {
            categories = List.copyOf(categories);
        }
    }

    /** Who runs this installation; parts that the operator did not give are empty. */
    record OperatorView(
            Optional<String> name,
            Optional<String> address,
            Optional<String> contact,
            Optional<String> representative,
            Optional<String> country,
            Optional<String> governingLaw,
            Optional<String> publicUrl) {}

    /** What the page says. @param version changes when anything in it does */
    record PageView(String version, Instant generatedAt, List<Category> categories, List<Recipient> recipients) {
        public PageView {
            categories = List.copyOf(categories);
            recipients = List.copyOf(recipients);
        }
    }

    /** One category of data. @param onErasure {@code erase}, {@code pseudonymise} or {@code keepUntil} */
    record Category(
            String id,
            String title,
            Optional<String> description,
            List<String> fields,
            Optional<String> purpose,
            OptionalInt keptDays,
            Optional<String> keptText,
            Optional<String> onErasure) {}

    /** One instance that may get data. */
    record Recipient(
            String instance,
            String pluginName,
            boolean local,
            RecipientView recipient,
            List<String> categories,
            List<String> hosts) {}
}
