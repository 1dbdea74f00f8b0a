package health.vigil.monitor.loop;

import health.vigil.monitor.batch.Batch;
import health.vigil.monitor.batch.BatchTransaction;
import health.vigil.monitor.batch.IncomingRecord;
import health.vigil.observation.ObservationId;
import health.vigil.store.Alerts.NewAlert;
import health.vigil.trace.Traces;
import health.vigil.trace.Traces.Interval;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A batch that was committed, with its result and the time that it took.
record CommittedBatch(Batch batch, BatchTransaction.BatchResult result, Interval interval) {
    Duration duration() {
        return Duration.between(interval.start(), interval.end());
    }

    /// The delay of each record, from its receipt to the commit.
    Stream<Duration> delays() {
        return batch.records().stream().map(this::delay);
    }

    /// The delay of each alert that a record raised, from the receipt of the record to the commit.
    Stream<Duration> alertDelays() {
        if (result.alerts().isEmpty()) {
            return Stream.empty();
        }
        var raised = raised();
        return batch.records().stream()
                .flatMap(record -> alerts(raised, record).stream().map(_ -> delay(record)));
    }

    private Duration delay(IncomingRecord record) {
        var waited = Duration.between(record.source().receivedAt(), interval.end());
        return waited.isNegative() ? Duration.ZERO : waited;
    }

    /// Adds the spans of the traced records and their alerts.
    void trace(Traces traces) {
        var raised = raised();
        batch.records().stream()
                .filter(record -> record.trace().header().isPresent())
                .forEach(record -> trace(traces, record, alerts(raised, record)));
    }

    private void trace(Traces traces, IncomingRecord record, List<NewAlert> alerts) {
        var applied = traces.applied(record.trace(), interval, batch.records().size());
        alerts.forEach(alert -> traces.raised(
                applied,
                interval.end(),
                alert.occurrence().rule().type().word(),
                alert.row().priority().word()));
    }

    private Map<ObservationId, List<NewAlert>> raised() {
        return result.alerts().stream()
                .filter(alert -> alert.occurrence().observation().isPresent())
                .collect(Collectors.groupingBy(
                        alert -> alert.occurrence().observation().orElseThrow()));
    }

    private static List<NewAlert> alerts(Map<ObservationId, List<NewAlert>> raised, IncomingRecord record) {
        return record.observation()
                .map(id -> raised.getOrDefault(id, List.of()))
                .orElse(List.of());
    }
}
