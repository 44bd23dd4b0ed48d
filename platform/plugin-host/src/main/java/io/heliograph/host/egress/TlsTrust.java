package io.heliograph.host.egress;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemTrustOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whom egress believes: the JDK's authorities, or instead of them those of a PEM file, for installations with an authority
 * of their own. Host names are always checked.
 */
public final class TlsTrust {
    private final byte[] pem;

    private TlsTrust(byte[] pem) {
        this.pem = pem;
    }

    /** The JDK's authorities. */
    public static TlsTrust system() {
        return new TlsTrust(new byte[0]);
    }

    /** The authorities of a PEM text only. */
    public static TlsTrust only(byte[] pem) {
        return new TlsTrust(pem.clone());
    }

    Optional<PemTrustOptions> options() {
        return pem.length == 0 ? Optional.empty() : Optional.of(new PemTrustOptions().addCertValue(Buffer.buffer(pem)));
    }

    SSLSocketFactory sockets() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            if (pem.length == 0) {
                context.init(null, null, null);
                return context.getSocketFactory();
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int count = 0;
            for (Certificate one :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem))) {
                store.setCertificateEntry("authority-" + count++, one);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException unusable) {
            throw new IOException("the trusted certificates cannot be used", unusable);
        }
    }
}
