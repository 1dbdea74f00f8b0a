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
    private record Rule(AlertType type, Priority priority, String title, String detail) {}

    static Stream<Occurrence> raised(News news) {
        return news.flags().stream()
                .filter(FlagChange::up)
                .flatMap(change -> rule(change.flag()).map(rule -> occurrence(news, change, rule)).stream());
    }

    private static Occurrence occurrence(News news, FlagChange change, Rule rule) {
        return new Occurrence(
                rule.type,
                new Condition.FlagUp(change.syndrome(), change.flag()),
                rule.priority,
                new Wording(rule.title, rule.detail),
                change.at(),
                change.cause(),
                Optional.of(news.now().of(change.syndrome())));
    }

    private static Optional<Rule> rule(Flag flag) {
        return switch (flag) {
            case POSSIBLE_MASKED_CRS ->
                rule(
                        AlertType.POSSIBLE_MASKED_CRS,
                        Priority.MEDIUM,
                        "Possible masked CRS",
                        "Hypotension or hypoxia without fever in a patient who was not treated");
            case EARLY_SIGN ->
                rule(
                        AlertType.EARLY_SIGN,
                        Priority.LOW,
                        "Early neurological sign",
                        "Tremor, myoclonus, headache or a change of handwriting");
            case INTRACRANIAL_HAEMORRHAGE ->
                rule(
                        AlertType.URGENT_FINDING,
                        Priority.HIGH,
                        "Intracranial haemorrhage",
                        "An intracranial haemorrhage was recorded");
            case STATUS_EPILEPTICUS ->
                rule(
                        AlertType.URGENT_FINDING,
                        Priority.HIGH,
                        "Status epilepticus",
                        "A seizure of 5 minutes or more was recorded");
            default -> Optional.empty();
        };
    }

    private static Optional<Rule> rule(AlertType type, Priority priority, String title, String detail) {
        return Optional.of(new Rule(type, priority, title, detail));
    }
}
