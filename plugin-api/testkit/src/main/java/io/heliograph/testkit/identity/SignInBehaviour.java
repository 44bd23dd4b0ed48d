package io.heliograph.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.spi.PluginException;
import io.heliograph.spi.Secret;
import io.heliograph.spi.identity.AuthReply;
import io.heliograph.spi.identity.AuthRequest;
import io.heliograph.spi.identity.AuthStep;
import io.heliograph.spi.identity.Enrolment;
import io.heliograph.spi.identity.IdentityProvider;
import io.heliograph.testkit.Fixture;
import io.heliograph.testkit.IdentityFixture;
import io.heliograph.testkit.KitRun;
import io.heliograph.testkit.host.FakeContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Only the right answer opens; an unknown account, one without anything set up and a wrong answer look alike. */
public final class SignInBehaviour {
    private static final String SUBJECT = "account-1";

    /** A fresh provider with one enrolled account. */
    private static final class Door implements AutoCloseable {
        final IdentityFixture fixture = Fixture.only(IdentityFixture.class);
        final KitRun run = new KitRun();
        final IdentityProvider provider;

        Door() throws PluginException {
            provider = fixture.factory().create(fixture.instance(run.host(), run.folder()));
            try (FakeContext call = run.host().call()) {
                assertThat(enrolment().enrol(SUBJECT, fixture.enrolment(), Set.of(), call))
                        .isInstanceOf(Enrolment.Outcome.Enrolled.class);
            }
        }

        Enrolment enrolment() {
            return provider.enrolment().orElseThrow();
        }

        AuthStep answer(Map<String, Secret> fields, Optional<String> subject) throws PluginException {
            try (FakeContext call = run.host().call()) {
                AuthStep.Challenge challenge = begin();
                return provider.resume(new AuthReply(challenge.state(), fields, subject), call);
            }
        }

        AuthStep.Challenge begin() throws PluginException {
            try (FakeContext call = run.host().call()) {
                AuthStep step = provider.begin(new AuthRequest(URI.create("https://host/back"), Locale.ENGLISH), call);
                assertThat(step).isInstanceOf(AuthStep.Challenge.class);
                return (AuthStep.Challenge) step;
            }
        }

        @Override
        public void close() {
            provider.close();
            run.close();
        }
    }

    @Test
    void theFirstStepAsksAndKeepsNothing() throws PluginException {
        try (Door door = new Door()) {
            AuthStep.Challenge challenge = door.begin();
            assertThat(challenge.fields().stream().map(AuthStep.Field::name))
                    .containsAll(door.fixture.right().keySet());
            assertThat(challenge.state()).hasSizeLessThanOrEqualTo(4096);
        }
    }

    @Test
    void theRightAnswerOpens() throws PluginException {
        try (Door door = new Door()) {
            assertThat(door.answer(door.fixture.right(), Optional.of(SUBJECT)))
                    .isInstanceOfSatisfying(
                            AuthStep.Verified.class,
                            step -> assertThat(step.identity().subject()).isEqualTo(SUBJECT));
        }
    }

    @Test
    void wrongUnknownAndNotSetUpLookAlike() throws PluginException {
        try (Door door = new Door()) {
            AuthStep wrong = door.answer(door.fixture.wrong(), Optional.of(SUBJECT));
            assertThat(wrong).isInstanceOf(AuthStep.Rejected.class);
            assertThat(door.answer(door.fixture.right(), Optional.empty())).isEqualTo(wrong);
            assertThat(door.answer(door.fixture.right(), Optional.of("account-2")))
                    .isEqualTo(wrong);
        }
    }

    @Test
    void wrongUnknownAndNotSetUpTakeTheSameWork() throws PluginException {
        try (Door door = new Door()) {
            int before = door.run.host().compute().tasks();
            door.answer(door.fixture.wrong(), Optional.of(SUBJECT));
            int wrong = door.run.host().compute().tasks() - before;
            door.answer(door.fixture.wrong(), Optional.empty());
            int unknown = door.run.host().compute().tasks() - before - wrong;
            door.answer(door.fixture.wrong(), Optional.of("account-2"));
            int notSetUp = door.run.host().compute().tasks() - before - wrong - unknown;
            assertThat(unknown).isEqualTo(wrong);
            assertThat(notSetUp).isEqualTo(wrong);
        }
    }

    @Test
    void whatIsKeptDoesNotHoldWhatWasTyped() throws PluginException {
        try (Door door = new Door()) {
            byte[] record = door.run.host().credentials().read(SUBJECT).orElseThrow();
            String kept = new String(record, StandardCharsets.ISO_8859_1);
            for (Secret typed : door.fixture.enrolment().values()) {
                assertThat(kept).doesNotContain(typed.revealText());
            }
        }
    }

    @Test
    void whatIsRemovedOpensNoMore() throws PluginException {
        try (Door door = new Door();
                FakeContext call = door.run.host().call()) {
            door.enrolment().remove(SUBJECT, call);
            door.enrolment().remove(SUBJECT, call);
            assertThat(door.answer(door.fixture.right(), Optional.of(SUBJECT))).isInstanceOf(AuthStep.Rejected.class);
        }
    }

    @Test
    void aForeignStateAndMissingFieldsAreRefused() throws PluginException {
        try (Door door = new Door();
                FakeContext call = door.run.host().call()) {
            assertThatThrownBy(() -> door.provider.resume(
                            new AuthReply("foreign", door.fixture.right(), Optional.of(SUBJECT)), call))
                    .isInstanceOf(PluginException.class);
            assertThat(door.answer(Map.of(), Optional.of(SUBJECT))).isInstanceOf(AuthStep.Rejected.class);
        }
    }
}
