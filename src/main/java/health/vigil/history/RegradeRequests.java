package health.vigil.history;

import health.vigil.history.RegradeRequest.Cause;
import health.vigil.history.RegradeRequest.Impact;
import health.vigil.observation.Attribution;
import health.vigil.observation.Content;
import health.vigil.observation.CrsCourse;
import health.vigil.observation.Culture;
import health.vigil.observation.Death;
import health.vigil.observation.DiseaseEvent;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.GradeConfirmation;
import health.vigil.observation.HomeCheck;
import health.vigil.observation.LabResult;
import health.vigil.observation.Medication;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.Retraction;
import health.vigil.observation.Seizure;
import health.vigil.observation.SyndromeAssessment;
import health.vigil.observation.Transfusion;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VitalSigns;
import health.vigil.observation.Weight;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Collects which episodes must be graded again, and from when.
public final class RegradeRequests {
    private final Map<UUID, RegradeRequest> byEpisode = new LinkedHashMap<>();
    private final Map<UUID, Episode> changed = new HashMap<>();
    private final Instant now;
    private final Instant rulesSince;

    /// @param rulesSince since when the rule set has been in force
    public RegradeRequests(Instant now, Instant rulesSince) {
        this.now = now;
        this.rulesSince = rulesSince;
    }

    /// The time of the transaction.
    public Instant now() {
        return now;
    }

    public Collection<RegradeRequest> all() {
        return byEpisode.values().stream()
                .map(request ->
                        request.with(changed.getOrDefault(request.episode().id(), request.episode())))
                .toList();
    }

    /// Requests grades because of a new observation.
    ///
    /// @param retracted whether it was retracted before it was received
    public void applied(Observation observation, boolean retracted, List<Episode> episodes) {
        for (var episode : affectedBy(observation, episodes)) {
            add(new RegradeRequest(
                    episode,
                    from(observation, episode),
                    Optional.of(observation.id()),
                    Cause.TIME,
                    observation.receivedAt(),
                    List.of(observation),
                    impact(observation, retracted),
                    rulesSince));
        }
    }

    /// Requests grades because an observation was retracted.
    public void withdrawn(Observation observation, ObservationId by, List<Episode> episodes) {
        for (var episode : affectedBy(observation, episodes)) {
            add(new RegradeRequest(
                    episode,
                    from(observation, episode),
                    Optional.of(by),
                    Cause.TIME,
                    now,
                    List.of(),
                    Impact.CORRECTS,
                    rulesSince));
        }
    }

    public void baselineChanged(Episode episode, Instant receivedAt) {
        add(new RegradeRequest(
                episode,
                episode.infusedAt(),
                Optional.empty(),
                Cause.BASELINE,
                receivedAt,
                List.of(),
                Impact.CORRECTS,
                rulesSince));
    }

    /// Requests grades because of a new episode. The patient's other episodes end where its own time begins.
    public void admitted(UUID admitted, List<Episode> episodes) {
        var border = episodes.stream()
                .filter(episode -> episode.id().equals(admitted))
                .findFirst()
                .orElseThrow()
                .own()
                .from()
                .orElse(Instant.EPOCH);
        episodes.forEach(episode -> add(new RegradeRequest(
                episode,
                later(border, episode.infusedAt()),
                Optional.empty(),
                Cause.TIME,
                now,
                List.of(),
                Impact.CORRECTS,
                rulesSince)));
    }

    /// Requests grades because episode data has changed. The changed episode, and every episode whose own
    /// time has changed, is graded again from its infusion.
    ///
    /// @param before the patient's episodes as they were
    /// @param after the same episodes as they are now
    public void changed(List<Episode> before, List<Episode> after, EpisodeRevision revision) {
        for (var episode : after) {
            changed.put(episode.id(), episode);
            before.stream()
                    .filter(known -> known.id().equals(episode.id()))
                    .filter(known -> revision.episode().equals(known.id())
                            || !known.own().equals(episode.own()))
                    .forEach(known -> add(new RegradeRequest(
                            episode,
                            earlier(known.infusedAt(), episode.infusedAt()),
                            Optional.empty(),
                            revision.cause(),
                            revision.knownAt(),
                            List.of(),
                            Impact.CORRECTS,
                            rulesSince)));
        }
    }

    /// A change of an episode that is not an observation.
    ///
    /// @param knownAt when it became known
    public record EpisodeRevision(UUID episode, Cause cause, Instant knownAt) {}

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    public void timePassed(Episode episode) {
        add(new RegradeRequest(episode, now, Optional.empty(), Cause.TIME, now, List.of(), Impact.ADDS, rulesSince));
    }

    private static Impact impact(Observation observation, boolean retracted) {
        if (observation.content() instanceof Attribution) {
            return Impact.CORRECTS;
        }
        return retracted ? Impact.ADDS_NOTHING : Impact.ADDS;
    }

    private void add(RegradeRequest request) {
        byEpisode.merge(request.episode().id(), request, RegradeRequest::and);
    }

    private static List<Episode> affectedBy(Observation observation, List<Episode> episodes) {
        return episodes.stream()
                .filter(episode -> switch (observation.content()) {
                    case LabResult _, Retraction _ -> false;
                    case Transfusion _, Culture _, DiseaseEvent _, Weight _, SyndromeAssessment _ -> false;
                    case GradeConfirmation _ -> false;
                    case Attribution attribution ->
                        episode.owns(observation.effectiveAt()) || episode.owns(attribution.from());
                    case VitalSigns _, OxygenTherapy _, Vasopressor _, FluidBolus _, Medication _ ->
                        episode.owns(observation.effectiveAt());
                    case NeuroCheck _, Seizure _, NeuroFinding _, CrsCourse _, HomeCheck _, Death _ ->
                        episode.owns(observation.effectiveAt());
                })
                .toList();
    }

    /// Changes outside the graded time are graded from now on.
    private Instant from(Observation observation, Episode episode) {
        Content content = observation.content();
        if (content instanceof Attribution attribution) {
            return later(attribution.from(), episode.infusedAt());
        }
        if (episode.mayStand(observation) && !observation.datedInTheFuture()) {
            return episode.infusedAt();
        }
        return observation.datedInTheFuture() || !episode.covers(observation.effectiveAt())
                ? now
                : observation.effectiveAt();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
