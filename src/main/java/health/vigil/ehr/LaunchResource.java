package health.vigil.ehr;

import health.vigil.audit.AuditTrail;
import health.vigil.ehr.LaunchFlow.LaunchedPatient;
import health.vigil.observation.PatientId;
import health.vigil.problem.Problem;
import health.vigil.problem.ProblemException;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/// Opens the page of the patient whose chart is open in an EHR. A launch signs nobody in: whoever has no session
/// signs in as usual, and sees what their own role and wards allow.
@Path("/smart")
@ServedBy(ServiceRole.SERVE)
@PermitAll
@RunOnVirtualThread
@Tag(name = "SMART")
class LaunchResource {
    /// The address that an EHR launches.
    static final String LAUNCH = "/smart/launch";

    private static final String OWN_PATIENTS = "urn:vigil:patient";
    private static final int LONGEST = 2048;
    private static final int SECONDS = 300;

    /// Browsers accept this name only from this host and over TLS, so that no other host can begin a launch here.
    private static final String COOKIE = "__Host-vigil-launch";

    private final LaunchClients clients;
    private final LaunchFlow flow;
    private final AuditTrail trail;
    private final String patientSystem;

    LaunchResource(
            LaunchClients clients,
            LaunchFlow flow,
            AuditTrail trail,
            @ConfigProperty(name = "vigil.fhir.patient-system") Optional<String> patientSystem) {
        this.clients = clients;
        this.flow = flow;
        this.trail = trail;
        this.patientSystem = patientSystem.orElse(OWN_PATIENTS);
    }

    @GET
    @Path("/launch")
    @Operation(summary = "Begin a launch from an EHR")
    @APIResponse(responseCode = "303", description = "Redirects to the EHR's authorization server")
    public Response launch(@RestQuery Optional<String> iss, @RestQuery Optional<String> launch) {
        var client = iss.flatMap(clients::ofIssuer)
                .orElseThrow(() -> ProblemException.invalid("iss", "is no FHIR server that may launch Vigil"));
        var token = launch.filter(LaunchResource::isUsable)
                .orElseThrow(() -> ProblemException.invalid("launch", "is missing or too long"));
        var state = LaunchState.begin(client.name());
        return Response.seeOther(flow.begin(client, state, token))
                .cookie(cookie(state.cookie(), SECONDS))
                .build();
    }

    private static boolean isUsable(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }

    @GET
    @Path("/answer")
    @Operation(summary = "End a launch from an EHR")
    @APIResponse(responseCode = "303", description = "Redirects to the patient's page")
    public Response answer(
            @RestQuery Optional<String> code, @RestQuery Optional<String> state, @Context HttpServerRequest http) {
        var begun = Optional.ofNullable(http.getCookie(COOKIE))
                .map(Cookie::getValue)
                .flatMap(LaunchState::read)
                .filter(known -> state.filter(known::is).isPresent())
                .orElseThrow(LaunchResource::refused);
        var client = clients.named(begun.ehr()).orElseThrow(LaunchResource::refused);
        var launched =
                flow.finish(client, begun, code.filter(LaunchResource::isUsable).orElseThrow(LaunchResource::refused));
        trail.by("smart:" + client.name() + ":" + launched.user());
        return Response.seeOther(page(launched)).cookie(cookie("", 0)).build();
    }

    /// The address of the page, for any number: whether Vigil knows it, the page shows to those who may see it.
    private URI page(LaunchedPatient launched) {
        var number = launched.patient()
                .identifier(patientSystem)
                .filter(PatientId::accepts)
                .orElseThrow(() -> ProblemException.notFound(
                        "The patient has no number that Vigil could know (vigil.fhir.patient-system)"));
        return URI.create("/patients/" + number);
    }

    static ProblemException refused() {
        return new ProblemException(Problem.of(
                401, "This launch did not begin in this browser, or is too old: launch Vigil again from the chart"));
    }

    private static NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
