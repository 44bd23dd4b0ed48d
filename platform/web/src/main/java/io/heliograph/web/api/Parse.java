package io.heliograph.web.api;

import io.heliograph.core.generation.Viewer;
import io.heliograph.kernel.ApiKeyId;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.kernel.SessionId;
import io.heliograph.policy.Actor;
import io.heliograph.web.edge.Call;
import io.heliograph.web.edge.Caller;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** From the words of a call to the words of core. */
final class Parse {
    private static final int MOST_KEYS = 6;

    private Parse() {}

    /** An id in the path. @throws ProblemException {@code not-found} for one that cannot be one: unknown and malformed are alike */
    static <T> T id(Call call, String name, Function<String, Optional<T>> parse) {
        return parse.apply(call.text(name)).orElseThrow(Parse::notFound);
    }

    static AssetId asset(Call call) {
        return id(call, "assetId", AssetId::parse);
    }

    static JobId job(Call call) {
        return id(call, "generationId", JobId::parse);
    }

    static PrincipalId person(Call call) {
        return id(call, "personId", PrincipalId::parse);
    }

    /** The place in a list. @throws ProblemException {@code bad-cursor} for what no list gave */
    static Optional<Cursor> cursor(Call call) {
        Optional<String> text = call.find("cursor");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        for (int keys = 1; keys <= MOST_KEYS; keys++) {
            Optional<Cursor> cursor = Cursor.decode(text.get(), keys);
            if (cursor.isPresent()) {
                return cursor;
            }
        }
        throw ProblemException.of(ProblemType.BAD_CURSOR);
    }

    /** Who asks, for generations. */
    static Viewer viewer(Call call) {
        return viewer(call.caller(), call.client().address());
    }

    static Viewer viewer(Caller caller, String address) {
        Optional<ApiKeyId> key =
                caller instanceof Caller.Program program ? Optional.of(program.key()) : Optional.empty();
        return new Viewer(caller.principal(), role(caller), Optional.of(address).filter(a -> !a.isEmpty()), key);
    }

    /** Who asks, at the gates. */
    static Actor actor(Call call) {
        return Actor.person(call.principal());
    }

    static String role(Caller caller) {
        return switch (caller) {
            case Caller.Browser browser -> browser.role();
            case Caller.Program program -> program.role();
            case Caller.Anonymous _ -> "";
        };
    }

    /** The session that calls, where it is one. */
    static Optional<SessionId> session(Call call) {
        return call.caller() instanceof Caller.Browser browser ? Optional.of(browser.session()) : Optional.empty();
    }

    /** The language asked for in a body, or the one of the request. */
    static Locale locale(Call call) {
        return Optional.ofNullable(call.body().getString("locale"))
                .map(Locale::forLanguageTag)
                .orElse(call.locale());
    }

    /** A text of the body that may be missing. */
    static Optional<String> text(Call call, String name) {
        return Optional.ofNullable(call.body().getString(name));
    }

    static ProblemException notFound() {
        return ProblemException.of(ProblemType.NOT_FOUND);
    }

    /** {@code not-found} where nothing was done. */
    static void requireDone(boolean done) {
        if (!done) {
            throw notFound();
        }
    }
}
