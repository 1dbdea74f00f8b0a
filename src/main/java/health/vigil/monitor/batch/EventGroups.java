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

/// Groups alerts that were raised together into events. The loudest alert of an event speaks for it.
final class EventGroups {
    private final AlertTable table;

    EventGroups(AlertTable table) {
        this.table = table;
    }

    /// All alerts grouped by event, the loudest of each event first.
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

    /// The event of an amendment: it joins the other alerts that the same observation raised.
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

    /// The group of an event's alerts; empty if the event has only one.
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

    /// The alerts of all events, one event after the other.
    static Stream<NewAlert> inOrder(List<List<NewAlert>> events) {
        return events.stream().flatMap(List::stream);
    }
}
