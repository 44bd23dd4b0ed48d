package io.heliograph.core.account;

/** Addresses of the pages that one-time links lead to; the token goes into the fragment, which no server sees. */
public interface AccountLinks {
    /** Page of the first administrator. */
    String firstAdministrator(String token);

    /** Page that takes an invitation. */
    String invite(String token);

    /** Page that sets a new password. */
    String passwordReset(String token);

    /** Page that confirms an address. */
    String emailConfirmation(String token);

    /** Page that shows what became of an erased account. */
    String erasureReceipt(String code);

    /** Page of one's own account. */
    String account();

    /** Page of what ends soon in the library. */
    String endingSoon();

    /** Page to sign in. */
    String signIn();
}
