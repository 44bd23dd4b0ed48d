package io.heliograph.host.egress;

import io.heliograph.spi.PluginException;
import io.heliograph.spi.http.NetworkConnection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A raw connection to a pinned address, for LDAP and SMTP. */
final class SocketConnection implements NetworkConnection {
    private static final int IDLE_MILLIS = 60_000;

    private final Pinned to;
    private final TlsTrust trust;
    private final EgressScope scope;
    private volatile Socket socket;

    private SocketConnection(Pinned to, TlsTrust trust, EgressScope scope, Socket socket) {
        this.to = to;
        this.trust = trust;
        this.scope = scope;
        this.socket = socket;
    }

    static SocketConnection open(Pinned to, boolean tls, Duration limit, TlsTrust trust, EgressScope scope)
            throws IOException, PluginException {
        scope.check();
        Socket socket = new Socket();
        SocketConnection connection = new SocketConnection(to, trust, scope, socket);
        scope.attach(connection);
        try {
            socket.connect(new InetSocketAddress(to.address(), to.port()), (int) limit.toMillis());
            socket.setSoTimeout(IDLE_MILLIS);
            socket.setTcpNoDelay(true);
            if (tls) {
                connection.startTls();
            }
            return connection;
        } catch (IOException failed) {
            connection.close();
            throw failed;
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        check();
        int count = socket.getInputStream().read(target, offset, length);
        scope.moved();
        return count;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        check();
        scope.leaving();
        socket.getOutputStream().write(bytes, offset, length);
        socket.getOutputStream().flush();
        scope.moved();
    }

    @Override
    public void startTls() throws IOException {
        check();
        SSLSocket secure = (SSLSocket) trust.sockets().createSocket(socket, to.host(), to.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (!to.host().contains(":") && to.host().chars().anyMatch(Character::isLetter)) {
            parameters.setServerNames(List.of(new SNIHostName(to.host())));
        }
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        socket = secure;
    }

    private void check() throws IOException {
        try {
            scope.check();
        } catch (PluginException ended) {
            throw new IOException("the call should end", ended);
        }
    }

    @Override
    public void close() {
        scope.detach(this);
        try {
            socket.close();
        } catch (IOException closing) {
            // A socket that does not close in good order is closed all the same.
            assert socket.isClosed();
        }
    }
}
