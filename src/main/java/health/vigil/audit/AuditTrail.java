package health.vigil.audit;

import health.vigil.access.RequestIdentity;
import health.vigil.access.Roles;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The audit entry of the current request. Every request is recorded; callers add details, or write the entry
/// in their own transaction.
@RequestScoped
public class AuditTrail {
    private static final String SESSION = "vigil-session";
    private static final String NOBODY = "-";
    private static final Pattern PATIENT =
            Pattern.compile("^/(?:v1/patients|fhir/r4/Patient)/([A-Za-z0-9.-]{1,64})(?:/|$)");

    private final RoutingContext request;
    private final RequestIdentity identities;
    private final AuditLog log;
    private Optional<String> actor = Optional.empty();
    private Optional<String> patientId = Optional.empty();
    private final Set<String> others = new TreeSet<>();
    private Optional<String> reason = Optional.empty();
    private List<String> shown = List.of();
    private Optional<Set<String>> recorded = Optional.empty();

    AuditTrail(RoutingContext request, RequestIdentity identities, AuditLog log) {
        this.request = request;
        this.identities = identities;
        this.log = log;
    }

    /// Sets the patient, if the path does not name one. After several calls the last one counts, and the
    /// others are listed as shown.
    public void about(String patient) {
        patientId.ifPresent(others::add);
        patientId = Optional.of(patient);
    }

    /// Sets the patients, whether the request succeeds or not.
    public void about(Stream<String> patients) {
        var all = patients.collect(Collectors.toCollection(TreeSet::new));
        if (all.size() == 1) {
            about(all.first());
        } else {
            others.addAll(all);
        }
    }

    /// Adds a patient to those that are shown.
    public void beside(String patient) {
        others.add(patient);
    }

    /// Adds the patients of a list.
    public void shows(Stream<String> patients) {
        var all = patients.distinct().sorted().toList();
        if (all.size() == 1) {
            about(all.getFirst());
        } else {
            shown = all;
        }
    }

    /// Sets the reason that the user gave.
    public void because(String given) {
        reason = Optional.of(given);
    }

    /// Sets the name that was used to sign in.
    public void by(String name) {
        actor = Optional.of(name);
    }

    /// Writes the entry in the caller's transaction, so that both commit or neither does.
    public void write() {
        try {
            log.append(List.of(entry(200)));
            recorded = Optional.of(patients());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// The client's address.
    public String address() {
        return address(request.request());
    }

    /// Whether the entry was written with all patients named so far.
    boolean recorded() {
        return recorded.filter(told -> told.containsAll(patients())).isPresent();
    }

    private Set<String> patients() {
        var all = new TreeSet<>(others);
        all.addAll(shown);
        patientId.ifPresent(all::add);
        return all;
    }

    AuditEntry entry(int outcome) {
        var http = request.request();
        var user = identities.known(request);
        return new AuditEntry(
                Instant.now(),
                actor.or(() -> user.map(known -> known.getPrincipal().getName()))
                        .orElse(NOBODY),
                user.flatMap(known -> known.getRoles().stream().findFirst()),
                http.method() + " " + http.path(),
                patientId.or(() -> patient(http.path())),
                others(http.path(), outcome),
                address(http),
                outcome,
                reason);
    }

    /// The further patients. A refused list has shown none.
    private List<String> others(String path, int outcome) {
        var all = new TreeSet<>(others);
        patientId.flatMap(_ -> patient(path)).ifPresent(all::add);
        if (outcome < 400) {
            all.addAll(shown);
        }
        patientId.ifPresent(all::remove);
        return List.copyOf(all);
    }

    /// The session cookie of a page; absent if the request has a token.
    Optional<String> pageSession() {
        var http = request.request();
        return http.getHeader(HttpHeaders.AUTHORIZATION) == null
                ? Optional.ofNullable(http.getCookie(SESSION)).map(Cookie::getValue)
                : Optional.empty();
    }

    /// Whether a device or another system made the request.
    boolean byMachine() {
        return identities.known(request).stream()
                .flatMap(known -> known.getRoles().stream())
                .anyMatch(Set.of(Roles.DEVICE, Roles.INTEGRATION)::contains);
    }

    private static Optional<String> patient(String path) {
        var patient = PATIENT.matcher(path);
        return patient.find() ? Optional.of(patient.group(1)) : Optional.empty();
    }

    private static String address(HttpServerRequest request) {
        return Optional.ofNullable(request.remoteAddress())
                .map(address -> address.hostAddress())
                .orElse(NOBODY);
    }
}
