/**
 * Accounts: who people are here, how they come in, and what they hold to come in again.
 *
 * <p>Read first: {@link io.heliograph.core.account.SignIn} and {@link io.heliograph.core.account.SignUp} (ways in),
 * {@link io.heliograph.core.account.BrowserSessions} (what a request is told by),
 * {@link io.heliograph.core.account.People} (what administrators do) and
 * {@link io.heliograph.core.account.AccountRoom} (how it is put together).
 *
 * <p>Imports the record, the kernel and the SPI's credential types; imported by web and the wiring. It knows no plugin:
 * ways to sign in and mailers come through {@link io.heliograph.core.account.IdentityPort} and
 * {@link io.heliograph.core.account.MailCarrier}, which the wiring joins to the guarded handles of the host.
 *
 * <pre>
 *   no administrator -> one-time link (terminal, one hour) -> first administrator
 *   invite  -> token, once -> account -> session
 *   open    -> account -> mail with a link -> confirmed
 *   account: active &lt;-> suspended (epoch moves, sessions end, keys stop) -> erased (epoch moves, the number stays)
 * </pre>
 *
 * <p>What must always hold: secrets are handed out once and kept as hashes; addresses, reasons, names of keys and mails
 * are sealed; no answer and no time tells whether an address has an account, but for whoever holds an invitation, three
 * times; the last administrator stays. When the way to sign in cannot answer, nobody gets in and it says UNAVAILABLE.
 * What it leaves out on purpose: passwords themselves (the plugin's), rate limits (the policy's), guests.
 */
@NullMarked
package io.heliograph.core.account;

import org.jspecify.annotations.NullMarked;
