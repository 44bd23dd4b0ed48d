package io.heliograph.core.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Properties;

/** The operator's server. Every parameter of the URL is theirs; those we need are added where they are absent. */
final class ExternalEndpoint implements Endpoint {
    private final DatabaseSettings.External settings;
    private final String url;

    ExternalEndpoint(DatabaseSettings.External settings) {
        if (!settings.url().startsWith("jdbc:mariadb://")) {
            throw new StartProblem(
                    "The database URL does not begin with jdbc:mariadb://.",
                    "Set database.url to jdbc:mariadb://HOST:PORT/DATABASE, for example"
                            + " jdbc:mariadb://db.example.org:3306/heliograph?sslMode=verify-full.");
        }
        this.settings = settings;
        String withDefaults = settings.url();
        // Told explicitly, because the driver's default differs between its versions.
        withDefaults = withDefault(withDefaults, "sslMode", isLoopback(settings.url()) ? "disable" : "verify-full");
        withDefaults = withDefault(withDefaults, "connectTimeout", "3000");
        withDefaults = withDefault(withDefaults, "socketTimeout", "60000");
        this.url = withDefault(withDefaults, "tcpKeepAlive", "true") + SESSION;
    }

    private static String withDefault(String url, String key, String value) {
        if (url.matches("(?i).*[?&]" + key + "=.*")) {
            return url;
        }
        return url + (url.contains("?") ? "&" : "?") + key + "=" + value;
    }

    private static boolean isLoopback(String jdbcUrl) {
        try {
            String host = new URI(jdbcUrl.substring("jdbc:".length())).getHost();
            return "localhost".equals(host) || "127.0.0.1".equals(host) || "[::1]".equals(host);
        } catch (URISyntaxException several) {
            return false;
        }
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public Properties credentials() {
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        return properties;
    }

    @Override
    public String describe() {
        return settings.url().substring("jdbc:".length()).replaceFirst("\\?.*", "");
    }
}
