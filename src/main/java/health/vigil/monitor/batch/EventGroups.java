package health.vigil.monitor.batch;

import health.vigil.alert.AlertTable;
import health.vigil.alert.AlertType;
import health.vigil.alert.Voice;
import health.vigil.store.AlertGroups.AlertGroup;
import health.vigil.store.Alerts.NewAlert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Sorts alerts that were raised together into events, each told by the loudest of its alerts.
final class EventGroups {
    private final AlertTable table;

    EventGroups(AlertTable table) {
        this.table = table;
    }

    /// Every alert, those of one event together, the loudest of each first.
    List<List<NewAlert>> of(List<NewAlert> raised) {
        var events = new LinkedHashMap<String, List<NewAlert>>();
        raised.forEach(alert -> events.computeIfAbsent(event(alert, raised), _ -> new ArrayList<>())
                .add(alert));
        events.values()
                .forEach(event ->
                        event.sort(Comparator.comparing(this::voice).reversed().thenComparing(NewAlert::id)));
        return List.copyOf(events.values());
    }

    private static String event(NewAlert alert, List<NewAlert> raised) {
        return ofASyndrome(alert)
                .or(() -> amendedBy(alert, raised))
                .orElse(alert.id().toString());
    }

    private static Optional<String> ofASyndrome(NewAlert alert) {
        return Voice.event(alert.occurrence().condition())
                .flatMap(syndrome -> alert.subject().episode().map(episode -> episode + syndrome.word()));
    }

    /// What one late observation makes of the past and of now is one event.
    private static Optional<String> amendedBy(NewAlert alert, List<NewAlert> raised) {
        var occurrence = alert.occurrence();
        return raised.stream()
                .filter(_ -> occurrence.rule().type() == AlertType.GRADE_AMENDED)
                .filter(_ -> occurrence.observation().isPresent())
                .filter(other ->
                        other.subject().episode().equals(alert.subject().episode()))
                .filter(other -> other.occurrence().observation().equals(occurrence.observation()))
                .flatMap(other -> ofASyndrome(other).stream())
                .findFirst();
    }

    private Voice voice(NewAlert alert) {
        return table.voice(alert.occurrence().rule(), alert.occurrence().condition());
    }

    /// How the alerts of an event are told; absent: there is only one.
    static Optional<AlertGroup> group(List<NewAlert> event) {
        var others = event.subList(1, event.size());
        return Optional.of(new AlertGroup(
                        event.getFirst().id(),
                        others.stream().map(NewAlert::id).toList(),
                        others.stream()
                                .map(alert -> alert.occurrence().wording().title())
                                .toList(),
                        Optional.empty()))
                .filter(_ -> !others.isEmpty());
    }

    /// The alerts of events one after the other.
    static Stream<NewAlert> inOrder(List<List<NewAlert>> events) {
        return events.stream().flatMap(List::stream);
    }
}
