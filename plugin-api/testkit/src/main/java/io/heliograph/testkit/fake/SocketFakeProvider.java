package io.heliograph.testkit.fake;

import io.heliograph.spi.CallContext;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.ProgressReport;
import io.heliograph.spi.http.WebSocketSession;
import io.heliograph.spi.http.WebSocketSession.Message;
import io.heliograph.spi.provider.GenerationProvider;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.ModelCard;
import io.heliograph.spi.provider.Output;
import io.heliograph.spi.provider.Progress;
import io.heliograph.spi.provider.Quote;
import io.heliograph.spi.provider.QuoteRequest;
import io.heliograph.spi.provider.RemoteJob;
import io.heliograph.spi.provider.Results;
import io.heliograph.spi.provider.Submission;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Asks by text; progress comes as text, pictures as bytes, and {@code done} at the end. */
public final class SocketFakeProvider implements GenerationProvider {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;
    private final long creditsPerOutput;

    /** @param address {@code ws://host:port/} of the engine */
    public SocketFakeProvider(URI address, long creditsPerOutput) {
        this.address = address;
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
        List<Output> outputs = new ArrayList<>();
        try (WebSocketSession socket = context.network().webSocket(address, Map.of(), PATIENCE)) {
            socket.send("draw " + key.value() + " " + spec.count() + " "
                    + spec.options().number("side"));
            boolean open = true;
            while (open) {
                context.cancellation().check();
                open = take(socket.receive(PATIENCE), outputs, context);
            }
        }
        if (outputs.size() != spec.count()) {
            throw PluginException.unknown("count", "The engine sent another number of pictures.");
        }
        return new Submission.Completed(new Results(outputs, List.of()));
    }

    private static boolean take(Optional<Message> message, List<Output> outputs, CallContext context)
            throws PluginException {
        if (message.isEmpty()) {
            throw PluginException.unknown("silence", "The engine says nothing.");
        }
        switch (message.get()) {
            case Message.Binary(byte[] bytes) -> {
                try {
                    outputs.add(new Output.Spooled(
                            context.spool().write("image/png", sink -> sink.write(bytes, 0, bytes.length)),
                            OptionalLong.empty()));
                } catch (IOException e) {
                    throw PluginException.happened(ErrorKind.RESOURCES, "spool", "The spool took no more.")
                            .causedBy(e);
                }
            }
            case Message.Text(String text) -> {
                if (text.equals("done")) {
                    return false;
                }
                if (text.startsWith("progress ")) {
                    context.report(ProgressReport.of(Double.parseDouble(text.substring(9))));
                } else {
                    throw PluginException.unknown("nonsense", "The engine answered nonsense.");
                }
            }
        }
        return true;
    }

    @Override
    public Progress poll(RemoteJob job, CallContext context) throws PluginException {
        throw PluginException.nothingHappened(ErrorKind.PROVIDER, "no-remote-jobs", "This fake has no remote jobs.");
    }

    @Override
    public void close() {
        // keeps nothing
    }
}
