package io.heliograph.policy;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Why something is asked at a gate. The list is closed: the engine denies a purpose it was not told of, so data never
 * moves for a reason that the record of processing activities does not name.
 *
 * @param word stable, shown on the privacy page; lower-case words joined by hyphens
 */
public record Purpose(String word) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,40}");

    /** Running a generation and delivering its results (U1). */
    public static final Purpose GENERATION = new Purpose("generation");
    /** Asking engines for their models and prices. */
    public static final Purpose CATALOGUE = new Purpose("catalogue");
    /** Proving who somebody is. */
    public static final Purpose SIGN_IN = new Purpose("sign-in");
    /** Making an account. */
    public static final Purpose SIGN_UP = new Purpose("sign-up");
    /** Looking after one's account: password, e-mail, keys, sessions. */
    public static final Purpose ACCOUNT = new Purpose("account");
    /** Looking at, listing or downloading what is in the library. */
    public static final Purpose VIEW = new Purpose("view");
    /** Bringing in pictures and videos. */
    public static final Purpose UPLOAD = new Purpose("upload");
    /** Changing who may see a thing. */
    public static final Purpose SHARING = new Purpose("sharing");
    /** Deleting at the owner's wish. */
    public static final Purpose DELETION = new Purpose("deletion");
    /** Deleting because the period has ended. */
    public static final Purpose RETENTION = new Purpose("retention");
    /** Handing a person their own data. */
    public static final Purpose EXPORT = new Purpose("export");
    /** Payments, plans and credits. */
    public static final Purpose BILLING = new Purpose("billing");
    /** Sending a message to a person. */
    public static final Purpose MAIL = new Purpose("mail");
    /** Answering a request for support. */
    public static final Purpose SUPPORT = new Purpose("support");
    /** Running the service: settings, people, plugins, health. */
    public static final Purpose ADMINISTRATION = new Purpose("administration");
    /** Keeping the platform itself in order: orphans, spools, checks. */
    public static final Purpose HOUSEKEEPING = new Purpose("housekeeping");

    private static final Set<Purpose> BUILT_IN = Set.of(
            GENERATION,
            CATALOGUE,
            SIGN_IN,
            SIGN_UP,
            ACCOUNT,
            VIEW,
            UPLOAD,
            SHARING,
            DELETION,
            RETENTION,
            EXPORT,
            BILLING,
            MAIL,
            SUPPORT,
            ADMINISTRATION,
            HOUSEKEEPING);

    /** @throws IllegalArgumentException if the word has another form */
    public Purpose {
        if (!FORM.matcher(word).matches()) {
            throw new IllegalArgumentException("purpose must match " + FORM.pattern());
        }
    }

    /** The purposes the engine knows without being told. */
    public static Set<Purpose> builtIn() {
        return BUILT_IN;
    }

    @Override
    public String toString() {
        return word;
    }
}
