package health.vigil.monitor.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/// The invariants at the end of a simulation.
final class SimulationAudit {
    private static final String ID = "\"id\":\"";

    private final ModelLedger ledger;
    private final Map<TopicPartition, ModelLog> logs;
    private final boolean truncated;
    private final List<String> faults = new ArrayList<>();

    SimulationAudit(ModelLedger ledger, Map<TopicPartition, ModelLog> logs, boolean truncated) {
        this.ledger = ledger;
        this.logs = logs;
        this.truncated = truncated;
    }

    List<String> faults() {
        logs.forEach((partition, log) -> partition(partition.partition(), log));
        if (ledger.dispositions().contains("written without holding the partition")) {
            faults.add("a transaction wrote before it held its partition");
        }
        once("fired twice", ledger.fired());
        once("alerted twice", ledger.alerts());
        if (ledger.timersArmed() && !stopped()) {
            faults.add("a timer that is due has not fired");
        }
        return List.copyOf(faults);
    }

    private boolean stopped() {
        return logs.entrySet().stream().anyMatch(log -> stopped(log.getKey().partition(), log.getValue()));
    }

    /// Unapplied records were deleted, so a person has to decide.
    private boolean stopped(int partition, ModelLog log) {
        return (truncated && ledger.next(partition) < log.beginning()) || lost(partition, log);
    }

    /// Applied records were lost, and nothing that replaced them may be applied.
    private boolean lost(int partition, ModelLog log) {
        return dispositions(partition).stream().anyMatch(fate -> log.lost(offset(fate), leader(fate)));
    }

    private List<String> dispositions(int partition) {
        return ledger.dispositions().stream()
                .filter(fate -> fate.startsWith(partition + "@"))
                .toList();
    }

    private static long offset(String fate) {
        return Long.parseLong(fate, fate.indexOf('@') + 1, fate.indexOf('/'), 10);
    }

    private static int leader(String fate) {
        return Integer.parseInt(fate, fate.indexOf('/') + 1, fate.indexOf(' '), 10);
    }

    private void partition(int partition, ModelLog log) {
        if (!log.readTo(ledger.next(partition)) && !stopped(partition, log)) {
            faults.add("partition " + partition + " stands at " + ledger.next(partition) + " of " + log.end());
        }
        var expected = expected(partition, log);
        var found = dispositions(partition);
        if (!found.equals(expected)) {
            faults.add("partition " + partition + ": " + difference(expected, found));
        }
        alerts(expected, log);
        steps(partition, expected, log);
    }

    private static String difference(List<String> expected, List<String> found) {
        int same = 0;
        while (same < expected.size()
                && same < found.size()
                && expected.get(same).equals(found.get(same))) {
            same++;
        }
        return same < expected.size()
                ? "should go on with " + expected.get(same) + ", after " + same
                : "should have ended after " + same;
    }

    /// One fate per record, in order: for replaced records that of the lost ones, if those were applied.
    private List<String> expected(int partition, ModelLog log) {
        var lost = lost(partition, log);
        var expected = new ArrayList<String>();
        var known = new HashMap<String, String>();
        for (long offset = ledger.first(partition); offset < ledger.next(partition); offset++) {
            var at = partition + "@" + offset + "/";
            var slot = lost ? log.formerSlot(offset) : log.slot(offset);
            slot.ifPresent(stood -> stood.value()
                    .ifPresent(value -> expected.add(at + stood.leaderEpoch() + " " + fate(value, known))));
        }
        return expected;
    }

    private static String fate(String value, Map<String, String> known) {
        if (!value.startsWith("{") || value.contains("poison")) {
            return "quarantined";
        }
        var before = Optional.ofNullable(known.putIfAbsent(id(value), value));
        return before.map(first -> first.equals(value) ? "duplicate" : "quarantined")
                .orElse("applied");
    }

    private static String id(String value) {
        var start = value.indexOf(ID) + ID.length();
        return value.substring(start, value.indexOf('"', start));
    }

    private Optional<String> value(String fate, ModelLog log) {
        var slot = log.lost(offset(fate), leader(fate)) ? log.formerSlot(offset(fate)) : log.slot(offset(fate));
        return slot.flatMap(ModelLog.Slot::value);
    }

    private void alerts(List<String> fates, ModelLog log) {
        fates.stream()
                .filter(fate -> fate.endsWith(" applied"))
                .flatMap(fate -> value(fate, log).stream())
                .filter(value -> value.contains("\"temperature\":38") || value.contains("\"temperature\":39"))
                .map(SimulationAudit::id)
                .filter(id -> !ledger.alerts().contains(id))
                .forEach(id -> faults.add("nobody was alerted of " + id));
    }

    /// The last observation's timer has fired as often as the grade changes by itself.
    private void steps(int partition, List<String> fates, ModelLog log) {
        if (stopped(partition, log)) {
            return;
        }
        fates.stream()
                .filter(fate -> fate.endsWith(" applied"))
                .reduce((_, later) -> later)
                .flatMap(fate -> value(fate, log))
                .map(SimulationAudit::id)
                .filter(id -> !ledger.fired().contains(id + " step 1"))
                .ifPresent(id -> faults.add("time did not pass for the patient of " + id));
    }

    private void once(String what, List<String> events) {
        var seen = new HashSet<String>();
        events.stream().filter(event -> !seen.add(event)).forEach(event -> faults.add(what + ": " + event));
    }
}
