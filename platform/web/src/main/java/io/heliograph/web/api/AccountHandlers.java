package io.heliograph.web.api;

import io.heliograph.kernel.ApiKeyId;
import io.heliograph.kernel.SessionId;
import io.heliograph.policy.Purpose;
import io.heliograph.web.edge.Call;
import io.heliograph.web.edge.Reply;
import io.heliograph.web.edge.Routes;
import io.heliograph.web.port.AccountView;
import io.heliograph.web.port.Accounts;
import io.heliograph.web.port.Keys;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** One's own account: profile, password, e-mail, sessions, keys; and the one-time links that belong to it. */
final class AccountHandlers {
    private final Accounts accounts;
    private final Keys keys;

    AccountHandlers(Accounts accounts, Keys keys) {
        this.accounts = accounts;
        this.keys = keys;
    }

    void register(Routes.Builder routes) {
        Purpose purpose = Purpose.ACCOUNT;
        routes.on("getAccount", purpose, call -> Reply.ok(account(accounts.account(call.principal()))));
        routes.on(
                "updateAccount",
                purpose,
                call -> Reply.ok(
                        account(accounts.setLocale(call.principal(), call.body().getString("locale")))));
        routes.on("changeEmail", purpose, this::changeEmail);
        routes.on("requestEmailConfirmation", purpose, this::requestEmailConfirmation);
        routes.on("completeEmailConfirmation", Purpose.SIGN_UP, this::completeEmailConfirmation);
        routes.on("changePassword", Purpose.SIGN_IN, this::changePassword);
        routes.on("requestPasswordReset", Purpose.SIGN_IN, this::requestPasswordReset);
        routes.on("completePasswordReset", Purpose.SIGN_IN, this::completePasswordReset);
        routes.on("listSessions", purpose, this::listSessions);
        routes.on("revokeSession", purpose, this::revokeSession);
        routes.on("revokeOtherSessions", purpose, this::revokeOtherSessions);
        routes.on(
                "listApiKeys",
                purpose,
                call -> Reply.ok(Out.items(keys.list(call.principal()), AccountHandlers::key)
                        .json()));
        routes.on("createApiKey", purpose, this::createApiKey);
        routes.on("revokeApiKey", purpose, this::revokeApiKey);
    }

    private Reply changeEmail(Call call) {
        accounts.changeEmail(
                call.principal(), call.body().getString("email"), call.body().getString("password"));
        return Reply.accepted();
    }

    private Reply requestEmailConfirmation(Call call) {
        accounts.requestEmailConfirmation(call.principal());
        return Reply.accepted();
    }

    private Reply completeEmailConfirmation(Call call) {
        accounts.completeEmailConfirmation(call.body().getString("token"));
        return Reply.none();
    }

    private Reply changePassword(Call call) {
        JsonObject body = call.body();
        accounts.changePassword(
                call.principal(),
                Parse.session(call),
                body.getString("currentPassword"),
                body.getString("newPassword"));
        return Reply.none();
    }

    private Reply requestPasswordReset(Call call) {
        accounts.requestPasswordReset(call.body().getString("email"), call.locale());
        return Reply.accepted();
    }

    private Reply completePasswordReset(Call call) {
        accounts.completePasswordReset(
                call.body().getString("token"), call.body().getString("newPassword"));
        return Reply.none();
    }

    private Reply listSessions(Call call) {
        Optional<SessionId> current = Parse.session(call);
        return Reply.ok(Out.items(
                        accounts.sessions(call.principal()),
                        session -> Out.object()
                                .put("id", session.id())
                                .put(
                                        "current",
                                        current.filter(session.id()::equals).isPresent())
                                .text("device", session.device())
                                .text("address", session.address())
                                .put("createdAt", session.createdAt())
                                .put("lastSeenAt", session.lastSeenAt())
                                .put("expiresAt", session.expiresAt())
                                .json())
                .json());
    }

    private Reply revokeSession(Call call) {
        Parse.requireDone(accounts.endSession(call.principal(), Parse.id(call, "sessionId", SessionId::parse)));
        return Reply.none();
    }

    private Reply revokeOtherSessions(Call call) {
        accounts.endOtherSessions(call.principal(), Parse.session(call));
        return Reply.none();
    }

    private Reply createApiKey(Call call) {
        JsonObject body = call.body();
        Optional<Duration> lasts =
                Optional.ofNullable(body.getInteger("expiresInDays")).map(Duration::ofDays);
        Keys.NewKey made =
                keys.create(call.principal(), body.getString("name"), Set.copyOf(Out.texts(body, "scopes")), lasts);
        return Reply.created(Out.object()
                .put("apiKey", key(made.key()))
                .put("key", made.secret())
                .json());
    }

    private Reply revokeApiKey(Call call) {
        Parse.requireDone(keys.revoke(call.principal(), Parse.id(call, "apiKeyId", ApiKeyId::parse)));
        return Reply.none();
    }

    static JsonObject account(AccountView account) {
        return Out.object()
                .put("id", account.id())
                .put("email", account.email())
                .put("emailConfirmed", account.emailConfirmed())
                .optional("pendingEmail", account.pendingEmail())
                .put("role", account.role())
                .put("locale", account.locale())
                .put("createdAt", account.createdAt())
                .optional("passwordChangedAt", account.passwordChangedAt())
                .json();
    }

    private static JsonObject key(Keys.KeyView key) {
        return Out.object()
                .put("id", key.id())
                .put("name", key.name())
                .put("prefix", key.prefix())
                .put("scopes", key.scopes())
                .put("createdAt", key.createdAt())
                .optional("lastUsedAt", key.lastUsedAt())
                .optional("expiresAt", key.expiresAt())
                .optional("revokedAt", key.revokedAt())
                .json();
    }
}
