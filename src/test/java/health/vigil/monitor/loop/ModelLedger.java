package health.vigil.monitor.loop;

import health.vigil.monitor.batch.Batch;
import health.vigil.monitor.batch.BatchTransaction;
import health.vigil.monitor.batch.ClaimLost;
import health.vigil.monitor.batch.IncomingRecord;
import health.vigil.monitor.batch.MachineAudit;
import health.vigil.monitor.batch.Regrading;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.Partitions.Claim;
import health.vigil.store.Partitions.PartitionId;
import health.vigil.store.Partitions.StreamPosition;
import health.vigil.stream.StreamReading;
import health.vigil.stream.StreamRecord;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A model of the database as the loop uses it: row locks, writes that count from the commit on, and every
/// failure of a transaction.
final class ModelLedger implements Ledger, Rounds {
    private static final String AWAY = "08001";
    private static final String CUT = "08006";
    private static final String DEADLOCK = "40P01";
    private static final String IDLE = "25P03";
    private static final String LOCKED = "55P03";
    private static final String REFUSED = "22P05";
    static final Duration DUE = Duration.ofSeconds(3);
    /// How often a patient's grade changes because time passes after an observation.
    private static final int STEPS = 2;

    private final SimulatedWorld world;
    private final Map<Integer, Row> rows = new TreeMap<>();
    private final Map<String, String> identities = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<String> fates = new ArrayList<>();
    private final List<String> alerts = new ArrayList<>();
    private final Map<String, Timer> timers = new LinkedHashMap<>();
    private final List<String> fired = new ArrayList<>();
    private int escalations;

    /// A partition's row.
    private static final class Row {
        private final String topicId;
        private long epoch;
        private final long first;
        private StreamPosition next;
        private Optional<Transaction> lock = Optional.empty();

        Row(String topicId, long first) {
            this.topicId = topicId;
            this.first = first;
            this.next = StreamPosition.beginning(first);
        }
    }

    private record Timer(int partition, Instant due, int steps, String armedBy) {}

    /// The writes of a transaction and its locks.
    private static final class Transaction {
        private final List<Runnable> writes = new ArrayList<>();
        private final List<Row> locked = new ArrayList<>();
        private final Map<String, String> pending = new HashMap<>();
        private boolean aborted;
    }

    ModelLedger(SimulatedWorld world) {
        this.world = world;
    }

    private static DatabaseFailure failure(String state) {
        return new DatabaseFailure(new SQLException("model", state));
    }

    private interface Work<T> {
        T in(Transaction transaction);
    }

    private <T> T transact(Work<T> work) {
        if (world.fault(4)) {
            throw failure(AWAY);
        }
        var transaction = new Transaction();
        try {
            var result = work.in(transaction);
            step(transaction);
            if (world.fault(4)) {
                throw failure(CUT);
            }
            transaction.writes.forEach(Runnable::run);
            if (world.fault(5)) {
                throw failure(CUT);
            }
            return result;
        } finally {
            transaction.locked.forEach(row -> row.lock = Optional.empty());
            taken.removeAll(transaction.pending.keySet());
        }
    }

    /// A pause between two statements, in which a fault may happen.
    private void step(Transaction transaction) {
        world.heldUp();
        if (transaction.aborted) {
            throw failure(IDLE);
        }
        if (world.fault(1)) {
            throw failure(DEADLOCK);
        }
    }

    /// Waits for the owner of the row: the owner's idle transaction is aborted, or this wait times out.
    private void lock(Transaction transaction, Row row) {
        row.lock.filter(holder -> holder != transaction).ifPresent(holder -> {
            if (world.below(2) == 0) {
                throw failure(LOCKED);
            }
            holder.aborted = true;
            holder.locked.remove(row);
            taken.removeAll(holder.pending.keySet());
        });
        row.lock = Optional.of(transaction);
        transaction.locked.add(row);
    }

    @Override
    public Optional<Claim> claim(PartitionId source, String owner, long beginning) {
        return transact(transaction -> {
            var row = rows.computeIfAbsent(source.partition(), _ -> new Row(source.topicId(), beginning));
            lock(transaction, row);
            if (!row.topicId.equals(source.topicId())) {
                return Optional.empty();
            }
            var epoch = row.epoch + 1;
            transaction.writes.add(() -> row.epoch = epoch);
            return Optional.of(new Claim(source, epoch, row.next));
        });
    }

    @Override
    public BatchTransaction.BatchResult apply(Batch batch) {
        return transact(transaction -> {
            advance(transaction, batch);
            for (var record : batch.records()) {
                step(transaction);
                apply(transaction, batch, record);
            }
            return new BatchTransaction.BatchResult(
                    batch.records().size(),
                    0,
                    0,
                    List.of(),
                    MachineAudit.NewEntries.NONE,
                    new Regrading.RegradeResult(List.of(), List.of(), List.of()));
        });
    }

    private void advance(Transaction transaction, Batch batch) {
        var row = held(transaction, batch.claim());
        if (!row.next.equals(batch.claim().next())) {
            throw new ClaimLost();
        }
        transaction.writes.add(() -> row.next = batch.next());
    }

    private Row held(Transaction transaction, Claim claim) {
        var row = row(claim);
        lock(transaction, row);
        if (row.epoch != claim.epoch()) {
            throw new ClaimLost();
        }
        return row;
    }

    private Row row(Claim claim) {
        return Optional.ofNullable(rows.get(claim.source().partition())).orElseThrow();
    }

    private void apply(Transaction transaction, Batch batch, IncomingRecord record) {
        if (row(batch.claim()).lock.filter(transaction::equals).isEmpty()) {
            fates.add("written without holding the partition");
        }
        switch (record.reading()) {
            case StreamReading.Unreadable _ -> record(transaction, record, "quarantined");
            case StreamReading.Legible(StreamRecord.Observed observed) ->
                observed(transaction, batch, record, observed);
            case StreamReading.Legible _ -> throw new IllegalStateException("the model sends observations only");
        }
    }

    private void observed(Transaction transaction, Batch batch, IncomingRecord record, StreamRecord.Observed observed) {
        var id = observed.submission().id().value();
        var content = observed.submission().content().toString();
        if (id.startsWith("poison")) {
            throw failure(REFUSED);
        }
        if (!transaction.pending.containsKey(id) && taken.contains(id)) {
            throw failure(LOCKED);
        }
        var known = Optional.ofNullable(identities.get(id)).or(() -> Optional.ofNullable(transaction.pending.get(id)));
        if (known.isPresent()) {
            record(transaction, record, known.get().equals(content) ? "duplicate" : "quarantined");
            return;
        }
        transaction.pending.put(id, content);
        taken.add(id);
        transaction.writes.add(() -> identities.put(id, content));
        record(transaction, record, "applied");
        alert(transaction, id, observed);
        arm(transaction, id, batch);
    }

    private void record(Transaction transaction, IncomingRecord record, String fate) {
        var said = record.source().partition() + "@" + record.offset() + "/"
                + record.leaderEpoch().orElseThrow() + " " + fate;
        transaction.writes.add(() -> fates.add(said));
    }

    /// Raises an alert for a fever, once.
    private void alert(Transaction transaction, String id, StreamRecord.Observed observed) {
        if (observed.submission().content() instanceof VitalSigns vitals
                && vitals.value(VitalSign.TEMPERATURE)
                        .filter(celsius -> celsius.doubleValue() >= 38)
                        .isPresent()) {
            transaction.writes.add(() -> alerts.add(id));
        }
    }

    private void arm(Transaction transaction, String id, Batch batch) {
        var partition = batch.claim().source().partition();
        var timer = new Timer(partition, world.instant().plus(DUE), STEPS, id);
        transaction.writes.add(() -> timers.put("patient-" + partition, timer));
    }

    @Override
    public List<Integer> due(List<Integer> partitions) {
        return transact(_ -> timers.values().stream()
                .filter(timer -> !timer.due().isAfter(world.instant()))
                .map(Timer::partition)
                .filter(partitions::contains)
                .toList());
    }

    @Override
    public void fire(Claim claim, int partitions) {
        transact(transaction -> {
            held(transaction, claim);
            step(transaction);
            var subject = "patient-" + claim.source().partition();
            Optional.ofNullable(timers.get(subject))
                    .filter(timer -> !timer.due().isAfter(world.instant()))
                    .ifPresent(timer -> fire(transaction, subject, timer));
            return true;
        });
    }

    private void fire(Transaction transaction, String subject, Timer timer) {
        transaction.writes.add(() -> fired.add(timer.armedBy() + " step " + timer.steps()));
        transaction.writes.add(() -> timers.remove(subject));
        if (timer.steps() > 1) {
            var next = new Timer(timer.partition(), world.instant().plus(DUE), timer.steps() - 1, timer.armedBy());
            transaction.writes.add(() -> timers.put(subject, next));
        }
    }

    @Override
    public void escalate() {
        transact(transaction -> transaction.writes.add(() -> escalations++));
    }

    long next(int partition) {
        return Optional.ofNullable(rows.get(partition))
                .map(row -> row.next.offset())
                .orElse(0L);
    }

    long first(int partition) {
        return Optional.ofNullable(rows.get(partition)).map(row -> row.first).orElse(0L);
    }

    /// The fate of each record, in commit order: `partition@offset/leader fate`.
    List<String> dispositions() {
        return fates;
    }

    List<String> alerts() {
        return alerts;
    }

    /// The fired timers, each with what armed it and the number of steps left.
    List<String> fired() {
        return fired;
    }

    /// How often unanswered alerts were looked for.
    int escalations() {
        return escalations;
    }

    boolean timersArmed() {
        return !timers.isEmpty();
    }
}
