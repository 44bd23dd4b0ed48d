package io.heliograph.kernel;

/**
 * What a stored field is, in the terms of the promises. Every column and blob prefix belongs to exactly one category;
 * retention, export, erasure and the privacy page follow from it.
 *
 * <p>Names are kept in the database and shown in exports: they are never renamed.
 */
@Commitment({"C1", "C2", "C3", "C4", "P3", "T1"})
public enum DataCategory {
    /** Account data: e-mail, display name, role, locale, credentials, invites (C1). */
    ACCOUNT,
    /** Prompts and settings of generations (C2). */
    PROMPT,
    /** Results made for a person, with what is derived from them (thumbnails, posters). */
    RESULT,
    /** Pictures and videos a person brought in (C3). */
    UPLOAD,
    /** Sessions, keys, addresses, device types, timestamps of access and diagnostics (C4). */
    ACCESS,
    /** Credits: journal, balances, plans (P1). */
    CREDITS,
    /** What is kept from a payment gateway (P3). */
    PAYMENT,
    /** What the buyer typed for invoices; kept for the law's period (P3). */
    INVOICE,
    /** Records of what went to which third party (T1). */
    DISCLOSURE,
    /** Security record: audit entries, break-glass (V3, U4). */
    AUDIT,
    /** Requests for support and their answers (S1). */
    SUPPORT,
    /** Keys, counters, leases, versions: nothing that says anything about a person. */
    OPERATIONAL
}
