package health.vigil.http;

import health.vigil.access.Budgets;
import health.vigil.access.Budgets.Budget;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import javax.net.ssl.SSLPeerUnverifiedException;

/// How many requests each address may make without a credential. It comes before anything that costs: a flood of
/// nobody's reaches no transaction, no password hash and no audit trail.
///
/// A request that shows a credential goes on, also from an address whose budget is spent, for behind a proxy all come
/// from one address. A credential that turns out to be unknown is paid for afterwards.
final class AnonymousBudget {
    private static final String PROBES = "/q/health";

    private final Budgets<String> budgets;

    AnonymousBudget(HttpSettings settings) {
        budgets = new Budgets<>(Budget.perSecond(settings.anonymousAtOnce(), settings.anonymousPerSecond()));
    }

    void hold(RoutingContext request) {
        var http = request.request();
        var address = http.remoteAddress();
        if (address == null || http.uri().startsWith(PROBES)) {
            request.next();
            return;
        }
        if (showsCredential(http)) {
            request.addHeadersEndHandler(_ -> {
                if (request.response().getStatusCode() == 401) {
                    budgets.allows(address.hostAddress(), 1);
                }
            });
            request.next();
        } else if (budgets.allows(address.hostAddress(), 1)) {
            request.next();
        } else {
            request.fail(429);
        }
    }

    private static boolean showsCredential(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.AUTHORIZATION)
                || request.headers().contains(HttpHeaders.COOKIE)
                || (request.isSSL() && showsCertificate(request));
    }

    private static boolean showsCertificate(HttpServerRequest request) {
        try {
            return !request.connection().peerCertificates().isEmpty();
        } catch (SSLPeerUnverifiedException none) {
            return false;
        }
    }
}
