package health.vigil.api.fhir;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Reads `%24` as `$` in the names of operations: some clients encode every special character of a path.
class OperationPaths {
    private static final String FHIR = "/fhir/r4/";
    private static final String ENCODED = "/%24";

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    void decode(ContainerRequestContext request) {
        var address = request.getUriInfo().getRequestUri();
        var path = address.getRawPath();
        if (path.startsWith(FHIR) && path.contains(ENCODED)) {
            var text = address.toString();
            int query = text.indexOf('?');
            int end = query < 0 ? text.length() : query;
            request.setRequestUri(URI.create(text.substring(0, end).replace(ENCODED, "/$") + text.substring(end)));
        }
    }
}
