package health.vigil.http;

import health.vigil.access.Budgets;
import health.vigil.access.Budgets.Budget;
import health.vigil.access.RecognisedUsers;
import health.vigil.access.RecognisedUsers.Recognition;
import health.vigil.access.RequestIdentity;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/// Limits the unauthenticated requests of each address. The check comes before anything expensive: before
/// transactions, password hashes, signatures and audit entries.
///
/// A credential that was recognised before passes without a budget, because all clients behind a proxy share
/// one address. Any other request spends from the budget and gets it back if it turns out to be
/// authenticated. Signing in, requests with an unknown credential, and requests without one have separate
/// budgets, so that clients with an expired token do not block sign-in behind the same proxy.
final class AnonymousBudget {
    private static final String PROBES = "/q/health";
    private static final List<String> APIS = List.of("/v1/", "/fhir/", "/cds-services/");
    private static final String SESSION = "/v1/session";
    private static final String LAUNCHES = "/smart/";
    private static final String PROVIDER = "/v1/session/provider";

    private final Budgets<Spender> budgets;
    private final RecognisedUsers users;
    private final RequestIdentity identities;

    /// What a request is for.
    private enum Purpose {
        SIGN_IN,
        CREDENTIAL,
        NOTHING_SHOWN
    }

    private record Spender(String address, Purpose purpose) {}

    AnonymousBudget(HttpSettings settings, RecognisedUsers users, RequestIdentity identities) {
        this.budgets = new Budgets<>(Budget.perSecond(settings.anonymousAtOnce(), settings.anonymousPerSecond()));
        this.users = users;
        this.identities = identities;
    }

    void enforce(RoutingContext request) {
        var http = request.request();
        var address = http.remoteAddress();
        if (address == null || http.uri().startsWith(PROBES)) {
            request.next();
            return;
        }
        var shown = users.recognition(http);
        if (shown == Recognition.RECOGNISED) {
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
            if (users.recognition(request.request()) == Recognition.RECOGNISED
                    || identities.known(request).isPresent()) {
                budgets.giveBack(spender, 1);
            }
        });
        request.next();
    }

    private static Purpose purpose(HttpServerRequest request, Recognition shown) {
        if (signsIn(request)) {
            return Purpose.SIGN_IN;
        }
        return shown == Recognition.UNRECOGNISED && counts(request) ? Purpose.CREDENTIAL : Purpose.NOTHING_SHOWN;
    }

    private static boolean signsIn(HttpServerRequest request) {
        return request.uri().startsWith(PROVIDER)
                || request.uri().startsWith(LAUNCHES)
                || (request.method().equals(HttpMethod.POST) && request.uri().startsWith(SESSION));
    }

    /// Whether the credential counts. A browser also sends the cookie of an expired session to the sign-in
    /// page, which does not.
    private static boolean counts(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.AUTHORIZATION)
                || APIS.stream().anyMatch(request.uri()::startsWith);
    }
}
