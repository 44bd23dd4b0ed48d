package io.heliograph.web.api;

import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.Purpose;
import io.heliograph.web.edge.Authenticator;
import io.heliograph.web.edge.Call;
import io.heliograph.web.edge.Caller;
import io.heliograph.web.edge.ClientFacts;
import io.heliograph.web.edge.Reply;
import io.heliograph.web.edge.Routes;
import io.heliograph.web.edge.SessionCookie;
import io.heliograph.web.port.Accounts;
import io.heliograph.web.port.Operations;
import io.heliograph.web.port.Privacy;
import io.heliograph.web.port.SignedIn;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Signing in and out, signing up, the first administrator: everything that begins or ends a session. */
final class SessionHandlers {
    private final Accounts accounts;
    private final Authenticator authenticator;
    private final Operations operations;
    private final Privacy privacy;
    private final SessionCookie cookie;
    private final String version;

    SessionHandlers(
            Accounts accounts,
            Authenticator authenticator,
            Operations operations,
            Privacy privacy,
            SessionCookie cookie,
            String version) {
        this.accounts = accounts;
        this.authenticator = authenticator;
        this.operations = operations;
        this.privacy = privacy;
        this.cookie = cookie;
        this.version = version;
    }

    void register(Routes.Builder routes) {
        routes.on(
                "getSession", Purpose.ACCOUNT, call -> Reply.ok(session(call.caller(), call.client(), call.locale())));
        routes.on("signIn", Purpose.SIGN_IN, this::signIn);
        routes.on("signOut", Purpose.ACCOUNT, this::signOut);
        routes.on("getSignUp", Purpose.SIGN_UP, call -> Reply.ok(signUpInfo(call.locale())));
        routes.on("signUp", Purpose.SIGN_UP, this::signUp);
        routes.on("inspectInvite", Purpose.SIGN_UP, this::inspectInvite);
        routes.on(
                "getSetup",
                Purpose.SIGN_UP,
                call -> Reply.ok(Out.object()
                        .put("administratorMissing", accounts.administratorMissing())
                        .put("minPasswordLength", accounts.signUpInfo().minPasswordLength())
                        .json()));
        routes.on("createFirstAdministrator", Purpose.SIGN_UP, this::createFirstAdministrator);
    }

    private Reply signIn(Call call) {
        cookie.require(call.client());
        JsonObject body = call.body();
        return begun(
                accounts.signIn(
                        Parse.text(call, "method"), body.getString("email"), body.getString("password"), call.client()),
                call);
    }

    private Reply signOut(Call call) {
        Parse.session(call).ifPresent(session -> accounts.endSession(call.principal(), session));
        return Reply.none().with(SessionCookie.Change.end());
    }

    private Reply signUp(Call call) {
        cookie.require(call.client());
        JsonObject body = call.body();
        Accounts.SignUp wish = new Accounts.SignUp(
                body.getString("email"),
                body.getString("password"),
                Parse.text(call, "inviteToken"),
                Parse.locale(call));
        Optional<SignedIn> begun = accounts.signUp(wish, call.client());
        if (begun.isEmpty()) {
            return Reply.ok(Out.object().put("next", "checkMail").json());
        }
        JsonObject session = sessionOf(begun.get(), call);
        return Reply.ok(Out.object()
                        .put("next", "signedIn")
                        .put("session", session)
                        .json())
                .with(change(begun.get()));
    }

    private Reply inspectInvite(Call call) {
        Accounts.InviteView invite =
                accounts.inspectInvite(call.body().getString("token")).orElseThrow(Parse::notFound);
        return Reply.ok(Out.object()
                .optional("email", invite.email())
                .put("role", invite.role())
                .put("expiresAt", invite.expiresAt())
                .json());
    }

    private Reply createFirstAdministrator(Call call) {
        cookie.require(call.client());
        JsonObject body = call.body();
        return begun(
                accounts.createFirstAdministrator(
                        body.getString("token"),
                        body.getString("email"),
                        body.getString("password"),
                        Parse.locale(call),
                        call.client()),
                call);
    }

    private Reply begun(SignedIn signedIn, Call call) {
        return Reply.ok(sessionOf(signedIn, call)).with(change(signedIn));
    }

    private static SessionCookie.Change change(SignedIn signedIn) {
        return new SessionCookie.Change(signedIn.token(), signedIn.lasts());
    }

    private JsonObject sessionOf(SignedIn signedIn, Call call) {
        Caller.Browser browser = authenticator
                .session(signedIn.token(), call.client())
                .orElseThrow(() -> ProblemException.of(ProblemType.SESSION_EXPIRED));
        return session(browser, call.client(), browser.locale().orElse(call.locale()));
    }

    private JsonObject signUpInfo(Locale locale) {
        Accounts.SignUpInfo info = accounts.signUpInfo();
        String hint = locale.getLanguage().equals("de")
                ? info.minPasswordLength() + " Zeichen oder mehr."
                : info.minPasswordLength() + " characters or more.";
        return Out.object()
                .put("mode", info.mode())
                .put("minPasswordLength", info.minPasswordLength())
                .put("passwordHint", hint)
                .optional("contact", info.contact())
                .optional("ipKeptDays", info.ipKeptDays())
                .json();
    }

    private JsonObject session(Caller caller, ClientFacts client, Locale locale) {
        Out out = Out.object()
                .put("signedIn", caller.principalId().isPresent())
                .put("setupOpen", accounts.administratorMissing())
                .put("signUpMode", accounts.signUpInfo().mode())
                .put("permissions", new JsonArray(new ArrayList<>(new TreeSet<>(caller.permissions()))))
                .put("features", operations.features())
                .list(
                        "signInMethods",
                        accounts.methods(),
                        method -> Out.object()
                                .put("id", method.id())
                                .put("kind", method.kind())
                                .put("label", method.label())
                                .json())
                .put("insecureLan", cookie.insecureLan())
                .put("signInRefused", !cookie.allows(client))
                .put("locale", caller.locale().orElse(locale).getLanguage())
                .put("operatorName", privacy.operator().name().orElse(""))
                .put("version", version);
        if (caller instanceof Caller.Browser browser) {
            out.put("csrfToken", browser.csrfToken()).put("expiresAt", browser.expiresAt());
        }
        caller.principalId().ifPresent(id -> out.put("account", AccountHandlers.account(accounts.account(id))));
        if (caller.may("admin:settings")) {
            out.put("wizardOpen", !operations.wizard().complete());
        }
        return out.json();
    }
}
