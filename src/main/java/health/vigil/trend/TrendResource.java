package health.vigil.trend;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.access.Roles;
import health.vigil.api.Bounds;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.NumbersJson;
import health.vigil.api.Query;
import health.vigil.api.Visibility;
import health.vigil.json.JsonText;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// What was measured over the days, for charts.
@Path("/v1/patients/{patientId}/trends")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Observations")
class TrendResource {
    private static final Bounds POINTS = new Bounds(500, 2, 10_000);

    private final VitalTrends vitals;
    private final Database database;
    private final Visibility visible;
    private final Query query;

    TrendResource(VitalTrends vitals, Database database, Visibility visible, Query query) {
        this.vitals = vitals;
        this.database = database;
        this.visible = visible;
        this.query = query;
    }

    @GET
    @Operation(
            summary = "Series per parameter, thinned to at most so many points",
            description = "Minima and maxima are never thinned away. What cannot be true is marked implausible.")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "The infusion where absent.")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "Now where absent.")
    @Parameter(name = "points", in = ParameterIn.QUERY, description = "2 to 10000; 500 where absent.")
    public ObjectNode trends(@RestPath String patientId) {
        var request = request(patientId);
        var patient = visible.numbers(patientId);
        var charted = database.read(sql -> ChartedTrends.read(sql, request, patient));
        var json = NumbersJson.put(JsonText.object(), new PatientId(patientId), patient)
                .put("from", request.from().toString())
                .put("to", request.to().toString());
        var items = json.putArray("items");
        vitals.read(request, patient)
                .forEach((sign, readings) -> items.add(Series.of(sign.field(), sign.unit(), readings, request.points())
                        .json()));
        charted.series(request.points()).forEach(series -> items.add(series.json()));
        json.putArray("oxygen").addAll(charted.oxygen());
        return json;
    }

    private TrendRequest request(String patientId) {
        var points = query.number("points", POINTS);
        var episode = visible.patientToRead(patientId);
        var span = query.span().within(visible.sight(episode.patientId));
        var from = span.from().orElse(episode.infusedAt);
        var to = span.to().orElseGet(() -> latest(from, MicrosecondClock.now()));
        if (to.isBefore(from)) {
            throw ProblemException.invalid("to", "must not be before from");
        }
        return new TrendRequest(episode.patientId, from, to, points);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
