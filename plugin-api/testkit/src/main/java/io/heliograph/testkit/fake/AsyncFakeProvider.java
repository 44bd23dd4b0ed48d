package io.heliograph.testkit.fake;

import io.heliograph.spi.CallContext;
import io.heliograph.spi.Effect;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.Secret;
import io.heliograph.spi.http.HttpBody;
import io.heliograph.spi.http.HttpCall;
import io.heliograph.spi.http.HttpReply;
import io.heliograph.spi.provider.GenerationProvider;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.JobCanceller;
import io.heliograph.spi.provider.JobLookup;
import io.heliograph.spi.provider.ModelCard;
import io.heliograph.spi.provider.Output;
import io.heliograph.spi.provider.Progress;
import io.heliograph.spi.provider.Quote;
import io.heliograph.spi.provider.QuoteRequest;
import io.heliograph.spi.provider.RemoteErasure;
import io.heliograph.spi.provider.RemoteJob;
import io.heliograph.spi.provider.Results;
import io.heliograph.spi.provider.Submission;
import io.heliograph.spi.provider.VendorWebhook;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remote jobs over the host's network. The vendor speaks lines of {@code name=value}; results lie at addresses that
 * expire and that the host downloads.
 */
public final class AsyncFakeProvider
        implements GenerationProvider, JobCanceller, JobLookup, RemoteErasure, VendorWebhook {
    private static final String VERSION = "1";
    private static final Duration POLL_AFTER = Duration.ofMillis(200);

    private final URI address;
    private final Secret webhookSecret;
    private final long creditsPerOutput;

    /** @param address where the vendor listens */
    public AsyncFakeProvider(URI address, Secret webhookSecret, long creditsPerOutput) {
        this.address = address;
        this.webhookSecret = webhookSecret;
        this.creditsPerOutput = creditsPerOutput;
    }

    @Override
    public List<ModelCard> models(CallContext context) {
        return FakeModel.cards(creditsPerOutput, false);
    }

    @Override
    public Quote quote(QuoteRequest request, CallContext context) throws PluginException {
        return FakeModel.quote(request, creditsPerOutput);
    }

    @Override
    public Submission submit(GenerationSpec spec, IdempotencyKey key, CallContext context) throws PluginException {
        FakeModel.require(spec.model(), spec.count());
        FakeModel.step(key.value(), "submit");
        context.cancellation().check();
        String body = "count=" + spec.count() + "\nside=" + spec.options().number("side") + "\nprompt=" + spec.prompt();
        HttpReply reply = context.network()
                .send(HttpCall.post(
                        address.resolve("/jobs"),
                        Map.of("idempotency-key", key.value()),
                        new HttpBody.Text("text/plain", body)));
        FakeModel.step(key.value(), "answered");
        return new Submission.Accepted(job(value(accepted(reply), "id")), POLL_AFTER);
    }

    @Override
    public Progress poll(RemoteJob job, CallContext context) throws PluginException {
        HttpReply reply = get("/jobs/" + job.token(), context);
        if (reply.status() == 404) {
            return new Progress.Failed(ErrorKind.PROVIDER, "gone", "The vendor knows no such job.", Effect.UNKNOWN);
        }
        String text = accepted(reply);
        return switch (value(text, "state")) {
            case "running" ->
                new Progress.Running(
                        OptionalDouble.of(Double.parseDouble(value(text, "fraction"))), Optional.empty(), POLL_AFTER);
            case "done" -> new Progress.Done(new Results(outputs(text), List.of()));
            case "refused" ->
                new Progress.Failed(ErrorKind.SAFETY, "refused", "The vendor withheld the result.", Effect.NONE);
            default -> new Progress.Failed(ErrorKind.PROVIDER, "failed", "The vendor failed.", Effect.HAPPENED);
        };
    }

    private static List<Output> outputs(String text) throws PluginException {
        Instant expires = Instant.parse(value(text, "expires"));
        List<Output> outputs = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (line.startsWith("url=")) {
                outputs.add(new Output.Remote(
                        URI.create(line.substring(4)), Map.of(), Optional.of(expires), OptionalLong.empty()));
            }
        }
        return outputs;
    }

    @Override
    public JobCanceller.Outcome cancel(RemoteJob job, CallContext context) throws PluginException {
        String text = accepted(delete("/jobs/" + job.token(), context));
        return JobCanceller.Outcome.valueOf(value(text, "outcome"));
    }

    @Override
    public Finding find(IdempotencyKey key, CallContext context) throws PluginException {
        HttpReply reply = get("/keys/" + key.value(), context);
        return reply.status() == 404 ? new Finding.Absent() : new Finding.Found(job(value(accepted(reply), "id")));
    }

    @Override
    public RemoteErasure.Outcome erase(RemoteJob job, CallContext context) throws PluginException {
        HttpReply reply = delete("/data/" + job.token(), context);
        return reply.status() == 404 ? RemoteErasure.Outcome.NOTHING_THERE : RemoteErasure.Outcome.ERASED;
    }

    @Override
    public Optional<RemoteJob> verify(Map<String, String> headers, byte[] body, CallContext context)
            throws PluginException {
        String given = headers.getOrDefault("x-fake-signature", "");
        if (!MessageDigest.isEqual(
                given.getBytes(StandardCharsets.US_ASCII),
                sign(body, webhookSecret).getBytes(StandardCharsets.US_ASCII))) {
            throw PluginException.nothingHappened(ErrorKind.USER, "signature", "The message is not the vendor's.");
        }
        String text = new String(body, StandardCharsets.UTF_8);
        return text.startsWith("id=") ? Optional.of(job(value(text, "id"))) : Optional.empty();
    }

    /** HMAC-SHA256 as hexadecimal digits. */
    public static String sign(byte[] body, Secret secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.revealText().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RemoteJob job(String id) {
        return new RemoteJob(id, VERSION);
    }

    private HttpReply get(String path, CallContext context) throws PluginException {
        return context.network().send(HttpCall.get(address.resolve(path), Map.of()));
    }

    private HttpReply delete(String path, CallContext context) throws PluginException {
        HttpCall get = HttpCall.get(address.resolve(path), Map.of());
        return context.network()
                .send(new HttpCall(
                        "DELETE", get.address(), get.headers(), get.body(), get.idleTimeout(), get.maxResponseBytes()));
    }

    private static String accepted(HttpReply reply) throws PluginException {
        return switch (reply.status() / 100) {
            case 2 -> reply.text();
            case 4 ->
                throw reply.status() == 429
                        ? PluginException.limited("The vendor asks to wait.", Duration.ofSeconds(1))
                        : PluginException.nothingHappened(ErrorKind.USER, "refused", "The vendor refused the request.");
            default -> throw PluginException.unknown("vendor-error", "The vendor answered " + reply.status() + ".");
        };
    }

    private static String value(String text, String name) throws PluginException {
        for (String line : text.split("\n")) {
            if (line.startsWith(name + "=")) {
                return line.substring(name.length() + 1);
            }
        }
        throw PluginException.unknown("nonsense", "The vendor's answer has no " + name + ".");
    }

    @Override
    public Optional<JobCanceller> canceller() {
        return Optional.of(this);
    }

    @Override
    public Optional<JobLookup> lookup() {
        return Optional.of(this);
    }

    @Override
    public Optional<VendorWebhook> webhook() {
        return Optional.of(this);
    }

    @Override
    public Optional<RemoteErasure> remoteErasure() {
        return Optional.of(this);
    }

    @Override
    public void close() {
        // keeps nothing
    }
}
