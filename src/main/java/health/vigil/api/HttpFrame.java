package health.vigil.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/// What every answer has, whoever gives it: safe headers, and a problem where it is an error. Here end the requests
/// that
/// reach no resource: unknown paths, bodies over the limit, paths that cannot be decoded.
@Singleton
class HttpFrame {
    private static final int BEFORE_ALL_ELSE = 10_000;
    private static final List<Integer> STATUSES = List.of(400, 404, 405, 406, 413, 414, 415, 431, 500);

    private final ObjectMapper json;

    HttpFrame(ObjectMapper json) {
        this.json = json;
    }

    void filter(@Observes Filters filters) {
        filters.register(SafeHeaders::add, BEFORE_ALL_ELSE);
        filters.register(Limits::hold, BEFORE_ALL_ELSE - 1);
    }

    void route(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::fail);
        STATUSES.forEach(status -> router.errorHandler(status, this::fail));
    }

    private void fail(RoutingContext request) {
        var response = request.response();
        if (response.ended() || response.headWritten()) {
            request.next();
            return;
        }
        var problem = Refusal.problem(request.statusCode() < 400 ? 500 : request.statusCode());
        if (problem.status() == 413) {
            // Nobody reads the rest of the body.
            response.putHeader(HttpHeaders.CONNECTION, "close");
        }
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(written(problem));
    }

    private String written(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
