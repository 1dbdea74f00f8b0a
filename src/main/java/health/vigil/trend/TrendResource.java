package health.vigil.trend;

import health.vigil.access.Roles;
import health.vigil.api.Bounds;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.NumbersView;
import health.vigil.api.Query;
import health.vigil.api.Visibility;
import health.vigil.observation.Numbers;
import health.vigil.observation.PatientId;
import health.vigil.observation.VitalSign;
import health.vigil.problem.ProblemException;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.Database;
import health.vigil.store.Sql;
import health.vigil.trend.TrendView.SeriesView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// Reads measurements over time, for charts.
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
            summary = "Read the series of each parameter, thinned to at most `points` points",
            description = "Minima and maxima are kept. Implausible values and those read at home are marked.")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "Default: the infusion.")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "Default: now.")
    @Parameter(name = "points", in = ParameterIn.QUERY, description = "2 to 10000. Default: 500.")
    public TrendView trends(@RestPath String patientId) {
        var request = request(patientId);
        var patient = visible.numbers(patientId);
        vitals.prepare(request, patient);
        return database.read(sql -> trends(sql, request, new PatientId(patientId), patient));
    }

    /// Reads all series from one snapshot.
    private static TrendView trends(Sql sql, TrendRequest request, PatientId asked, Numbers patient) {
        var measured = VitalTrends.read(sql, request, patient);
        var charted = ChartedTrends.read(sql, request, patient);
        var items = Stream.concat(measured(measured, request.points()), charted.series(request.points()).stream())
                .map(SeriesView::of)
                .toList();
        return new TrendView(NumbersView.of(asked, patient), request.from(), request.to(), items, charted.oxygen());
    }

    private static Stream<Series> measured(Map<VitalSign, Series.Readings> readings, int most) {
        return readings.entrySet().stream()
                .map(read -> Series.of(read.getKey().field(), read.getKey().unit(), read.getValue(), most));
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
        return new TrendRequest(from, to, points);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
