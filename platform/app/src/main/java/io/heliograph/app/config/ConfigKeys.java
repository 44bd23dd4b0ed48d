package io.heliograph.app.config;

import io.heliograph.app.config.ConfigKey.Reach;
import io.heliograph.app.config.ConfigKey.Type;
import io.heliograph.core.database.DataFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every key there is, in the order of the sample file. */
public final class ConfigKeys {
    private ConfigKeys() {}

    /** The keys. */
    public static List<ConfigKey> all() {
        return ALL;
    }

    /** The key that a concrete name belongs to. */
    public static Optional<ConfigKey> find(String concrete) {
        return ALL.stream().filter(key -> key.matches(concrete)).findFirst();
    }

    /** Beginnings of the keys that cannot come from the database. */
    private static final List<String> FILE_ONLY = List.of(
            "data-folder",
            "least-free-bytes",
            "server.address",
            "server.port",
            "server.trusted-proxies",
            "server.tls",
            "server.insecure-lan",
            "database.",
            "keys.",
            "instances.*.grants",
            "policy.rules.",
            "plugins.folders");

    /** Beginnings of the keys whose change holds at once. */
    private static final List<String> AT_ONCE =
            List.of("operator.", "accounts.", "credits.", "retention.", "limits.", "instances.", "log.");

    private static final List<ConfigKey> ALL = build();

    private static List<ConfigKey> build() {
        List<ConfigKey> keys = new ArrayList<>();
        keys.add(key(
                "data-folder",
                Type.TEXT,
                null,
                "Where database, pictures and keys lie. Without it: heliograph in"
                        + " XDG_DATA_HOME or ~/.local/share. The option --data wins."));
        keys.add(key(
                "least-free-bytes",
                Type.NUMBER,
                String.valueOf(DataFolder.LEAST_FREE_BYTES),
                "Nothing is started while the disk of the data folder has fewer bytes free."));
        keys.add(key("server.address", Type.TEXT, "127.0.0.1", "Address to listen on; 0.0.0.0 for all."));
        keys.add(key("server.port", Type.PORT, "8080", "Port to listen on. The option --port wins."));
        keys.add(key(
                "server.public-url",
                Type.ADDRESS,
                null,
                "Address people type, where it is not the one listened on"
                        + " (behind a proxy). Links in mails begin with it."));
        keys.add(
                key("server.trusted-proxies", Type.TEXTS, "[]", "Addresses of proxies whose forwarded headers count."));
        keys.add(
                choice(
                        "server.tls",
                        "off",
                        List.of("off", "self", "file"),
                        "off: plain http, for loopback or behind a"
                                + " proxy that encrypts. self: a certificate made here. file: server.tls-certificate and server.tls-key."));
        keys.add(key("server.tls-certificate", Type.TEXT, null, "PEM file with the certificate chain."));
        keys.add(key("server.tls-key", Type.TEXT, null, "PEM file with the private key."));
        keys.add(key(
                "server.insecure-lan",
                Type.FLAG,
                "false",
                "Lets people sign in over plain http from other machines."
                        + " Everybody in that network can then read along; a banner says so."));
        keys.add(key(
                "operator.legal-name", Type.TEXT, null, "Who runs this service: the controller of the privacy page."));
        keys.add(key("operator.address", Type.TEXT, null, "Postal address of the operator."));
        keys.add(key("operator.contact", Type.TEXT, null, "E-mail address for questions about data."));
        keys.add(key("operator.representative", Type.TEXT, null, "Representative in the Union, where one is needed."));
        keys.add(key("operator.country", Type.TEXT, null, "Country of the operator, two letters (DE)."));
        keys.add(key("operator.governing-law", Type.TEXT, null, "Law that governs the terms."));
        keys.add(choice(
                "accounts.registration",
                "invite",
                List.of("invite", "open", "closed"),
                "Who may sign up: people" + " with an invitation, everybody, or nobody."));
        keys.add(key(
                "accounts.open-confirmed",
                Type.FLAG,
                "false",
                "Obligatory for open registration: limits were looked"
                        + " at and operator.contact is read by somebody."));
        keys.add(key("accounts.session-idle", Type.DURATION, "14d", "A session ends after so long without use."));
        keys.add(key("accounts.session-absolute", Type.DURATION, "90d", "A session ends after so long in any case."));
        keys.add(key(
                "accounts.erasure-grace",
                Type.DURATION,
                "7d",
                "How long a person can take the deletion of their" + " account back; 0d begins at once."));
        keys.add(key(
                "credits.initial-grant",
                Type.NUMBER,
                "100",
                "Credits a new person gets. The embedded engine costs none."));
        keys.add(key(
                "database.url",
                Type.TEXT,
                null,
                "jdbc:mariadb://host:3306/heliograph for a server of your own (10.11"
                        + " or newer). Without it the embedded one is used."));
        keys.add(key("database.user", Type.TEXT, "heliograph", "User at that server."));
        keys.add(key("database.password", Type.SECRET, null, "Password at that server."));
        keys.add(choice(
                "database.tls",
                "verify-full",
                List.of("verify-full", "trust", "disable"),
                "Encryption towards that" + " server: certificate and name checked, unchecked, or none."));
        keys.add(key(
                "database.start-patience",
                Type.DURATION,
                "30s",
                "How long a start waits for that server before it gives up."));
        keys.add(key("database.pool-size", Type.NUMBER, "16", "Connections kept at most."));
        keys.add(key(
                "keys.master",
                Type.SECRET,
                null,
                "Master key, 32 bytes in Base64. Without it a file in the data"
                        + " folder is made: keep a copy of that apart."));
        keys.add(
                key(
                        "generation.workers",
                        Type.NUMBER,
                        "64",
                        "Jobs this process works on at the same time, besides what each instance allows. 0: it takes requests and leaves the work to other processes."));
        keys.add(key(
                "generation.lease",
                Type.DURATION,
                "30s",
                "So long after a process died, or lost the database, its jobs are taken up by another; at least 5s."));
        keys.add(key("generation.job-deadline", Type.DURATION, "1h", "A job that has not ended by then fails."));
        keys.add(key("retention.result", Type.DURATION, "365d", "How long results are kept."));
        keys.add(key("retention.upload", Type.DURATION, "30d", "How long reference pictures are kept."));
        keys.add(key("retention.prompt", Type.DURATION, "365d", "How long prompts and settings are kept."));
        keys.add(key(
                "retention.access", Type.DURATION, "30d", "How long sessions' ends, addresses and devices are kept."));
        keys.add(key("retention.audit", Type.DURATION, "365d", "How long the audit record is kept."));
        keys.add(key("retention.disclosure", Type.DURATION, "365d", "How long disclosure records are kept."));
        keys.add(key(
                "retention.notice",
                Type.DURATION,
                "14d",
                "How long before their end people are told of files, in the" + " library and by mail; 0d for never."));
        keys.add(key("limits.requests-per-minute", Type.NUMBER, "600", "Requests of one account in a minute."));
        keys.add(key(
                "limits.address-requests-per-minute", Type.NUMBER, "1200", "Requests from one address in a minute."));
        keys.add(key("limits.key-requests-per-minute", Type.NUMBER, "1200", "Requests with one API key in a minute."));
        keys.add(key(
                "limits.sign-in-per-minute", Type.NUMBER, "10", "Attempts to sign in from one address in a minute."));
        keys.add(key("limits.generations-per-hour", Type.NUMBER, "600", "Generations of one account in an hour."));
        keys.add(key("limits.active-generations", Type.NUMBER, "1000", "Unfinished generations of one account."));
        keys.add(key("limits.upload-bytes", Type.NUMBER, "33554432", "Largest upload, in bytes."));
        keys.add(key(
                "policy.rules.*.gates",
                Type.TEXTS,
                "admit",
                "Gates at which the rule is asked: admit, disclose, store," + " reveal, erase."));
        keys.add(key(
                "policy.rules.*.purposes",
                Type.TEXTS,
                "[]",
                "Purposes it is about, such as generation or upload;" + " none means all."));
        keys.add(key(
                "policy.rules.*.when",
                Type.TEXT,
                null,
                "Where this CEL expression is true, the answer is no and the"
                        + " rule's name is the reason. The operator guide lists what it may speak of."));
        keys.add(key("instances.*.plugin", Type.TEXT, null, "Id of the plugin this instance is a configured use of."));
        keys.add(key("instances.*.enabled", Type.FLAG, "true", "Whether it runs; false keeps its settings."));
        keys.add(key("instances.*.type", Type.TEXT, null, "Type within the plugin, where it offers several."));
        keys.add(choice("instances.*.role", null, List.of("media", "backup"), "For stores: what is kept there."));
        keys.add(key(
                "instances.*.concurrency",
                Type.NUMBER,
                null,
                "Calls at the same time; without it what the plugin" + " suggests."));
        keys.add(key(
                "instances.*.unknown-hold",
                Type.DURATION,
                "1h",
                "How long credits are held while nobody knows" + " whether the vendor did the work."));
        keys.add(key(
                "instances.*.grants", Type.TEXTS, "[]", "Needs of the plugin's manifest that are granted (files)."));
        keys.add(key("instances.*.local-hosts", Type.TEXTS, "[]", "Local engines it may reach, as host:port."));
        keys.add(key("instances.*.settings.*", Type.FREE, null, "Settings of the plugin, as its page describes them."));
        keys.add(key(
                "plugins.embedded",
                Type.FLAG,
                "true",
                "Runs the embedded engine, the folder store and passwords"
                        + " where no instance of theirs is configured."));
        keys.add(key("plugins.folders", Type.TEXTS, "[]", "Folders with further plugin jars, beside those that ship."));
        keys.add(choice("log.format", "text", List.of("text", "json"), "Text for people, JSON for machines."));
        keys.add(choice("log.level", "info", List.of("error", "warn", "info", "debug"), "How much is logged."));
        return keys.stream().map(key -> key.reaching(reach(key.name()))).toList();
    }

    private static Reach reach(String name) {
        if (FILE_ONLY.stream().anyMatch(name::startsWith)) {
            return Reach.FILE_ONLY;
        }
        boolean readAtStart = name.equals("limits.upload-bytes");
        return !readAtStart && AT_ONCE.stream().anyMatch(name::startsWith) ? Reach.AT_ONCE : Reach.NEXT_START;
    }

    private static ConfigKey key(
            String name, Type type, @org.jspecify.annotations.Nullable String value, String meaning) {
        return new ConfigKey(name, type, Optional.ofNullable(value), List.of(), meaning, Reach.NEXT_START);
    }

    private static ConfigKey choice(
            String name, @org.jspecify.annotations.Nullable String value, List<String> allowed, String meaning) {
        return new ConfigKey(name, Type.CHOICE, Optional.ofNullable(value), allowed, meaning, Reach.NEXT_START);
    }
}
