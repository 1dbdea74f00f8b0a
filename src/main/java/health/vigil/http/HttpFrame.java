package health.vigil.http;

import health.vigil.access.RecognisedUsers;
import health.vigil.access.RequestIdentity;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/// Adds safe headers to every response, and turns errors into problem documents. It also answers requests
/// that reach no resource: unknown paths, bodies over the limit, and undecodable paths.
@Singleton
class HttpFrame {
    private static final int BEFORE_ALL_ELSE = 10_000;
    /// Statuses whose request body is not read to its end.
    private static final Set<Integer> UNREAD = Set.of(413, 503);

    private static final long NO_ERROR = 0;
    private static final List<Integer> STATUSES = List.of(400, 404, 405, 406, 408, 413, 414, 415, 429, 431, 500);

    /// Just after the position of the framework's own body limit.
    private static final int AFTER_THE_LIMIT = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1;

    private final BodyTimeout timeout;
    private final ConnectionsPerAddress connections;
    private final AnonymousBudget anonymous;
    private final FhirOrigins origins;

    HttpFrame(
            Vertx vertx,
            HttpSettings settings,
            FhirOriginSettings applications,
            RecognisedUsers users,
            RequestIdentity identities) {
        this.origins = new FhirOrigins(applications.corsOrigins().orElse(Set.of()));
        this.timeout = new BodyTimeout(vertx, settings.bodyWithin());
        this.connections = new ConnectionsPerAddress(settings.connectionsPerAddress());
        this.anonymous = new AnonymousBudget(settings, users, identities);
    }

    void filter(@Observes Filters filters) {
        filters.register(HeaderTimeout::headersArrived, BEFORE_ALL_ELSE + 1);
        filters.register(SafeHeaders::add, BEFORE_ALL_ELSE);
        filters.register(origins::admit, BEFORE_ALL_ELSE - 1);
        filters.register(connections::enforce, BEFORE_ALL_ELSE - 2);
        filters.register(anonymous::enforce, BEFORE_ALL_ELSE - 3);
        filters.register(HttpFrame::letFinish, BEFORE_ALL_ELSE - 4);
        filters.register(RequestLimits::enforce, BEFORE_ALL_ELSE - 5);
        filters.register(timeout::start, BEFORE_ALL_ELSE - 6);
    }

    void route(@Observes ManagementInterface operators) {
        operators.router().route().order(Integer.MIN_VALUE).handler(HeaderTimeout::headersArrived);
    }

    void route(@Observes Router router) {
        router.route().order(AFTER_THE_LIMIT).handler(RequestLimits::cut);
        router.route().order(Integer.MIN_VALUE).failureHandler(this::fail);
        STATUSES.forEach(status -> router.errorHandler(status, this::fail));
    }

    /// Prepares for a body that is refused and not read to its end: the sender must still receive the
    /// response.
    private static void letFinish(RoutingContext request) {
        if (BodyTimeout.brings(request.request())) {
            LingeringClose.on(request.request().connection());
            request.addHeadersEndHandler(_ -> {
                if (comesOn(request) && !multiplexed(request)) {
                    request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                }
            });
            request.addEndHandler(_ -> {
                if (comesOn(request)) {
                    cut(request);
                }
            });
        }
        request.next();
    }

    private static boolean comesOn(RoutingContext request) {
        return UNREAD.contains(request.response().getStatusCode())
                && !request.request().isEnded();
    }

    /// Ends the connection of such a request; on HTTP/2 only its stream, because other requests share the
    /// connection.
    private static void cut(RoutingContext request) {
        if (multiplexed(request)) {
            request.response().reset(NO_ERROR);
        } else {
            request.request().connection().close();
        }
    }

    private static boolean multiplexed(RoutingContext request) {
        return request.request().version() == HttpVersion.HTTP_2;
    }

    private void fail(RoutingContext request) {
        var response = request.response();
        if (response.ended() || response.headWritten()) {
            request.next();
            return;
        }
        var problem = Refusal.problem(request.statusCode() < 400 ? 500 : request.statusCode());
        if (problem.status() == 429 || problem.status() == 503) {
            response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Refusal.PAUSE.toSeconds()));
        }
        var told = Refusal.answer(request.request(), problem);
        switch (problem.status()) {
            case 408 -> told.onComplete(_ -> cut(request));
            case 429 -> told.onComplete(_ -> request.request().connection().close());
            default -> {}
        }
    }
}
