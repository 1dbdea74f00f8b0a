package health.vigil.api.treatment;

import health.vigil.access.Roles;
import health.vigil.alert.AlertRules;
import health.vigil.alert.DoseLimits;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Query;
import health.vigil.api.Visibility;
import health.vigil.api.treatment.TreatmentsView.TocilizumabView;
import health.vigil.history.Episode;
import health.vigil.observation.Drug;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.Database;
import health.vigil.store.Doses;
import health.vigil.store.Doses.AsKnown;
import health.vigil.store.Episodes;
import health.vigil.store.Observations;
import health.vigil.store.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// Reads a patient's doses and what the limits still allow.
@Path("/v1/patients/{patientId}/treatments")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Observations")
class TreatmentResource {
    /// Anti-cytokine drugs whose doses have no limit here.
    private static final List<Drug> UNLIMITED = List.of(Drug.SILTUXIMAB, Drug.ANAKINRA);

    private final AlertRules rules;
    private final Database database;
    private final Visibility visible;
    private final Query query;

    TreatmentResource(AlertRules rules, Database database, Visibility visible, Query query) {
        this.rules = rules;
        this.database = database;
        this.visible = visible;
        this.query = query;
    }

    @GET
    @Operation(
            summary = "Read the doses of tocilizumab, and when the limits allow the next",
            description =
                    "The doses of an episode, at a time and as known at a time. Nothing here is a recommendation.")
    @Parameter(name = "at", in = ParameterIn.QUERY, description = "Clinical time. Default: now.")
    @Parameter(name = "knownAt", in = ParameterIn.QUERY, description = "Knowledge time. Default: now.")
    public TreatmentsView treatments(@RestPath String patientId) {
        var times = new AsKnown(
                query.time("at").orElseGet(MicrosecondClock::now),
                query.time("knownAt").orElse(Observations.EVER));
        visible.patientToRead(patientId);
        var patient = new PatientId(patientId);
        visible.require(patientId, times.at());
        var given = database.read(sql -> inEpisode(sql, patient, times));
        visible.requireStay(patientId, given.episode().ward(), given.episode().patient());
        return given.treatments();
    }

    /// The doses of an episode, from one snapshot.
    private record GivenInEpisode(Episode episode, TreatmentsView treatments) {}

    private GivenInEpisode inEpisode(Sql sql, PatientId patient, AsKnown times) {
        var episode = episode(sql, patient, times);
        return new GivenInEpisode(episode, treatments(sql, patient, episode, times));
    }

    private static Episode episode(Sql sql, PatientId patient, AsKnown times) {
        return Stream.ofNullable(
                        Episodes.of(sql, List.of(patient), times.knownAt()).get(patient))
                .flatMap(episodes -> Episodes.at(episodes, times.at()).stream())
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("There is no such patient"));
    }

    private TreatmentsView treatments(Sql sql, PatientId asked, Episode episode, AsKnown times) {
        var patient = episode.numbers().patient();
        return new TreatmentsView(
                patient.value(),
                Optional.of(asked.value()).filter(number -> !number.equals(patient.value())),
                episode.id().toString(),
                times.at(),
                episode.weight(),
                TocilizumabView.of(
                        rules.doses().summary(Doses.of(sql, episode, DoseLimits.DRUG, times), episode.weight())),
                UNLIMITED.stream()
                        .filter(drug -> !Doses.of(sql, episode, drug, times).isEmpty())
                        .map(Drug::word)
                        .toList());
    }
}
