package io.heliograph.app.wiring;

import io.heliograph.core.account.AccountLinks;
import java.util.function.Supplier;

/** Addresses of pages of the web interface. Tokens stand in the fragment, which no server's log sees. */
final class PageLinks implements AccountLinks {
    private final Supplier<String> base;

    /** @param base scheme, host and port, asked at each use: the port is known once the service listens */
    PageLinks(Supplier<String> base) {
        this.base = base;
    }

    @Override
    public String firstAdministrator(String token) {
        return base.get() + "/setup#" + token;
    }

    @Override
    public String invite(String token) {
        return base.get() + "/invite#" + token;
    }

    @Override
    public String passwordReset(String token) {
        return base.get() + "/reset#" + token;
    }

    @Override
    public String emailConfirmation(String token) {
        return base.get() + "/confirm#" + token;
    }

    @Override
    public String erasureReceipt(String code) {
        return base.get() + "/erased#" + code;
    }

    @Override
    public String account() {
        return base.get() + "/account";
    }

    @Override
    public String endingSoon() {
        return base.get() + "/library?soon=true";
    }

    @Override
    public String signIn() {
        return base.get() + "/sign-in";
    }
}
