package health.vigil.ingest.fhir;

import health.vigil.access.TokenServer;
import health.vigil.fhir.FhirCapabilities;
import health.vigil.fhir.FhirCapabilities.OauthUris;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Says what the service offers in FHIR. It is the same for everybody, and every role answers.
@Path("/fhir/r4/metadata")
@PermitAll
class MetadataResource {
    private final FhirRequest request;
    private final TokenServer tokens;
    private final String version;

    MetadataResource(
            FhirRequest request,
            TokenServer tokens,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "0") String version) {
        this.request = request;
        this.tokens = tokens;
        this.version = version;
    }

    @GET
    public Response metadata() {
        request.requireJson();
        return FhirResponses.with(
                Response.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                        .header(HttpHeaders.VARY, "Accept, Host, Origin"),
                FhirCapabilities.statement(request.base(), version, uris()));
    }

    private Optional<OauthUris> uris() {
        return tokens.addresses().map(known -> new OauthUris(known.token(), known.authorization()));
    }
}
