package io.heliograph.plugins.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.spi.PluginException;
import io.heliograph.spi.Secret;
import io.heliograph.spi.identity.AuthReply;
import io.heliograph.spi.identity.AuthRequest;
import io.heliograph.spi.identity.AuthStep;
import io.heliograph.spi.identity.Enrolment;
import io.heliograph.spi.identity.IdentityProvider;
import io.heliograph.testkit.host.FakeContext;
import io.heliograph.testkit.host.FakeHost;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules for new passwords, renewal of hashes, and odd input. */
final class PasswordProviderTest {
    private static final String SUBJECT = "account-1";

    private final FakeHost host = new FakeHost();

    @AfterEach
    void end() {
        host.close();
    }

    private IdentityProvider provider(long passes) throws PluginException {
        return new PasswordPlugin()
                .identityProviders()
                .getFirst()
                .create(host.instance(PasswordFixture.settings(passes), null));
    }

    private Enrolment.Outcome enrol(IdentityProvider provider, String password) throws PluginException {
        try (FakeContext call = host.call()) {
            return provider.enrolment()
                    .orElseThrow()
                    .enrol(
                            SUBJECT,
                            Map.of("password", Secret.of(password)),
                            Set.of("ada.lovelace@example.org", "lovelace", "Ada"),
                            call);
        }
    }

    private AuthStep signIn(IdentityProvider provider, String password) throws PluginException {
        try (FakeContext call = host.call()) {
            AuthStep step = provider.begin(new AuthRequest(URI.create("https://host/"), Locale.ENGLISH), call);
            String state = ((AuthStep.Challenge) step).state();
            return provider.resume(
                    new AuthReply(state, Map.of("password", Secret.of(password)), Optional.of(SUBJECT)), call);
        }
    }

    private String kept() {
        return new String(host.credentials().read(SUBJECT).orElseThrow(), StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            short              | too-short
            passwordpassword   | too-common
            Password2026!      | too-common
            p@ssw0rd12345      | too-common
            qwertzuiop         | too-common
            1234567890         | too-common
            aaaaaaaaaaaa       | too-common
            9876543210         | too-common
            ada.lovelace@example.org | personal
            lovelace1815       | personal
            Lovelace!!         | personal
            """)
    void aWeakPasswordIsRefusedWithItsReason(String password, String reason) throws PluginException {
        assertThat(enrol(provider(1), password))
                .isInstanceOfSatisfying(
                        Enrolment.Outcome.Refused.class,
                        refused -> assertThat(refused.reasons()).contains(reason));
        assertThat(host.credentials().writes()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            copper kettle 7
            Nordlicht über Tromsø
            水面に映る山の影と月の光
            x9$kQ2!mZ7
            the difference engine of lovelace and babbage
            """)
    void aGoodPasswordIsTaken(String password) throws PluginException {
        IdentityProvider provider = provider(1);
        assertThat(enrol(provider, password)).isInstanceOf(Enrolment.Outcome.Enrolled.class);
        assertThat(signIn(provider, password)).isInstanceOf(AuthStep.Verified.class);
        assertThat(signIn(provider, password + "x")).isInstanceOf(AuthStep.Rejected.class);
    }

    @Test
    void aPasswordThatIsTooLongIsRefusedBeforeItIsHashed() throws PluginException {
        IdentityProvider provider = provider(1);
        char[] long1 = new char[201];
        Arrays.fill(long1, 'x');
        assertThat(enrol(provider, new String(long1))).isEqualTo(new Enrolment.Outcome.Refused(List.of("too-long")));
        int before = host.compute().tasks();
        char[] huge = new char[100_000];
        Arrays.fill(huge, 'x');
        assertThat(signIn(provider, new String(huge))).isInstanceOf(AuthStep.Rejected.class);
        assertThat(host.compute().tasks()).isEqualTo(before);
    }

    @Test
    void aHashNamesItsCostAndIsSaltedAfresh() throws PluginException {
        IdentityProvider provider = provider(2);
        enrol(provider, "copper kettle 7");
        String first = kept();
        assertThat(first)
                .startsWith("$argon2id$")
                .contains("m=64")
                .contains("t=2")
                .contains("p=1");
        enrol(provider, "copper kettle 7");
        assertThat(kept()).isNotEqualTo(first);
    }

    @Test
    void aHashOfAnotherCostIsRenewedAtTheNextSignIn() throws PluginException {
        enrol(provider(1), "copper kettle 7");
        IdentityProvider dearer = provider(3);
        assertThat(signIn(dearer, "copper kettle 8")).isInstanceOf(AuthStep.Rejected.class);
        assertThat(kept()).contains("t=1");
        assertThat(signIn(dearer, "copper kettle 7")).isInstanceOf(AuthStep.Verified.class);
        assertThat(kept()).contains("t=3");
        assertThat(signIn(dearer, "copper kettle 7")).isInstanceOf(AuthStep.Verified.class);
        assertThat(host.credentials().writes()).isEqualTo(2);
    }
}
