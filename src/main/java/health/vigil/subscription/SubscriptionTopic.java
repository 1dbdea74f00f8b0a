package health.vigil.subscription;

import health.vigil.alert.AlertType;
import health.vigil.exchange.OwnCodes;
import health.vigil.grading.Syndrome;
import health.vigil.observation.Word;
import health.vigil.store.SubscriptionEvents;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What can be subscribed to.
public enum SubscriptionTopic implements Word {
    /// Alerts about patients.
    ALERT("DetectedIssue", Set.of("patient", "code", "severity", "ward")),
    /// Entries of the history of grades.
    GRADE("Observation", Set.of("patient", "code"));

    private final String focus;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> parameters;

    SubscriptionTopic(String focus, Set<String> parameters) {
        this.focus = focus;
        this.parameters = parameters;
    }

    /// The topic with this canonical address.
    public static Optional<SubscriptionTopic> of(String canonical) {
        return Arrays.stream(values())
                .filter(topic -> topic.canonical().equals(canonical))
                .findFirst();
    }

    public static SubscriptionTopic ofWord(String word) {
        return Word.of(SubscriptionTopic.class, word).orElseThrow();
    }

    public String canonical() {
        return OwnCodes.CANON + "/SubscriptionTopic/" + word();
    }

    /// The type of the resource that an event is about.
    public String focus() {
        return focus;
    }

    /// The parameters of its filters.
    Set<String> parameters() {
        return parameters;
    }

    /// The system of these codes.
    String system() {
        return switch (this) {
            case ALERT -> OwnCodes.CANON + "/CodeSystem/alert-type";
            case GRADE -> OwnCodes.OBSERVATION;
        };
    }

    /// The codes that its filters may name.
    Set<String> codes() {
        var words = switch (this) {
            case ALERT -> Stream.of(AlertType.values()).map(Word::word);
            case GRADE -> Stream.of(Syndrome.values()).map(SubscriptionEvents::code);
        };
        return words.collect(Collectors.toSet());
    }
}
