package io.heliograph.policy;

/** Stable words for why a gate said no. Modules and plugins may add their own. */
public final class Reasons {
    /** No rules have been loaded yet. */
    public static final String NOT_LOADED = "policy-not-loaded";
    /** No module answers at this gate. */
    public static final String NO_MODULE = "no-module";
    /** A configured module has not been loaded. */
    public static final String MODULE_NOT_LOADED = "module-not-loaded";
    /** A module threw. */
    public static final String MODULE_FAILED = "module-failed";
    /** A module gave no answer. */
    public static final String MODULE_SILENT = "module-silent";
    /** A module took too long. */
    public static final String MODULE_SLOW = "module-slow";
    /** The engine was not told of this purpose. */
    public static final String UNKNOWN_PURPOSE = "unknown-purpose";
    /** There is no such thing. */
    public static final String UNKNOWN_OBJECT = "unknown-object";
    /** It was revoked: the epoch has moved. */
    public static final String REVOKED = "revoked";
    /** The record could not be asked for the epoch. */
    public static final String RECORD_UNAVAILABLE = "record-unavailable";
    /** A permit was shown for something else than it was given for. */
    public static final String PERMIT_MISMATCH = "permit-mismatch";
    /** A permit was shown twice. */
    public static final String PERMIT_USED = "permit-used";
    /** A permit was shown too late. */
    public static final String PERMIT_EXPIRED = "permit-expired";
    /** The actor may not see it. */
    public static final String NOT_VISIBLE = "not-visible";
    /** The actor does not own it. */
    public static final String NOT_OWNER = "not-owner";
    /** A legal hold stops it. */
    public static final String LEGAL_HOLD = "legal-hold";
    /** The recipient is not declared. */
    public static final String UNDECLARED_RECIPIENT = "undeclared-recipient";
    /** The host is not declared. */
    public static final String UNDECLARED_HOST = "undeclared-host";
    /** The recipient does not declare this category. */
    public static final String UNDECLARED_CATEGORY = "undeclared-category";
    /** More would leave than the purpose needs. */
    public static final String MORE_THAN_NEEDED = "more-than-needed";
    /** A category has no period. */
    public static final String NO_PERIOD = "no-retention-period";
    /** A fact is missing that a module cannot do without. */
    public static final String FACT_MISSING = "fact-missing";
    /** Too much in too little time. */
    public static final String RATE_LIMITED = "rate-limited";
    /** A rule of the operator says no. */
    public static final String OPERATOR_RULE = "operator-rule";

    private Reasons() {}
}
