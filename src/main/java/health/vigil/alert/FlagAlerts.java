package health.vigil.alert;

import health.vigil.alert.Occurrence.Wording;
import health.vigil.grading.Flag;
import health.vigil.grading.FlagChange;
import java.util.Optional;
import java.util.stream.Stream;

/// Alerts about what needs a person's eye beside the grade.
final class FlagAlerts {
    private FlagAlerts() {}

    /// What a flag asks for.
    private record Telling(AlertRule rule, String title, String detail) {}

    static Stream<Occurrence> raised(News news) {
        return news.flags().stream()
                .filter(FlagChange::up)
                .flatMap(change -> telling(change.flag()).map(telling -> occurrence(news, change, telling)).stream());
    }

    private static Occurrence occurrence(News news, FlagChange change, Telling telling) {
        return new Occurrence(
                telling.rule,
                new Condition.FlagUp(change.syndrome(), change.flag()),
                new Wording(telling.title, telling.detail),
                change.at(),
                change.cause(),
                Optional.of(news.now().of(change.syndrome())));
    }

    private static Optional<Telling> telling(Flag flag) {
        return switch (flag) {
            case POSSIBLE_MASKED_CRS ->
                telling(
                        AlertRule.POSSIBLE_MASKED_CRS,
                        "Possible masked CRS",
                        "Hypotension or hypoxia without fever in a patient who was not treated");
            case EARLY_SIGN ->
                telling(
                        AlertRule.EARLY_SIGN,
                        "Early neurological sign",
                        "Tremor, myoclonus, headache or a change of handwriting");
            case INTRACRANIAL_HAEMORRHAGE ->
                telling(
                        AlertRule.INTRACRANIAL_HAEMORRHAGE,
                        "Intracranial haemorrhage",
                        "An intracranial haemorrhage was recorded");
            case STATUS_EPILEPTICUS ->
                telling(
                        AlertRule.STATUS_EPILEPTICUS,
                        "Status epilepticus",
                        "A seizure of 5 minutes or more was recorded");
            default -> Optional.empty();
        };
    }

    private static Optional<Telling> telling(AlertRule rule, String title, String detail) {
        return Optional.of(new Telling(rule, title, detail));
    }
}
