package io.heliograph.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.web.contract.Contract;
import io.heliograph.web.edge.Csrf;
import io.heliograph.web.edge.SessionCookie;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class SessionFlowTest {
    private static final String GOOD = "{\"email\":\"ann@example.org\",\"password\":\"" + FakeAccounts.PASSWORD + "\"}";

    @Test
    void aPersonSignsInChangesSomethingAndSignsOut() throws Exception {
        try (ApiFixture api = new ApiFixture()) {
            HttpResponse<String> signedIn = api.send(json(api, "/session", GOOD));
            String cookie =
                    signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
            assertThat(cookie).startsWith(SessionCookie.SECURE_NAME + "=");
            String csrf = new JsonObject(signedIn.body()).getString("csrfToken");
            HttpRequest.Builder change = json(api, "/account", "{\"locale\":\"de\"}")
                    .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"locale\":\"de\"}"));
            assertThat(api.send(change.copy().header("Cookie", cookie)).statusCode())
                    .isEqualTo(403);
            assertThat(api.send(change.copy().header("Cookie", cookie).header(Csrf.HEADER, csrf))
                            .statusCode())
                    .isEqualTo(200);
            HttpRequest.Builder out = api.request(Contract.BASE_PATH + "/session")
                    .header("Cookie", cookie)
                    .header(Csrf.HEADER, csrf)
                    .DELETE();
            HttpResponse<String> signedOut = api.send(out);
            assertThat(signedOut.statusCode()).isEqualTo(204);
            assertThat(signedOut.headers().firstValue("Set-Cookie").orElseThrow())
                    .contains("Max-Age=0");
            HttpResponse<String> replayed =
                    api.send(change.copy().header("Cookie", cookie).header(Csrf.HEADER, csrf));
            assertThat(replayed.statusCode()).isEqualTo(401);
            assertThat(replayed.body()).contains("/problems/session-expired");
        }
    }

    @Test
    void unknownAddressAndWrongPasswordAreAlikeAndSetNoCookie() throws Exception {
        try (ApiFixture api = new ApiFixture()) {
            HttpResponse<String> wrong = api.send(json(api, "/session", GOOD.replace("correct", "wrong")));
            HttpResponse<String> unknown = api.send(json(api, "/session", GOOD.replace("ann@", "eve@")));
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(withoutId(unknown)).isEqualTo(withoutId(wrong));
            assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void nobodyGetsATokenOrPermissions() throws Exception {
        try (ApiFixture api = new ApiFixture()) {
            JsonObject session = new JsonObject(
                    api.send(api.request(Contract.BASE_PATH + "/session")).body());
            assertThat(session.getBoolean("signedIn")).isFalse();
            assertThat(session.containsKey("csrfToken")).isFalse();
            assertThat(session.getJsonArray("permissions")).isEmpty();
            assertThat(session.getString("operatorName")).isEqualTo("Nordlicht e. V.");
        }
    }

    @Test
    void aKeyDoesWhatItsScopesSayAndDiesAtOnce() throws Exception {
        try (ApiFixture api = new ApiFixture()) {
            JsonObject made = new JsonObject(
                    api.call("createApiKey", "/account/api-keys", "{\"name\":\"Blender\",\"scopes\":[\"models:read\"]}")
                            .body());
            String bearer = "Bearer " + made.getString("key");
            assertThat(withKey(api, "/models", bearer).statusCode()).isEqualTo(200);
            assertThat(withKey(api, "/assets", bearer).statusCode()).isEqualTo(403);
            String id = made.getJsonObject("apiKey").getString("id");
            assertThat(api.call("revokeApiKey", "/account/api-keys/" + id, "").statusCode())
                    .isEqualTo(204);
            assertThat(withKey(api, "/models", bearer).statusCode()).isEqualTo(401);
            assertThat(api.call("revokeApiKey", "/account/api-keys/" + id, "").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void sessionsElsewhereEndWhenTheOwnerSaysSo() throws Exception {
        try (ApiFixture api = new ApiFixture()) {
            String elsewhere = api.accounts.newSession();
            assertThat(api.call("revokeSession", "/account/sessions/" + api.accounts.sessions.get(elsewhere), "")
                            .statusCode())
                    .isEqualTo(204);
            api.accounts.newSession();
            assertThat(api.call("revokeOtherSessions", "/account/sessions", "").statusCode())
                    .isEqualTo(204);
            assertThat(api.accounts.sessions).containsOnlyKeys(api.session);
            api.accounts.newSession();
            String change = "{\"currentPassword\":\"" + FakeAccounts.PASSWORD + "\",\"newPassword\":\"0123456789abc\"}";
            assertThat(api.call("changePassword", "/account/password", change).statusCode())
                    .isEqualTo(204);
            assertThat(api.accounts.sessions).containsOnlyKeys(api.session);
        }
    }

    private static HttpRequest.Builder json(ApiFixture api, String path, String body) {
        return api.request(Contract.BASE_PATH + path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> withKey(ApiFixture api, String path, String bearer) throws Exception {
        return api.send(api.request(Contract.BASE_PATH + path).header("Authorization", bearer));
    }

    private static JsonObject withoutId(HttpResponse<String> answer) {
        JsonObject body = new JsonObject(answer.body());
        body.remove("requestId");
        return body;
    }
}
