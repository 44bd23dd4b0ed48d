package io.heliograph.host.load;

import io.heliograph.host.config.Need;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which class names of the JDK fall under which need. Names are binary names with dots. */
final class ForbiddenNames {
    private static final Map<String, Need> CLASSES = Map.ofEntries(
            Map.entry("java.nio.file.Files", Need.FILES),
            Map.entry("java.nio.file.FileSystems", Need.FILES),
            Map.entry("java.io.File", Need.FILES),
            Map.entry("java.io.FileInputStream", Need.FILES),
            Map.entry("java.io.FileOutputStream", Need.FILES),
            Map.entry("java.io.FileReader", Need.FILES),
            Map.entry("java.io.FileWriter", Need.FILES),
            Map.entry("java.io.RandomAccessFile", Need.FILES),
            Map.entry("java.nio.channels.FileChannel", Need.FILES),
            Map.entry("java.nio.channels.AsynchronousFileChannel", Need.FILES),
            Map.entry("java.util.zip.ZipFile", Need.FILES),
            Map.entry("java.util.jar.JarFile", Need.FILES),
            Map.entry("java.net.Socket", Need.SOCKETS),
            Map.entry("java.net.ServerSocket", Need.SOCKETS),
            Map.entry("java.net.DatagramSocket", Need.SOCKETS),
            Map.entry("java.net.MulticastSocket", Need.SOCKETS),
            Map.entry("java.net.InetAddress", Need.SOCKETS),
            Map.entry("java.net.NetworkInterface", Need.SOCKETS),
            Map.entry("java.nio.channels.SocketChannel", Need.SOCKETS),
            Map.entry("java.nio.channels.ServerSocketChannel", Need.SOCKETS),
            Map.entry("java.nio.channels.DatagramChannel", Need.SOCKETS),
            Map.entry("java.nio.channels.AsynchronousSocketChannel", Need.SOCKETS),
            Map.entry("java.nio.channels.AsynchronousServerSocketChannel", Need.SOCKETS),
            Map.entry("java.net.URLConnection", Need.HTTP),
            Map.entry("java.net.HttpURLConnection", Need.HTTP),
            Map.entry("java.net.JarURLConnection", Need.HTTP),
            Map.entry("java.net.URLClassLoader", Need.CLASS_LOADERS),
            Map.entry("java.lang.ProcessBuilder", Need.PROCESSES),
            Map.entry("java.lang.Process", Need.PROCESSES),
            Map.entry("java.lang.ProcessHandle", Need.PROCESSES),
            Map.entry("java.lang.Runtime", Need.PROCESSES));

    /** By beginning; a class of the list above comes first. */
    private static final List<Map.Entry<String, Need>> PREFIXES = List.of(
            Map.entry("javax.net.", Need.SOCKETS),
            Map.entry("javax.naming.", Need.SOCKETS),
            Map.entry("javax.management.", Need.INSTRUMENTATION),
            Map.entry("java.rmi.", Need.SOCKETS),
            Map.entry("javax.rmi.", Need.SOCKETS),
            Map.entry("com.sun.net.", Need.SOCKETS),
            Map.entry("com.sun.nio.", Need.SOCKETS),
            Map.entry("com.sun.jndi.", Need.SOCKETS),
            Map.entry("sun.net.", Need.SOCKETS),
            Map.entry("sun.nio.", Need.FILES),
            Map.entry("java.net.http.", Need.HTTP),
            Map.entry("java.lang.foreign.", Need.NATIVE),
            Map.entry("sun.misc.", Need.UNSAFE),
            Map.entry("sun.reflect.", Need.UNSAFE),
            Map.entry("jdk.internal.", Need.UNSAFE),
            Map.entry("java.lang.instrument.", Need.INSTRUMENTATION),
            Map.entry("com.sun.tools.", Need.INSTRUMENTATION),
            Map.entry("com.sun.jdi.", Need.INSTRUMENTATION),
            Map.entry("com.sun.management.", Need.INSTRUMENTATION),
            Map.entry("java.lang.management.", Need.INSTRUMENTATION));

    private ForbiddenNames() {}

    /** The need a class falls under; nested classes as their outer class. */
    static Optional<Need> need(String className) {
        int nested = className.indexOf('$');
        String outer = nested < 0 ? className : className.substring(0, nested);
        Need exact = CLASSES.get(outer);
        if (exact != null) {
            return Optional.of(exact);
        }
        return PREFIXES.stream()
                .filter(prefix -> className.startsWith(prefix.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
