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

/// A batch that was committed.
record CommittedBatch(Batch batch, BatchTransaction.Result result, Interval interval) {
    Duration taken() {
        return Duration.between(interval.start(), interval.end());
    }

    /// How long each record waited, from its receipt to the commit.
    Stream<Duration> waited() {
        return batch.records().stream().map(this::waited);
    }

    /// How long each alert was in coming that one of the records raised.
    Stream<Duration> waitedForAlerts() {
        if (result.alerts().isEmpty()) {
            return Stream.empty();
        }
        var raised = raised();
        return batch.records().stream()
                .flatMap(record -> alerts(raised, record).stream().map(_ -> waited(record)));
    }

    private Duration waited(IncomingRecord record) {
        var waited = Duration.between(record.source().receivedAt(), interval.end());
        return waited.isNegative() ? Duration.ZERO : waited;
    }

    /// Tells the traces of its records what became of them.
    void tell(Traces traces) {
        var raised = raised();
        batch.records().stream()
                .filter(record -> record.trace().header().isPresent())
                .forEach(record -> tell(traces, record, alerts(raised, record)));
    }

    private void tell(Traces traces, IncomingRecord record, List<NewAlert> alerts) {
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
