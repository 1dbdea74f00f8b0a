package health.vigil.api.registry;

import health.vigil.access.CurrentUser;
import health.vigil.access.Roles;
import health.vigil.access.WardName;
import health.vigil.api.Query;
import health.vigil.api.Visibility;
import health.vigil.audit.AuditTrail;
import health.vigil.observation.Count;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.registry.RegistryColumn;
import health.vigil.registry.RegistryRow;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.HospitalSettings;
import health.vigil.store.RegistryQueries;
import health.vigil.store.RegistryQueries.ExportedRows;
import health.vigil.store.RegistryQueries.WantedEpisodes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// Exports what registries and trials ask about the episodes of the user's wards. Each export is recorded with its
/// patients.
@Path("/v1/registry")
@ServedBy(ServiceRole.SERVE)
@RolesAllowed({Roles.PHYSICIAN, Roles.REGISTRY})
@Tag(name = "Registry")
class RegistryResource {
    private static final String CSV = "text/csv";

    /// Each episode costs some queries, in one transaction.
    private static final int MOST = 500;

    private final RegistryQueries exports;
    private final HospitalSettings hospital;
    private final Visibility visible;
    private final CurrentUser user;
    private final AuditTrail trail;
    private final Query query;

    RegistryResource(
            RegistryQueries exports,
            HospitalSettings hospital,
            Visibility visible,
            CurrentUser user,
            AuditTrail trail,
            Query query) {
        this.exports = exports;
        this.hospital = hospital;
        this.visible = visible;
        this.user = user;
        this.trail = trail;
        this.query = query;
    }

    /// Rows with the grades that were asked for.
    private record RequestedRows(Instant at, List<RegistryRow> rows) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Export one row per episode for registries and trials",
            description = "JSON, or CSV with `Accept: text/csv`. At most 500 episodes.")
    @Parameter(name = "infusedFrom", in = ParameterIn.QUERY, description = "The first infusion. Default: any.")
    @Parameter(name = "infusedTo", in = ParameterIn.QUERY, description = "The last infusion. Default: any.")
    @Parameter(name = "ward", in = ParameterIn.QUERY)
    @Parameter(
            name = "values",
            in = ParameterIn.QUERY,
            description = "`all`, or `confirmed` to leave out toxicity that only the rules computed. Default: all.")
    public RegistryView json() {
        var export = export("JSON");
        return RegistryView.of(export.at(), hospital.timeZone(), export.rows());
    }

    @GET
    @Produces(CSV + ";qs=0.5")
    @Operation(hidden = true)
    public RestResponse<String> csv() {
        return RestResponse.ResponseBuilder.ok(CsvTable.of(export("CSV").rows()))
                .header(HttpHeaders.CONTENT_TYPE, CSV + "; charset=utf-8; header=present")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"registry.csv\"")
                .build();
    }

    private RequestedRows export(String format) {
        var from = query.time("infusedFrom");
        var to = query.time("infusedTo");
        if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
            throw ProblemException.invalid("infusedTo", "must not be before infusedFrom");
        }
        var ward = query.text("ward").map(visible::ward).map(WardName::key);
        var values = query.word("values", ExportedValues.class).orElse(ExportedValues.ALL);
        var found = exports.rows(new WantedEpisodes(from, to, ward, user.wards().keys(), MOST));
        if (found.more()) {
            throw ProblemException.invalid(
                    "infusedFrom", "the export has more than " + MOST + " episodes: name a shorter time");
        }
        record(format, values, found, from, to);
        return new RequestedRows(
                found.at(),
                found.rows().stream()
                        .map(each ->
                                values == ExportedValues.CONFIRMED ? each.row().confirmed() : each.row())
                        .toList());
    }

    private void record(
            String format, ExportedValues values, ExportedRows found, Optional<Instant> from, Optional<Instant> to) {
        trail.shows(found.rows().stream().map(each -> each.patient()).map(PatientId::value));
        trail.because("export " + RegistryColumn.LIST + " as " + format + ", values " + values.word() + ", "
                + Count.of(found.rows().size(), "episode").text()
                + from.map(at -> ", infused from " + at).orElse("")
                + to.map(at -> ", infused to " + at).orElse(""));
    }
}
