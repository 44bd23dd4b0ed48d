package io.heliograph.host.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a plugin, or an instance of it, is. */
public enum PluginKind {
    /** Engines that make pictures or videos. */
    PROVIDER,
    /** Stores for sealed bytes. */
    STORE,
    /** Ways to sign in. */
    IDENTITY,
    /** Rules at the gates. */
    POLICY,
    /** Payment gateways. */
    PAYMENT,
    /** Ways to send mail. */
    MAIL;

    /** Word in manifests: {@code provider}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word; empty if there is none. */
    public static Optional<PluginKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
