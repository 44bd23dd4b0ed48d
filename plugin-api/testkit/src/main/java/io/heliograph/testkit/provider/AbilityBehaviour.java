package io.heliograph.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.spi.Effect;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.JobLookup;
import io.heliograph.spi.provider.Progress;
import io.heliograph.spi.provider.RemoteErasure;
import io.heliograph.spi.provider.RemoteJob;
import io.heliograph.spi.provider.Submission;
import io.heliograph.spi.provider.VendorWebhook;
import io.heliograph.testkit.host.FakeContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Abilities that are declared hold; one that is not is refused with a plain word, never skipped. */
public final class AbilityBehaviour {
    private static boolean isSynchronous(ProviderUnderTest test) throws PluginException {
        GenerationSpec spec = test.spec(test.cards().getFirst().id(), 1, OptionalLong.of(1));
        try (FakeContext call = test.call()) {
            return test.provider.submit(spec, new IdempotencyKey("probe"), call) instanceof Submission.Completed;
        }
    }

    @Test
    void aJobThatNeverWasIsNotDone() throws PluginException {
        try (ProviderUnderTest test = new ProviderUnderTest();
                FakeContext call = test.call()) {
            RemoteJob foreign = new RemoteJob("no-such-job", "0");
            if (isSynchronous(test)) {
                assertThatThrownBy(() -> test.provider.poll(foreign, call))
                        .isInstanceOfSatisfying(
                                PluginException.class,
                                e -> assertThat(e.effect()).isEqualTo(Effect.NONE));
                assertThat(test.provider.canceller()).isEmpty();
                assertThat(test.provider.webhook()).isEmpty();
            } else {
                assertThat(test.provider.poll(foreign, call)).isInstanceOf(Progress.Failed.class);
            }
        }
    }

    @Test
    void aKeyThatNeverWasIsAbsent() throws PluginException {
        try (ProviderUnderTest test = new ProviderUnderTest();
                FakeContext call = test.call()) {
            Optional<JobLookup> lookup = test.provider.lookup();
            if (lookup.isPresent()) {
                assertThat(lookup.get().find(new IdempotencyKey("never"), call))
                        .isNotInstanceOf(JobLookup.Finding.Found.class);
            } else {
                assertThat(isSynchronous(test) || test.provider.lookup().isEmpty())
                        .isTrue();
            }
        }
    }

    @Test
    void aWebhookWithoutSignatureIsNotBelieved() throws PluginException {
        try (ProviderUnderTest test = new ProviderUnderTest();
                FakeContext call = test.call()) {
            Optional<VendorWebhook> webhook = test.provider.webhook();
            if (webhook.isPresent()) {
                assertThatThrownBy(
                                () -> webhook.get().verify(Map.of(), "id=job-1".getBytes(StandardCharsets.UTF_8), call))
                        .isInstanceOfSatisfying(
                                PluginException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.USER));
            } else {
                assertThat(webhook).isEmpty();
            }
        }
    }

    @Test
    void erasingTwiceIsHarmless() throws PluginException {
        try (ProviderUnderTest test = new ProviderUnderTest();
                FakeContext call = test.call()) {
            Optional<RemoteErasure> erasure = test.provider.remoteErasure();
            if (erasure.isPresent()) {
                RemoteJob none = new RemoteJob("no-such-job", "0");
                assertThat(erasure.get().erase(none, call))
                        .isEqualTo(erasure.get().erase(none, call));
            } else {
                assertThat(erasure).isEmpty();
            }
        }
    }
}
