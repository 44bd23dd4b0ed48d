package io.heliograph.core.account;

import io.heliograph.kernel.Commitment;
import java.util.regex.Pattern;

/**
 * What is kept of the device of a session (C4).
 *
 * @param address truncated: the last byte of an IPv4 and the last 80 bits of an IPv6 address are gone
 * @param device a few words such as "Firefox on Linux", at most 80 characters
 */
@Commitment("C4")
public record Client(String address, String device) {
    private static final int LONGEST_DEVICE = 80;
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    public Client {
        address = truncate(address);
        device = device.length() <= LONGEST_DEVICE ? device : device.substring(0, LONGEST_DEVICE);
    }

    private static String truncate(String full) {
        if (IPV4.matcher(full).matches()) {
            return full.substring(0, full.lastIndexOf('.')) + ".0";
        }
        if (!full.contains(":")) {
            return "";
        }
        String[] groups = full.replaceAll("[%/].*", "").split(":", -1);
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < 3 && i < groups.length && !groups[i].isEmpty(); i++) {
            kept.append(groups[i]).append(':');
        }
        return kept.isEmpty() ? "::" : kept.append(':').toString();
    }
}
