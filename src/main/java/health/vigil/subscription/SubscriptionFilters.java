package health.vigil.subscription;

import health.vigil.alert.Priority;
import health.vigil.json.Violation;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import health.vigil.store.FhirSubscriptions.EventFilter;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Reads the filters of a subscription. A filter is a search: parameters with `&` between them all hold, values
/// with commas between them are alternatives.
public final class SubscriptionFilters {
    private static final int MOST_VALUES = 100;
    private static final String PATIENT = "Patient/";

    /// The severities of FHIR as our priorities.
    private static final Map<String, Priority> SEVERITIES =
            Map.of("high", Priority.HIGH, "moderate", Priority.MEDIUM, "low", Priority.LOW);

    private final SubscriptionTopic topic;
    private final Map<String, List<String>> values = new HashMap<>();
    private final List<Violation> faults = new ArrayList<>();

    private SubscriptionFilters(SubscriptionTopic topic) {
        this.topic = topic;
    }

    /// What filters mean.
    ///
    /// @param filter valid only if there is no fault; its wards are names
    public record FilterReading(EventFilter filter, List<Violation> faults) {
        public FilterReading {
            faults = List.copyOf(faults);
        }
    }

    public static FilterReading read(SubscriptionTopic topic, List<String> filters) {
        var reader = new SubscriptionFilters(topic);
        for (int index = 0; index < filters.size(); index++) {
            reader.add("Subscription.criteria.extension[%d].value".formatted(index), filters.get(index));
        }
        return new FilterReading(reader.filter(), reader.faults);
    }

    private void add(String place, String filter) {
        int question = filter.indexOf('?');
        var type = question < 0 ? "" : filter.substring(0, question);
        if (!type.isEmpty() && !type.equals(topic.focus())) {
            refuse(place, "must be a search of " + topic.focus());
            return;
        }
        for (var parameter : filter.substring(question + 1).split("&", -1)) {
            var parts = parameter.split("=", 2);
            if (parts.length < 2 || !topic.parameters().contains(parts[0])) {
                refuse(
                        place,
                        "holds a parameter that this topic does not have. It has "
                                + String.join(
                                        ", ",
                                        topic.parameters().stream().sorted().toList()));
            } else if (values.containsKey(parts[0])) {
                refuse(place, "gives " + parts[0] + " a second time");
            } else {
                values.put(parts[0], alternatives(place, parts[0], parts[1]));
            }
        }
    }

    private List<String> alternatives(String place, String parameter, String encoded) {
        var alternatives = decoded(place, encoded).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .toList();
        if (alternatives.size() > MOST_VALUES) {
            refuse(place, "has more than " + MOST_VALUES + " values");
        }
        return alternatives.stream()
                .flatMap(text -> meaning(parameter, text)
                        .or(() -> {
                            refuse(place, "has a value of " + parameter + " that is not known here");
                            return Optional.empty();
                        })
                        .stream())
                .toList();
    }

    private Optional<String> decoded(String place, String encoded) {
        try {
            return Optional.of(URLDecoder.decode(encoded, UTF_8));
        } catch (IllegalArgumentException malformed) {
            refuse(place, "is not encoded as a search is");
            return Optional.empty();
        }
    }

    /// The value as it is stored.
    private Optional<String> meaning(String parameter, String text) {
        return switch (parameter) {
            case "patient" ->
                Optional.of(text.startsWith(PATIENT) ? text.substring(PATIENT.length()) : text)
                        .filter(PatientId::accepts);
            case "code" ->
                Optional.of(text)
                        .map(token -> token.startsWith(topic.system() + "|")
                                ? token.substring(topic.system().length() + 1)
                                : token)
                        .filter(topic.codes()::contains);
            case "severity" -> Optional.ofNullable(SEVERITIES.get(text)).map(Word::word);
            default -> Optional.of(text).filter(name -> !name.isEmpty() && name.length() <= 64);
        };
    }

    private EventFilter filter() {
        return new EventFilter(of("patient"), of("code"), of("severity"), of("ward"));
    }

    private Optional<List<String>> of(String parameter) {
        return Optional.ofNullable(values.get(parameter));
    }

    private void refuse(String place, String message) {
        faults.add(new Violation(place, message));
    }
}
