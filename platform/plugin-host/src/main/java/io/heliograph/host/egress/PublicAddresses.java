package io.heliograph.host.egress;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** Tells public addresses from those of this machine, its neighbours, and the cloud's metadata services. */
final class PublicAddresses {
    private PublicAddresses() {}

    /** Whether a declared host may be at this address. */
    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic4(four.getAddress());
            case Inet6Address six -> isPublic6(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        return switch (first) {
            case 0, 10, 127 -> false;
            case 100 -> second < 64 || second > 127; // shared by carriers
            case 169 -> second != 254;
            case 172 -> second < 16 || second > 31;
            case 192 -> !(second == 168 || (second == 0 && third <= 2) || (second == 88 && third == 99));
            case 198 -> !(second == 18 || second == 19 || (second == 51 && third == 100));
            case 203 -> !(second == 0 && third == 113);
            default -> first < 224;
        };
    }

    private static boolean isPublic6(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean global = first >= 0x20 && first <= 0x3f;
        if (first == 0x00 && second == 0x64) {
            // 64:ff9b::/96 leads to the IPv4 address in its last four bytes.
            return isPublic4(Arrays.copyOfRange(bytes, 12, 16)) && bytes[2] == (byte) 0xff && bytes[3] == (byte) 0x9b;
        }
        if (first == 0x20 && second == 0x02) {
            return isPublic4(Arrays.copyOfRange(bytes, 2, 6));
        }
        boolean special = first == 0x20
                && second == 0x01
                && ((bytes[2] & 0xfe) == 0 || (bytes[2] == 0x0d && bytes[3] == (byte) 0xb8));
        return global && !special;
    }
}
