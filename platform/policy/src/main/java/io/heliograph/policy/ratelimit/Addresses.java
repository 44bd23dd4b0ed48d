package io.heliograph.policy.ratelimit;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Whom an address stands for: an IPv4 address for itself, an IPv6 address for its /64, which is what one line gets. Plain
 * text work on purpose: no look-up may happen here.
 */
final class Addresses {
    private static final int GROUPS_OF_A_LINE = 4;
    private static final int GROUPS = 8;

    private Addresses() {}

    /** The network that is counted; text that is no address counts as it stands. */
    static String network(String address) {
        String text = address.toLowerCase(Locale.ROOT);
        int zone = text.indexOf('%');
        if (zone >= 0) {
            text = text.substring(0, zone);
        }
        if (text.indexOf(':') < 0) {
            return text;
        }
        if (text.startsWith("::ffff:") && text.indexOf('.') > 0) {
            return text.substring("::ffff:".length());
        }
        int gap = text.indexOf("::");
        String[] head = (gap < 0 ? text : text.substring(0, gap)).split(":", -1);
        int headGroups = gap == 0 ? 0 : head.length;
        if (headGroups > GROUPS) {
            return text;
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < GROUPS_OF_A_LINE; i++) {
            OptionalInt group = i < headGroups ? group(head[i]) : OptionalInt.of(groupAfterGap(text, gap, i));
            if (group.isEmpty()) {
                return text;
            }
            line.append(Integer.toHexString(group.getAsInt())).append(':');
        }
        return line.append(":/64").toString();
    }

    /** A group of the first half that stands behind the gap, which only a very short gap makes possible. */
    private static int groupAfterGap(String text, int gap, int index) {
        String tail = text.substring(gap + 2);
        String[] groups = tail.isEmpty() ? new String[0] : tail.split(":", -1);
        int tailLength = groups.length + (tail.indexOf('.') >= 0 ? 1 : 0);
        int at = index - (GROUPS - tailLength);
        return at < 0 ? 0 : group(groups[at]).orElse(0);
    }

    private static OptionalInt group(String hex) {
        try {
            int value = Integer.parseInt(hex, 16);
            return value >= 0 && value <= 0xffff ? OptionalInt.of(value) : OptionalInt.empty();
        } catch (NumberFormatException other) {
            return OptionalInt.empty();
        }
    }
}
