package io.heliograph.testkit.vendor;

import io.heliograph.testkit.fake.TinyPng;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An engine that draws over a WebSocket, on loopback, for {@link io.heliograph.testkit.fake.SocketFakeProvider}. */
public final class FakeSocketVendor implements AutoCloseable {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;
    private static final int BINARY = 2;

    private final ServerSocket server;
    private final Map<String, AtomicInteger> works = new ConcurrentHashMap<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean breakOff;

    /** Starts listening on a free port. */
    public FakeSocketVendor() {
        try {
            server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("fake-socket-vendor").start(this::accept);
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/");
    }

    /** From now on it hangs up in the middle of the work. */
    public void breakOff() {
        breakOff = true;
    }

    /** How often work was begun for a key. */
    public int works(String key) {
        AtomicInteger count = works.get(key);
        return count == null ? 0 : count.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofPlatform().daemon().name("fake-socket-peer").start(() -> serve(socket));
            } catch (IOException e) {
                // closed: the test is over
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + accepted(key(in)) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String[] words = new String(frame(in), StandardCharsets.UTF_8).split(" ");
            works.computeIfAbsent(words[1], _ -> new AtomicInteger()).incrementAndGet();
            int count = Integer.parseInt(words[2]);
            for (int i = 0; i < count; i++) {
                send(out, TEXT, ("progress " + (i / (double) count)).getBytes(StandardCharsets.UTF_8));
                if (breakOff) {
                    return;
                }
                send(out, BINARY, TinyPng.of(Integer.parseInt(words[3]), i + 1L));
            }
            send(out, TEXT, "done".getBytes(StandardCharsets.UTF_8));
            in.readFully(new byte[1]); // until the other side hangs up
        } catch (IOException e) {
            // the other side is gone, which is how a call ends
        }
    }

    private static String key(DataInputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.readByte());
        }
        for (String line : head.toString(StandardCharsets.US_ASCII).split("\r\n")) {
            if (line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18)) {
                return line.substring(18).strip();
            }
        }
        throw new IOException("no WebSocket");
    }

    private static String accepted(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One whole, masked frame of less than 64 kB. */
    private static byte[] frame(DataInputStream in) throws IOException {
        in.readByte();
        int length = in.readByte() & 127;
        if (length == 126) {
            length = in.readUnsignedShort();
        }
        byte[] mask = new byte[4];
        in.readFully(mask);
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        for (int i = 0; i < length; i++) {
            bytes[i] ^= mask[i % 4];
        }
        return bytes;
    }

    private static void send(OutputStream out, int kind, byte[] bytes) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(0x80 | kind);
        if (bytes.length < 126) {
            frame.write(bytes.length);
        } else if (bytes.length < 65_536) {
            frame.write(126);
            frame.write(bytes.length >> 8);
            frame.write(bytes.length);
        } else {
            frame.write(127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) bytes.length >> shift));
            }
        }
        frame.writeBytes(bytes);
        out.write(frame.toByteArray());
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
