package health.vigil.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;

/// A request to the service.
///
/// @param type the media type of the body
record Request(HttpMethod method, String path, String type, Buffer body) {
    static Request get(String path) {
        return new Request(HttpMethod.GET, path, "", Buffer.buffer());
    }

    static Request json(HttpMethod method, String path, String body) {
        return new Request(method, path, "application/json", Buffer.buffer(body));
    }

    /// Observations, one on each line.
    static Request lines(String body) {
        return new Request(HttpMethod.POST, Observations.PATH, "application/x-ndjson", Buffer.buffer(body));
    }

    /// A resource of FHIR.
    static Request fhir(String path, String body) {
        return new Request(HttpMethod.POST, path, "application/fhir+json", Buffer.buffer(body));
    }

    /// A message of HL7, which has no path.
    static Request message(String text) {
        return new Request(HttpMethod.POST, "", "", Buffer.buffer(text));
    }
}
