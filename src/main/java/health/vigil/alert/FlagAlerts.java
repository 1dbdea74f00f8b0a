package health.vigil.alert;

import health.vigil.alert.Occurrence.Wording;
import health.vigil.grading.Flag;
import health.vigil.grading.FlagChange;
import java.util.Optional;
import java.util.stream.Stream;

/// Alerts about what needs a person's eye beside the grade.
final class FlagAlerts {
    private FlagAlerts() {}

    static Stream<Occurrence> raised(News news) {
        var undecided = MaskedAlerts.undecided(news).toList();
        var sure = undecided.stream().map(Occurrence::effectiveAt).toList();
        var raised = news.flags().stream()
                .filter(FlagChange::up)
                .filter(change -> change.flag() != Flag.POSSIBLE_MASKED_CRS || !sure.contains(change.at()))
                .flatMap(change -> occurrence(news, change).stream());
        return Stream.concat(raised, undecided.stream());
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
                                "What had been put down to another cause counts again: measure it, and ask the"
                                        + " physician whether the other cause still holds")));
            default -> Optional.empty();
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
