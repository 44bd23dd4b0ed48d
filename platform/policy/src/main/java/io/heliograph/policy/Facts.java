package io.heliograph.policy;

import java.util.List;

/** The facts that the platform's own code tells at the gates; operator rules use these names as variables. */
public final class Facts {
    /** Network address of the caller, as text. */
    public static final Fact<String> ADDRESS =
            Fact.text("address", "Network address the request came from.").asPersonal();
    /** Id of the key for programs that was used. */
    public static final Fact<String> API_KEY = Fact.text("api_key", "Id of the API key in use, empty for a session.")
            .asPersonal();
    /** Role of the account. */
    public static final Fact<String> ROLE = Fact.text("role", "Role of the account: user or admin.");
    /** Plan of the account. */
    public static final Fact<String> PLAN = Fact.text("plan", "Name of the account's plan.");
    /** Model of a generation. */
    public static final Fact<String> MODEL = Fact.text("model", "Id of the model of a generation.");
    /** Plugin instance concerned, where no call of it is asked for. */
    public static final Fact<String> INSTANCE = Fact.text("instance", "Plugin instance concerned.");
    /** What a generation makes. */
    public static final Fact<String> MEDIA = Fact.text("media", "What is made or kept: image or video.");
    /** True media type of bytes. */
    public static final Fact<String> MEDIA_TYPE = Fact.text("media_type", "Media type of the bytes, by content.");
    /** Data category of what is kept (STORE). */
    public static final Fact<String> CATEGORY = Fact.text("category", "Data category of what is kept.");
    /** Data categories that leave (DISCLOSE), joined by commas. */
    public static final Fact<String> CATEGORIES =
            Fact.text("categories", "Data categories that would leave, sorted, joined by commas.");
    /** Host that would be called (DISCLOSE). */
    public static final Fact<String> HOST = Fact.text("host", "Host name that would be called.");
    /** Visibility of a thing: {@code private} or {@code public}. */
    public static final Fact<String> VISIBILITY = Fact.text("visibility", "Visibility: private or public.");
    /** Whether a valid share link to this very thing was shown. */
    public static final Fact<Boolean> SHARE_GRANT =
            Fact.flag("share_grant", "Whether a valid share link to this thing was shown.");
    /** Whether the bytes are a result that an engine made, not something a person brought. */
    public static final Fact<Boolean> GENERATED = Fact.flag("generated", "Whether the bytes are an engine's result.");
    /** Where a result comes from, as an IPTC digital source type. */
    public static final Fact<String> ORIGIN = Fact.text("origin", "IPTC digital source type of a result.");
    /** Size of what moves. */
    public static final Fact<Long> BYTES = Fact.number("bytes", "Size of what moves, in bytes.");
    /** Weight of a request against limits; 1 if not told. */
    public static final Fact<Long> COUNT = Fact.number("count", "How many things a request asks for.");
    /** Width asked for. */
    public static final Fact<Long> WIDTH = Fact.number("width", "Width asked for, in pixels.");
    /** Height asked for. */
    public static final Fact<Long> HEIGHT = Fact.number("height", "Height asked for, in pixels.");
    /** Length of the prompt; never the prompt. */
    public static final Fact<Long> PROMPT_LENGTH = Fact.number("prompt_length", "Length of the prompt in characters.");
    /** What a generation would cost. */
    public static final Fact<Long> CREDITS = Fact.number("credits", "Quoted price in credits.");

    private static final List<Fact<?>> ALL = List.of(
            ADDRESS,
            API_KEY,
            ROLE,
            PLAN,
            MODEL,
            INSTANCE,
            MEDIA,
            MEDIA_TYPE,
            CATEGORY,
            CATEGORIES,
            HOST,
            VISIBILITY,
            SHARE_GRANT,
            GENERATED,
            ORIGIN,
            BYTES,
            COUNT,
            WIDTH,
            HEIGHT,
            PROMPT_LENGTH,
            CREDITS);

    private Facts() {}

    /** All of them. */
    public static List<Fact<?>> all() {
        return ALL;
    }
}
