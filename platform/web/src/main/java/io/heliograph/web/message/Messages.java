package io.heliograph.web.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sentences by key and language, with {@code {name}} for parameters. A key that a language lacks is taken from
 * English. Safe for many threads.
 */
public final class Messages {
    /** Languages there are; the first is the fall-back. */
    public static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-zA-Z0-9-]+)}");

    private final Map<Locale, Properties> catalogues = new HashMap<>();

    /** Reads the catalogues of this build. */
    public Messages() {
        for (Locale locale : LOCALES) {
            catalogues.put(locale, read(locale));
        }
    }

    /** The sentence of a key; empty if no language has it. */
    public Optional<String> find(Locale locale, String key, Map<String, ?> parameters) {
        String pattern = pattern(closest(locale), key);
        return Optional.ofNullable(pattern).map(text -> fill(text, parameters));
    }

    /** The sentence of a key without parameters. @throws IllegalArgumentException if there is none. */
    public String get(Locale locale, String key) {
        return find(locale, key, Map.of()).orElseThrow(() -> new IllegalArgumentException("no message: " + key));
    }

    /** The language of this list that a browser's {@code Accept-Language} likes best. */
    public static Locale negotiate(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 500) {
            return LOCALES.getFirst();
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LOCALES);
            return found == null ? LOCALES.getFirst() : found;
        } catch (IllegalArgumentException malformed) {
            return LOCALES.getFirst();
        }
    }

    /** The language of this list that stands for {@code locale}. */
    public static Locale closest(Locale locale) {
        return LOCALES.stream()
                .filter(known -> known.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(LOCALES.getFirst());
    }

    private @Nullable String pattern(Locale locale, String key) {
        String own = catalogue(locale).getProperty(key);
        return own != null ? own : catalogue(LOCALES.getFirst()).getProperty(key);
    }

    private Properties catalogue(Locale locale) {
        return catalogues.getOrDefault(locale, new Properties());
    }

    private static String fill(String text, Map<String, ?> parameters) {
        Matcher matcher = PARAMETER.matcher(text);
        return matcher.replaceAll(found -> {
            Object value = parameters.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? "" : String.valueOf(value));
        });
    }

    private static Properties read(Locale locale) {
        String resource = "/messages/web_" + locale.getLanguage() + ".properties";
        Properties properties = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("message file is missing: " + resource);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
