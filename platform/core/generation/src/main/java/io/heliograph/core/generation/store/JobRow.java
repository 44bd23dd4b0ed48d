package io.heliograph.core.generation.store;

import io.heliograph.core.tx.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * A row of the queue, as read.
 *
 * @param settlement {@code NONE}, {@code HELD}, {@code CHARGED}, {@code RELEASED} or {@code LOST}
 * @param leaseToken 0 while nobody holds it
 * @param brokenSteps how often a step broke by a fault of ours
 * @param expired whether its deadline had passed when it was read, on the database's clock
 */
public record JobRow(
        UUID id,
        UUID principal,
        String instance,
        String model,
        String modelTitle,
        String kind,
        String origin,
        int count,
        long creditsEach,
        long credits,
        String settlement,
        long charged,
        byte[] inputSealed,
        String state,
        int priority,
        long epoch,
        boolean cancelRequested,
        int attempts,
        long leaseToken,
        Optional<String> submitKey,
        Optional<String> remoteToken,
        Optional<String> remoteVersion,
        Optional<byte[]> outputsSealed,
        Optional<byte[]> notesSealed,
        List<UUID> assets,
        OptionalDouble fraction,
        int previewSeq,
        Optional<String> failureCode,
        Optional<Instant> unknownSince,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> spooledAt,
        Optional<Instant> finishedAt,
        boolean expired,
        Optional<Instant> keepUntil,
        Instant readAt,
        int brokenSteps) {

    static final String COLUMNS = "id, principal_id, instance_id, model_id, model_title, kind, origin, result_count,"
            + " credits_each, credits, settlement, charged, input_sealed, state, priority, epoch, cancel_requested,"
            + " attempts, coalesce(lease_token, 0), submit_key, remote_token, remote_version, outputs_sealed,"
            + " notes_sealed, asset_ids, fraction, preview_seq, failure_code, unknown_since, created_at, started_at,"
            + " spooled_at, finished_at, deadline_at <= utc_timestamp(6), keep_until, utc_timestamp(6), broken_steps";

    static JobRow of(Object[] c) {
        return new JobRow(
                Sql.uuid(c[0]),
                Sql.uuid(c[1]),
                Sql.text(c[2]),
                Sql.text(c[3]),
                Sql.text(c[4]),
                Sql.text(c[5]),
                Sql.text(c[6]),
                (int) Sql.whole(c[7]),
                Sql.whole(c[8]),
                Sql.whole(c[9]),
                Sql.text(c[10]),
                Sql.whole(c[11]),
                Sql.optionalBytes(c[12]).orElseThrow(),
                Sql.text(c[13]),
                (int) Sql.whole(c[14]),
                Sql.whole(c[15]),
                Sql.whole(c[16]) != 0,
                (int) Sql.whole(c[17]),
                Sql.whole(c[18]),
                Sql.optionalText(c[19]),
                Sql.optionalText(c[20]),
                Sql.optionalText(c[21]),
                Sql.optionalBytes(c[22]),
                Sql.optionalBytes(c[23]),
                AssetIds.read(Sql.optionalBytes(c[24]).orElseThrow()),
                c[25] == null ? OptionalDouble.empty() : OptionalDouble.of(((Number) c[25]).doubleValue()),
                (int) Sql.whole(c[26]),
                Sql.optionalText(c[27]),
                Sql.optionalInstant(c[28]),
                Sql.instant(c[29]),
                Sql.optionalInstant(c[30]),
                Sql.optionalInstant(c[31]),
                Sql.optionalInstant(c[32]),
                Sql.whole(c[33]) != 0,
                Sql.optionalInstant(c[34]),
                Sql.instant(c[35]),
                (int) Sql.whole(c[36]));
    }

    /** A job as it is just after it was accepted, without reading it. */
    public static JobRow accepted(NewJob job) {
        return new JobRow(
                job.id(),
                job.principal(),
                job.instance(),
                job.model(),
                job.modelTitle(),
                job.kind(),
                job.origin(),
                job.count(),
                job.creditsEach(),
                job.credits(),
                job.credits() > 0 ? "HELD" : "NONE",
                0,
                job.inputSealed(),
                "QUEUED",
                job.priority(),
                1,
                false,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                OptionalDouble.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                job.createdAt(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                job.keepUntil(),
                job.createdAt(),
                0);
    }

    /** Ids and state only: a row holds sealed text, but a log needs none of it. */
    @Override
    public String toString() {
        return "JobRow[" + id + " " + state + "]";
    }
}
