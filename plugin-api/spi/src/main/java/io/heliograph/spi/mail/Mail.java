package io.heliograph.spi.mail;

import java.util.Optional;

/**
 * One mail to one person.
 *
 * @param id our id, for the Message-ID: the same mail sent again keeps it
 * @param text plain text
 * @param html the same as HTML
 */
public record Mail(String id, String from, String to, String subject, String text, Optional<String> html) {
    /** Hides addressee and text. */
    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}
