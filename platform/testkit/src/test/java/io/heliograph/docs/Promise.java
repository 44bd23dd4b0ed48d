package io.heliograph.docs;

import java.util.List;
import java.util.Optional;

/**
 * A promise of the service.
 *
 * @param id stable; what {@link io.heliograph.kernel.Commitment} names
 * @param text what is promised
 * @param seen how an operator sees that it is kept
 * @param missing what of it is not part of the service yet; empty where it is whole
 */
record Promise(String id, String text, String seen, Optional<String> missing) {
    /** Promises about one thing. */
    record Group(String title, List<Promise> promises) {}

    /** Whether any of it is part of the service. */
    boolean begun() {
        return !seen.isEmpty();
    }

    private static Promise kept(String id, String text, String seen) {
        return new Promise(id, text, seen, Optional.empty());
    }

    private static Promise partly(String id, String text, String seen, String missing) {
        return new Promise(id, text, seen, Optional.of(missing));
    }

    private static Promise later(String id, String text) {
        return new Promise(id, text, "", Optional.of("All of it."));
    }

    /** All of them. */
    static List<Group> all() {
        return List.of(
                new Group(
                        "Collected",
                        List.of(
                                kept(
                                        "C1",
                                        "Account data is an e-mail address and what signing in needs, and only where an account is needed.",
                                        "`accounts.registration` in `config show`; the privacy page lists every field of the category."),
                                kept(
                                        "C2",
                                        "Prompts and settings are kept with the generation, for its owner only, sealed with the owner's key, and go with it.",
                                        "The columns `*_sealed` hold ciphertext; the privacy page says how long (`retention.prompt`)."),
                                kept(
                                        "C3",
                                        "Uploads are told by their bytes, measured, checked, and stripped of place and device before anything is kept.",
                                        "An upload's details name its type and size; the answer lists what was removed."),
                                partly(
                                        "C4",
                                        "Addresses, devices and times are written in one place, shortened, and never with a prompt.",
                                        "The list of sessions shows shortened addresses; logs hold route templates and request ids.",
                                        "A keyed hash in place of the shortened address."))),
                new Group(
                        "Payments",
                        List.of(
                                later("P1", "Plans and packages through payment providers, from checkout to refund."),
                                partly(
                                        "P2",
                                        "Card data is never handled or stored here.",
                                        "No column and no field of the contract can hold a card number; one in a log line is struck out.",
                                        "Refusal in billing and support texts, which do not exist yet."),
                                later("P3", "Only what manages a plan is kept from a payment provider."))),
                new Group(
                        "Used for",
                        List.of(
                                kept(
                                        "U1",
                                        "To run generations and deliver results: a durable queue, one charge for each delivered result, none for a failure.",
                                        "`billing check` recomputes every balance and exits 1 on a difference."),
                                partly(
                                        "U2",
                                        "To prevent abuse: limits in front of every entry and every plugin call.",
                                        "Answers carry `RateLimit` headers; the keys `limits.*`.",
                                        "Risk signals."),
                                kept(
                                        "U3",
                                        "To keep the service stable: logs from which personal data is struck out where they are written.",
                                        "`log.format: json` shows each line as it leaves the process."),
                                partly(
                                        "U4",
                                        "To answer lawful requests: a hold stops retention and deletion.",
                                        "Every sweep and every erasure asks for holds first.",
                                        "Setting a hold, and the sealed export."))),
                new Group(
                        "Private content",
                        List.of(
                                kept(
                                        "V1",
                                        "Private by default: nobody else sees an item unless its owner says so, decided in one place for every way of reading.",
                                        "An item's details say who can see it; a foreign id and an unknown one answer alike."),
                                later(
                                        "V2",
                                        "A share link works for whoever holds it, ends when its owner says so, and is listed."),
                                partly(
                                        "V3",
                                        "Staff see private content for security, abuse, faults or law only.",
                                        "No page and no operation shows an administrator somebody's private items.",
                                        "The way to break the glass, with reason, end and notice to the owner."))),
                new Group(
                        "Kept for",
                        List.of(
                                kept(
                                        "R1",
                                        "Files are kept as long as plan and configuration say, then deleted from the store, which is looked at again.",
                                        "`retention.*` in `config show`; an item's details name its day; the log tells what each sweep took; people are told before (`retention.notice`)."),
                                kept(
                                        "R2",
                                        "Logs and records of access are kept for a set time.",
                                        "`retention.access`, `retention.audit`, `retention.disclosure` in `config show`."),
                                partly(
                                        "R3",
                                        "What lives on in copies cannot be read: everybody has a key of their own, and it is destroyed.",
                                        "`keys rotate`; the table of wrapped keys lies apart from what it opens.",
                                        "Scheduled backups, and replaying deletions after a restore."))),
                new Group(
                        "Third parties",
                        List.of(
                                kept(
                                        "T1",
                                        "A provider gets what the request needs, with no user in it, and each time is written down.",
                                        "An item's details say where it went; everybody reads their own record of disclosures."),
                                kept(
                                        "T2",
                                        "Nothing is sold or shared: a plugin reaches the hosts it declared, and the pages load nothing from elsewhere.",
                                        "A refused host is in the log as a warning; the Content-Security-Policy of every page."),
                                partly(
                                        "T3",
                                        "A provider's outage costs speed or success, nothing else.",
                                        "`plugins list` and the health page name what fails; a failed generation says what became of its credits.",
                                        "Fail-over to another provider."))),
                new Group(
                        "Cookies and local storage",
                        List.of(
                                kept(
                                        "K1",
                                        "Essential: the session's cookie, for sign-in and security.",
                                        "The browser's list of cookies; the list of sessions, each of which can be ended."),
                                kept(
                                        "K2",
                                        "Preferences: theme and language, in the browser's own storage only.",
                                        "The browser's list of local storage."),
                                partly(
                                        "K3",
                                        "Protection: a token against forged requests, and every request checked against the contract.",
                                        "The contract at `/api`; a request that does not fit is a problem that names the field.",
                                        "Proof of work on bursts of sign-ups."),
                                kept(
                                        "K4",
                                        "Nothing else.",
                                        "The privacy page lists every entry; the browser's lists show the same."))),
                new Group(
                        "Rights",
                        List.of(
                                partly(
                                        "G1",
                                        "Access: everything of one's own, in a form that programs read.",
                                        "Every feature that keeps data has its part of the export; a test fails for one without.",
                                        "The archive that a person asks for in the browser."),
                                kept(
                                        "G2",
                                        "Correction: address and name, confirmed and recorded.",
                                        "The audit record holds each change."),
                                kept(
                                        "G3",
                                        "Deletion within technical and legal limits, in steps that go on after a restart, with a receipt without content.",
                                        "The receipt of each order; after fifteen seconds the files of a deleted item are gone from the store."),
                                later("S1", "Contact through a support section."))));
    }
}
