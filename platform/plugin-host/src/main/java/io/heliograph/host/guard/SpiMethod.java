package io.heliograph.host.guard;

import io.heliograph.spi.policy.Gate;
import java.util.Set;

/**
 * Every call that can reach a plugin: the word a permit binds, the gates it may come through, and whether the other side
 * may have done something when the answer is lost. A test compares this table with the SPI by reflection.
 */
public enum SpiMethod {
    PROVIDER_MODELS("GenerationProvider.models", Kind.READS, Gate.DISCLOSE),
    PROVIDER_QUOTE("GenerationProvider.quote", Kind.READS, Gate.DISCLOSE, Gate.ADMIT),
    PROVIDER_SUBMIT("GenerationProvider.submit", Kind.EFFECT, Gate.DISCLOSE),
    PROVIDER_POLL("GenerationProvider.poll", Kind.READS, Gate.DISCLOSE),
    /** The host's own download of {@link io.heliograph.spi.provider.Output.Remote}. */
    PROVIDER_DOWNLOAD("GenerationProvider.download", Kind.HOST, Gate.DISCLOSE),
    CANCELLER_CANCEL("JobCanceller.cancel", Kind.EFFECT, Gate.DISCLOSE, Gate.ERASE),
    LOOKUP_FIND("JobLookup.find", Kind.READS, Gate.DISCLOSE),
    WEBHOOK_VERIFY("VendorWebhook.verify", Kind.INBOUND, Gate.ADMIT, Gate.DISCLOSE),
    REMOTE_ERASURE_ERASE("RemoteErasure.erase", Kind.EFFECT, Gate.ERASE),
    STORE_PUT("BlobStore.put", Kind.EFFECT, Gate.STORE),
    STORE_GET("BlobStore.get", Kind.READS, Gate.REVEAL, Gate.DISCLOSE),
    STORE_SIZE("BlobStore.sizeBytes", Kind.READS, Gate.REVEAL, Gate.STORE, Gate.ERASE),
    STORE_DELETE("BlobStore.delete", Kind.EFFECT, Gate.ERASE),
    STORE_LIST("BlobStore.list", Kind.READS, Gate.ERASE, Gate.STORE),
    STORE_FREE("BlobStore.freeBytes", Kind.READS, Gate.STORE, Gate.ADMIT),
    IDENTITY_BEGIN("IdentityProvider.begin", Kind.READS, Gate.DISCLOSE, Gate.ADMIT),
    IDENTITY_RESUME("IdentityProvider.resume", Kind.READS, Gate.DISCLOSE, Gate.ADMIT),
    ENROLMENT_FIELDS("Enrolment.fields", Kind.READS, Gate.DISCLOSE, Gate.ADMIT),
    ENROLMENT_ENROL("Enrolment.enrol", Kind.EFFECT, Gate.DISCLOSE, Gate.STORE),
    ENROLMENT_REMOVE("Enrolment.remove", Kind.EFFECT, Gate.DISCLOSE, Gate.ERASE),
    /** Reached with a {@link io.heliograph.policy.PolicyPermit}, so through any gate. */
    POLICY_JUDGE("PolicyModule.judge", Kind.READS, Gate.ADMIT, Gate.DISCLOSE, Gate.STORE, Gate.REVEAL, Gate.ERASE),
    MAILER_SEND("Mailer.send", Kind.EFFECT, Gate.DISCLOSE),
    GATEWAY_BEGIN("PaymentGateway.begin", Kind.EFFECT, Gate.DISCLOSE),
    GATEWAY_READ("PaymentGateway.read", Kind.READS, Gate.DISCLOSE),
    GATEWAY_REFUND("PaymentGateway.refund", Kind.EFFECT, Gate.DISCLOSE),
    GATEWAY_CANCEL("PaymentGateway.cancelSubscription", Kind.EFFECT, Gate.DISCLOSE),
    GATEWAY_VERIFY("PaymentGateway.verify", Kind.INBOUND, Gate.ADMIT, Gate.DISCLOSE);

    private enum Kind {
        READS,
        EFFECT,
        /** Looks at bytes that anybody can send us. */
        INBOUND,
        HOST
    }

    private final String key;
    private final Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Gate> gates;

    SpiMethod(String key, Kind kind, Gate... gates) {
        this.key = key;
        this.kind = kind;
        this.gates = Set.of(gates);
    }

    /** The word a permit binds: {@code BlobStore.put}. Use it in {@link io.heliograph.policy.GateRequest}. */
    public String key() {
        return key;
    }

    /** Gates whose permits open it. */
    public Set<Gate> gates() {
        return gates;
    }

    /** Whether the other side may have done something when the answer is lost. */
    public boolean hasEffect() {
        return kind == Kind.EFFECT;
    }

    /**
     * Whether its failures tell of the vendor. Bytes that anybody can send us, and downloads from addresses that may have
     * expired, do not: they must not be able to open the circuit for everybody.
     */
    boolean asksVendor() {
        return kind == Kind.READS || kind == Kind.EFFECT;
    }

    /** Whether it is a call that the host makes for the plugin, without an SPI method of its own. */
    public boolean isMadeByHost() {
        return kind == Kind.HOST;
    }
}
