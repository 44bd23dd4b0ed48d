package io.heliograph.core.privacy;

import io.heliograph.core.crypto.SealContext;
import io.heliograph.core.crypto.Sealer;
import io.heliograph.core.inventory.Tally;
import io.heliograph.core.privacy.store.ReceiptKeyStore;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.Uuids;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Signs receipts, so that the operator can be held to them: a JSON Web Signature in its compact form (RFC 7515) with
 * EdDSA over Ed25519 (RFC 8037). The key is made at first use; its private half is sealed under the installation's own
 * key, so it stands or falls with the master key. Safe for many threads.
 */
@Commitment("G3")
public final class ReceiptSigner {
    private static final String ALGORITHM = "Ed25519";
    private static final Pattern FORM = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final Pattern KEY_ID = Pattern.compile("\"kid\":\"([0-9a-f-]{36})\"");
    private static final int LONGEST = 65_536;

    private final Tx tx;
    private final Ids ids;
    private final InstantSource clock;
    private final Sealer sealer;
    private final ReceiptKeyStore store = new ReceiptKeyStore();

    public ReceiptSigner(Tx tx, Ids ids, InstantSource clock, Sealer sealer) {
        this.tx = tx;
        this.ids = ids;
        this.clock = clock;
        this.sealer = sealer;
    }

    /** The signed form of a receipt; signing twice gives the same text. */
    public String sign(ErasureReceipt receipt) {
        ReceiptKeyStore.Kept key = tx.required(this::key);
        String head = "{\"alg\":\"EdDSA\",\"typ\":\"heliograph-receipt\",\"kid\":\"" + key.id() + "\"}";
        String signed = encode(head.getBytes(StandardCharsets.UTF_8)) + "."
                + encode(payload(receipt).getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(
                            sealer.open(Sealer.INSTALLATION, context(key.id()), key.sealedPrivateKey()))));
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the key of receipts does not sign", broken);
        }
    }

    /**
     * Whether this installation signed {@code text}.
     *
     * @return what it says, as JSON; empty if it was not signed here or was changed
     */
    public Optional<String> verify(String text) {
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        int end = text.lastIndexOf('.');
        String[] parts = text.split("\\.");
        try {
            String head = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
            Optional<PublicKey> key = Optional.of(KEY_ID.matcher(head))
                    .filter(java.util.regex.Matcher::find)
                    .flatMap(found -> Uuids.parse(found.group(1)))
                    .flatMap(id -> tx.required(() -> store.find(id)))
                    .map(ReceiptSigner::publicKey);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key.get());
            signature.update(text.substring(0, end).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
                    ? Optional.of(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The public key in PEM, for whoever checks a receipt without this installation. */
    public String publicKeyPem() {
        byte[] key = tx.required(this::key).publicKey();
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key) + "\n-----END PUBLIC KEY-----\n";
    }

    private static PublicKey publicKey(ReceiptKeyStore.Kept key) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(key.publicKey()));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a key of receipts is broken", broken);
        }
    }

    /** The newest key, made where there is none; of two nodes that make one at the same time, both verify. */
    private ReceiptKeyStore.Kept key() {
        return store.newest().orElseGet(() -> {
            try {
                KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
                UUID id = ids.next();
                byte[] sealed = sealer.seal(
                        Sealer.INSTALLATION, context(id), pair.getPrivate().getEncoded());
                ReceiptKeyStore.Kept made =
                        new ReceiptKeyStore.Kept(id, pair.getPublic().getEncoded(), sealed);
                store.insert(made, clock.instant());
                return made;
            } catch (GeneralSecurityException absent) {
                throw new IllegalStateException("every Java has Ed25519", absent);
            }
        });
    }

    private static SealContext context(UUID id) {
        return SealContext.field("receipt_key.private_key", id);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Codes, numbers and times only: nothing in it needs escaping. */
    private static String payload(ErasureReceipt receipt) {
        return "{\"order\":\"" + receipt.id() + "\",\"scope\":\"" + receipt.scope() + "\",\"orderedAt\":\""
                + receipt.orderedAt() + "\",\"finishedAt\":\""
                + receipt.finishedAt().map(Instant::toString).orElse("") + "\",\"lines\":["
                + lines(receipt.tallies()) + "]}";
    }

    private static String lines(List<Tally> tallies) {
        return tallies.stream()
                .map(one -> "{\"category\":\"" + one.category() + "\",\"what\":\"" + one.what() + "\",\"outcome\":\""
                        + one.outcome() + "\",\"count\":" + one.count() + ",\"detail\":\"" + one.detail() + "\"}")
                .collect(Collectors.joining(","));
    }
}
