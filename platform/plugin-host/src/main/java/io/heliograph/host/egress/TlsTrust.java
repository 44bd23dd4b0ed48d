package io.heliograph.host.egress;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
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
            context.init(null, authorities().getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException unusable) {
            throw new IOException("the trusted certificates cannot be used", unusable);
        }
    }

    /** For a client on Netty; checks names like all others. */
    SslContext client() throws IOException {
        try {
            return SslContextBuilder.forClient()
                    .sslProvider(SslProvider.JDK)
                    .trustManager(authorities())
                    .endpointIdentificationAlgorithm("HTTPS")
                    .build();
        } catch (GeneralSecurityException unusable) {
            throw new IOException("the trusted certificates cannot be used", unusable);
        }
    }

    private TrustManagerFactory authorities() throws GeneralSecurityException, IOException {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(pem.length == 0 ? null : listed());
        return managers;
    }

    private KeyStore listed() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int count = 0;
        for (Certificate one :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem))) {
            store.setCertificateEntry("authority-" + count++, one);
        }
        return store;
    }
}
