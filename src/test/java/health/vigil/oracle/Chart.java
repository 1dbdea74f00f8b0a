package health.vigil.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What takes part in grading a patient, as it was known at one moment.
///
/// @param baseline     the baseline as known, possibly a missing node
/// @param entries      the observations that count from their `effectiveAt` on, whatever instant is asked for
/// @param attributions those that stand, whatever their own `effectiveAt`
record Chart(
        OraclePatient patient, JsonNode baseline, List<OracleObservation> entries, List<Attribution> attributions) {

    private static final Duration TOLERATED_LEAD = Duration.ofMinutes(2);

    static Chart of(OraclePatient patient, List<? extends JsonNode> observations, Instant knownAt) {
        List<OracleObservation> known = observations.stream()
                .map(OracleObservation::read)
                .filter(entry -> !entry.receivedAt().isAfter(knownAt))
                .toList();
        // All retractions, also those that another one names: a retraction cannot be withdrawn.
        Set<String> withdrawn = known.stream()
                .filter(entry -> entry.is("retraction"))
                .map(entry -> entry.text("observationId"))
                .collect(Collectors.toSet());
        List<OracleObservation> standing =
                known.stream().filter(entry -> !withdrawn.contains(entry.id())).toList();
        return new Chart(
                patient,
                patient.baselineKnownAt(knownAt),
                standing.stream().filter(entry -> takesPart(entry, patient)).toList(),
                standing.stream()
                        .filter(entry -> entry.is("attribution"))
                        .map(Attribution::read)
                        .toList());
    }

    private static boolean takesPart(OracleObservation entry, OraclePatient patient) {
        return !entry.is("attribution")
                && !entry.is("retraction")
                && (!entry.at().isBefore(patient.infusedAt()) || mayStandAtInfusion(entry))
                && !entry.at().isAfter(entry.receivedAt().plus(TOLERATED_LEAD));
    }

    /// Oxygen, vasopressors and findings from before the infusion take part with their own times. Going
    /// through all of them up to a time decides which still stand at it.
    private static boolean mayStandAtInfusion(OracleObservation entry) {
        return entry.is("oxygen-therapy") || entry.is("vasopressor") || entry.is("neuro-finding");
    }

    Instant infusedAt() {
        return patient.infusedAt();
    }

    List<OracleObservation> ofKind(String kind) {
        return entries.stream().filter(entry -> entry.is(kind)).toList();
    }

    boolean attributed(String component, Instant now) {
        for (Attribution attribution : attributions) {
            if (attribution.covers(component, now)) {
                return true;
            }
        }
        return false;
    }

    /// Any death counts, also after another one. Only a retraction undoes one.
    boolean dead(Instant now) {
        return deadOf("crs", now) || deadOf("icans", now) || deadOf("other", now);
    }

    boolean deadOf(String cause, Instant now) {
        for (OracleObservation entry : entries) {
            if (entry.is("death")
                    && entry.hasWord("cause", cause)
                    && !entry.at().isAfter(now)) {
                return true;
            }
        }
        return false;
    }

    /// The review flags `attributed:<component>` of what an attribution covers now.
    List<String> attributedFlags(List<String> components, Instant now) {
        List<String> flags = new ArrayList<>();
        components.stream()
                .filter(component -> attributed(component, now))
                .forEach(component -> flags.add("attributed:" + component));
        return flags;
    }
}
