package health.vigil.alert;

import health.vigil.alert.Occurrence.Wording;
import health.vigil.grading.Flag;
import health.vigil.grading.FlagChange;
import health.vigil.observation.HomeCheck;
import health.vigil.observation.HomeSign;
import health.vigil.observation.Observation;
import java.util.Optional;
import java.util.stream.Stream;

/// Alerts about flags beside the grade.
final class FlagAlerts {
    private FlagAlerts() {}

    static Stream<Occurrence> raised(News news) {
        var undecided = MaskedAlerts.undecided(news).toList();
        var sure = undecided.stream().map(Occurrence::effectiveAt).toList();
        var raised = news.flags().stream()
                .filter(FlagChange::up)
                .filter(change -> change.flag() != Flag.POSSIBLE_MASKED_CRS || !sure.contains(change.at()))
                // Each sign of a caregiver's answer raises its own alert.
                .filter(change -> change.flag() != Flag.EARLY_SIGN || !EarlySigns.onlyAtHome(news, change))
                .flatMap(change -> occurrence(news, change).stream());
        return Stream.of(raised, undecided.stream(), signsAtHome(news)).flatMap(alerts -> alerts);
    }

    /// The flag stays up while further signs are reported, so the answers are read for them.
    private static Stream<Occurrence> signsAtHome(News news) {
        return news.observations().stream()
                .filter(observation -> !observation.datedInTheFuture())
                .flatMap(observation -> observation.content() instanceof HomeCheck check
                        ? check.signs().stream().sorted().map(sign -> signAtHome(news, observation, check, sign))
                        : Stream.empty());
    }

    private static Occurrence signAtHome(News news, Observation observation, HomeCheck check, HomeSign sign) {
        return new Occurrence(
                AlertRule.EARLY_SIGN,
                new Condition.SignAtHome(sign),
                new Wording("Early neurological sign", EarlySigns.of(check) + ". Do an ICE or CAPD now"),
                observation.effectiveAt(),
                Optional.of(observation.id()),
                Optional.of(news.now().icans()));
    }

    private static Optional<Occurrence> occurrence(News news, FlagChange change) {
        return switch (change.flag()) {
            case POSSIBLE_MASKED_CRS ->
                Optional.of(occurrence(
                        news, change, AlertRule.POSSIBLE_MASKED_CRS, MaskedAlerts.wording(news, change.at())));
            case EARLY_SIGN ->
                Optional.of(occurrence(
                        news,
                        change,
                        AlertRule.EARLY_SIGN,
                        new Wording(
                                "Early neurological sign", EarlySigns.of(news, change) + ". Do an ICE or CAPD now")));
            case INTRACRANIAL_HAEMORRHAGE ->
                Optional.of(occurrence(
                        news,
                        change,
                        AlertRule.INTRACRANIAL_HAEMORRHAGE,
                        new Wording(
                                "Intracranial haemorrhage",
                                "An intracranial haemorrhage was recorded: call the physician")));
            case STATUS_EPILEPTICUS ->
                Optional.of(occurrence(
                        news,
                        change,
                        AlertRule.STATUS_EPILEPTICUS,
                        new Wording(
                                "Status epilepticus",
                                "A seizure of 5 minutes or more, or seizures without recovery between them: call the"
                                        + " physician")));
            case ATTRIBUTION_ENDED ->
                Optional.of(occurrence(
                        news,
                        change,
                        AlertRule.ATTRIBUTION_ENDED,
                        new Wording(
                                "Attribution ended",
                                "A component that was attributed to another cause counts again: measure it, and ask the"
                                        + " physician whether the other cause still holds")));
            case HYPOXIA_DESPITE_OXYGEN, HYPOXIA_NOT_CORRECTED, HYPOXIA_ON_ROOM_AIR -> Optional.empty();
            case HYPOXIA_DEVICE_NOT_CHARTED, FLOW_NOT_CHARTED, REASON_NOT_CHARTED -> Optional.empty();
            case DEVICE_BY_ANALOGY, DEVICE_NOT_KNOWN, CONFIRM_OXYGEN, CONFIRM_VASOPRESSOR -> Optional.empty();
            case VASOPRESSIN_ONLY, INOTROPE_NOT_COUNTED, AGENT_NOT_COUNTED, AGENT_NOT_KNOWN -> Optional.empty();
            case SINGLE_READING, PRESSURE_ARTEFACT, LATE_ONSET, FEVER_WITHIN_6H_OF_INFUSION -> Optional.empty();
            case TEMPERATURE_STALE, ICE_OVERDUE, CAPD_OVERDUE, ICE_AT_BASELINE, CAPD_AT_BASELINE -> Optional.empty();
            case ICE_PARTIAL, POST_ICTAL, SEIZURE_LENGTH_NOT_KNOWN, NON_ICANS_NEUROTOXICITY -> Optional.empty();
            case ATTRIBUTED_FEVER, ATTRIBUTED_HYPOTENSION, ATTRIBUTED_HYPOXIA, ATTRIBUTED_ICE -> Optional.empty();
            case ATTRIBUTED_CAPD, ATTRIBUTED_CONSCIOUSNESS, ATTRIBUTED_SEIZURE -> Optional.empty();
            case ATTRIBUTED_FOCAL_OEDEMA, ATTRIBUTED_DIFFUSE_OEDEMA, ATTRIBUTED_PAPILLOEDEMA -> Optional.empty();
            case ATTRIBUTED_POSTURING, ATTRIBUTED_SIXTH_NERVE_PALSY, ATTRIBUTED_CUSHING_TRIAD -> Optional.empty();
            case ATTRIBUTED_DEEP_FOCAL_WEAKNESS, ATTRIBUTED_INTRACRANIAL_HAEMORRHAGE -> Optional.empty();
            case ATTRIBUTED_MYOCLONUS, ATTRIBUTED_HEADACHE, ATTRIBUTED_APHASIA -> Optional.empty();
            case ATTRIBUTED_FACIAL_PALSY, ATTRIBUTED_OTHER_CRANIAL_NEUROPATHY -> Optional.empty();
            case ATTRIBUTED_BRADYKINESIA, ATTRIBUTED_RIGIDITY, ATTRIBUTED_REST_TREMOR -> Optional.empty();
            case ATTRIBUTED_GAIT_CHANGE, ATTRIBUTED_MICROGRAPHIA, ATTRIBUTED_PERSONALITY_CHANGE -> Optional.empty();
            case ATTRIBUTED_MEMORY_CHANGE, ATTRIBUTED_LIMB_WEAKNESS_PERIPHERAL -> Optional.empty();
            case ATTRIBUTED_HAEMOPHAGOCYTOSIS, ATTRIBUTED_SPLENOMEGALY -> Optional.empty();
        };
    }

    private static Occurrence occurrence(News news, FlagChange change, AlertRule rule, Wording wording) {
        return new Occurrence(
                rule,
                new Condition.FlagUp(change.syndrome(), change.flag()),
                wording,
                change.at(),
                change.cause(),
                Optional.of(news.now().of(change.syndrome())));
    }
}
