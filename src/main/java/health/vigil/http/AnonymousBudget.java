package health.vigil.http;

import health.vigil.access.Budgets;
import health.vigil.access.Budgets.Budget;
import health.vigil.access.RecognisedUsers;
import health.vigil.access.RecognisedUsers.Shown;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/// How many requests of nobody each address may make. It comes before anything that costs: a flood of nobody's reaches
/// no transaction, no password hash, no signature and no audit trail.
///
/// A credential that was recognised here before goes on, also from an address whose budgets are spent, for behind a
/// proxy all come from one address. Any other pays first, and has it back when it turns out to be somebody's. Signing
/// in, showing a credential and asking without one have a budget each: whoever goes on with a token that has ended
/// keeps nobody behind the same proxy from signing in.
final class AnonymousBudget {
    private static final String PROBES = "/q/health";
    private static final String API = "/v1/";
    private static final String SESSION = "/v1/session";
    private static final String PROVIDER = "/v1/session/provider";

    private final Budgets<Spender> budgets;
    private final RecognisedUsers users;

    /// What an address asks for.
    private enum Purpose {
        SIGN_IN,
        CREDENTIAL,
        NOTHING_SHOWN
    }

    private record Spender(String address, Purpose purpose) {}

    AnonymousBudget(HttpSettings settings, RecognisedUsers users) {
        this.budgets = new Budgets<>(Budget.perSecond(settings.anonymousAtOnce(), settings.anonymousPerSecond()));
        this.users = users;
    }

    void hold(RoutingContext request) {
        var http = request.request();
        var address = http.remoteAddress();
        if (address == null || http.uri().startsWith(PROBES)) {
            request.next();
            return;
        }
        var shown = users.shown(http);
        if (shown == Shown.RECOGNISED) {
            request.next();
        } else {
            spend(request, new Spender(address.hostAddress(), purpose(http, shown)));
        }
    }

    private void spend(RoutingContext request, Spender spender) {
        if (!budgets.allows(spender, 1)) {
            request.fail(429);
            return;
        }
        request.addHeadersEndHandler(_ -> {
            if (users.shown(request.request()) == Shown.RECOGNISED) {
                budgets.giveBack(spender, 1);
            }
        });
        request.next();
    }

    private static Purpose purpose(HttpServerRequest request, Shown shown) {
        if (signsIn(request)) {
            return Purpose.SIGN_IN;
        }
        return shown == Shown.UNRECOGNISED && counts(request) ? Purpose.CREDENTIAL : Purpose.NOTHING_SHOWN;
    }

    private static boolean signsIn(HttpServerRequest request) {
        return request.uri().startsWith(PROVIDER)
                || (request.method().equals(HttpMethod.POST) && request.uri().startsWith(SESSION));
    }

    /// A browser shows the cookie of a session that has ended to the page on which the next one begins.
    private static boolean counts(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.AUTHORIZATION)
                || request.uri().startsWith(API);
    }
}
