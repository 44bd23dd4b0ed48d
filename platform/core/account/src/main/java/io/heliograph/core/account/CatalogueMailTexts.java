package io.heliograph.core.account;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Supplier;

/** The words of {@code mails.properties} and its translations beside this class, English where there is none. */
public final class CatalogueMailTexts implements MailTexts {
    private static final ResourceBundle.Control NO_DEFAULT_LOCALE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Supplier<String> installation;

    /** With the name people know the installation by, asked at each use. */
    public CatalogueMailTexts(Supplier<String> installation) {
        this.installation = installation;
    }

    @Override
    public Words write(MailKind kind, Locale locale, String link, List<String> details) {
        ResourceBundle words = ResourceBundle.getBundle("io.heliograph.core.account.mails", locale, NO_DEFAULT_LOCALE);
        return new Words(
                format(words, kind.word() + ".subject", locale, link, details),
                format(words, kind.word() + ".text", locale, link, details));
    }

    private String format(ResourceBundle words, String key, Locale locale, String link, List<String> details) {
        List<Object> parts = new ArrayList<>(List.of(installation.get(), link));
        parts.addAll(details);
        return new MessageFormat(words.getString(key), locale).format(parts.toArray());
    }
}
