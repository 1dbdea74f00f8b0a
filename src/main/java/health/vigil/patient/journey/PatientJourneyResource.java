package health.vigil.patient.journey;

import health.vigil.access.Roles;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Query;
import health.vigil.api.Visibility;
import health.vigil.audit.AuditTrail;
import health.vigil.journey.JourneyPolicy;
import health.vigil.json.JsonColumn;
import health.vigil.observation.PatientId;
import health.vigil.patient.episode.StationView;
import health.vigil.patient.journey.JourneyReader.ListedJourney;
import health.vigil.patient.journey.JourneyReader.ReadJourney;
import health.vigil.patient.journey.JourneyReader.UnreadableJourney;
import health.vigil.patient.journey.PatientLineView.EpisodeLineView;
import health.vigil.problem.ProblemException;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.EpisodeRow;
import health.vigil.store.Observations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// The line of a patient from the referral to the infusion.
@Path("/v1/patients/{patientId}/journey")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Journeys")
class PatientJourneyResource {
    private final JourneyList list;
    private final JourneyPolicy policy;
    private final Visibility visible;
    private final Query query;
    private final AuditTrail trail;
    private final JourneyFaults faults;

    PatientJourneyResource(
            JourneyList list,
            JourneyPolicy policy,
            Visibility visible,
            Query query,
            AuditTrail trail,
            JourneyFaults faults) {
        this.list = list;
        this.policy = policy;
        this.visible = visible;
        this.query = query;
        this.trail = trail;
        this.faults = faults;
    }

    @GET
    @Operation(
            summary = "Read the journeys of a patient",
            description = "With the stations of the current episode, if no journey led to it.")
    @Parameter(name = "knownAt", in = ParameterIn.QUERY, description = "Knowledge time. Default: now.")
    public PatientLineView line(@RestPath String patientId) {
        var known = query.time("knownAt");
        if (!PatientId.accepts(patientId)) {
            throw missing();
        }
        trail.about(patientId);
        var journeys = list.of(new PatientId(patientId), known.orElse(Observations.EVER));
        faults.report(journeys);
        var episodes = episodes(patientId, journeys);
        if (journeys.isEmpty() && episodes.isEmpty()) {
            throw missing();
        }
        var now = known.orElseGet(MicrosecondClock::now);
        var patient = visible.numbersOf(patientId).patient().value();
        return new PatientLineView(
                patient,
                Optional.of(patientId).filter(number -> !number.equals(patient)),
                journeys.stream()
                        .flatMap(PatientJourneyResource::read)
                        .map(read -> JourneyView.of(read, policy, now))
                        .toList(),
                journeys.stream()
                        .filter(UnreadableJourney.class::isInstance)
                        .map(unreadable -> list.row(unreadable, policy, now))
                        .toList(),
                episodes);
    }

    /// The current episode, if the user may see it and no journey led to it.
    private List<EpisodeLineView> episodes(String patientId, List<ListedJourney> journeys) {
        var joined = joined(journeys);
        return Optional.of(patientId).filter(visible::sees).map(visible::patient).stream()
                .filter(episode -> !joined.contains(episode.id))
                .map(PatientJourneyResource::line)
                .toList();
    }

    private static Stream<ReadJourney> read(ListedJourney listed) {
        return listed instanceof ReadJourney read ? Stream.of(read) : Stream.empty();
    }

    private static Set<UUID> joined(List<ListedJourney> journeys) {
        return journeys.stream()
                .flatMap(journey -> journey.stored().episode().stream())
                .map(episode -> episode.id())
                .collect(Collectors.toSet());
    }

    private static EpisodeLineView line(EpisodeRow episode) {
        return new EpisodeLineView(episode.id, JsonColumn.list(episode.journey, StationView.class));
    }

    private static ProblemException missing() {
        return ProblemException.notFound("There is no such patient");
    }
}
