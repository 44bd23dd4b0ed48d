package io.heliograph.web.edge;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of network addresses, as {@code 10.0.0.0/8}, {@code ::1} or {@code fd00::/8}. Names are never looked up.
 *
 * @param network its first address
 * @param prefixBits how many leading bits count
 */
public record Cidr(InetAddress network, int prefixBits) {
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]+");

    /** @throws IllegalArgumentException if the text is not a range of addresses */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        InetAddress address = address(host)
                .orElseThrow(() -> new IllegalArgumentException("not a network address or range: " + text));
        int longest = address.getAddress().length * 8;
        int bits = slash < 0 ? longest : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > longest) {
            throw new IllegalArgumentException("not a network address or range: " + text);
        }
        return new Cidr(address, bits);
    }

    /** The address that a literal stands for; empty for anything that is not a literal. */
    public static Optional<InetAddress> address(String literal) {
        String bare =
                literal.startsWith("[") && literal.endsWith("]") ? literal.substring(1, literal.length() - 1) : literal;
        boolean looksRight =
                LITERAL.matcher(bare).matches() && (bare.contains(":") || bare.matches("[0-9]+(\\.[0-9]+){3}"));
        if (!looksRight) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    /** Whether {@code address} lies in it. */
    public boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        int whole = prefixBits / 8;
        if (!Arrays.equals(mine, 0, whole, other, 0, whole)) {
            return false;
        }
        int rest = prefixBits % 8;
        if (rest == 0) {
            return true;
        }
        int mask = 0xff << (8 - rest);
        return (mine[whole] & mask) == (other[whole] & mask);
    }
}
