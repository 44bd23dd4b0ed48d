package io.heliograph.core.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A way to the database that can be cut and mended. */
final class CuttableProxy implements AutoCloseable {
    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket server;

    CuttableProxy(int target) throws IOException {
        this.target = target;
        ServerSocket first = listen(0);
        this.port = first.getLocalPort();
        accept(first);
    }

    int port() {
        return port;
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private synchronized void accept(ServerSocket listening) {
        server = listening;
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket client = listening.accept();
                    Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
                    open.add(client);
                    open.add(database);
                    pump(client, database);
                    pump(database, client);
                }
            } catch (IOException cut) {
                dropAll();
            }
        });
    }

    private static void pump(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                in.transferTo(out);
            } catch (IOException cut) {
                // both ends are closed above, which is all there is to do
                return;
            }
        });
    }

    private void dropAll() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException already) {
                throw new IllegalStateException(already);
            }
        }
        open.clear();
    }

    synchronized void cut() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
        dropAll();
    }

    synchronized void mend() throws IOException {
        accept(listen(port));
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
