package health.vigil.monitor.loop;

import health.vigil.store.Partitions.PartitionId;
import health.vigil.stream.Topics;
import health.vigil.trace.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/// Runs the loop with several members, a model broker and a model database, and injects every fault: members
/// die, freeze in the middle of a step while others take over, and come back as zombies; records come from
/// wrong offsets; transactions abort, wait, and lose their replies. At the end the faults stop and the
/// invariants are checked. The same seed gives the same history.
public final class Simulation {
    private static final int PARTITIONS = 3;
    private static final int MOST_MEMBERS = 3;
    private static final int TURNS = 35;
    private static final int QUIET_TURNS = 400;
    private static final MonitorMetrics METRICS =
            new MonitorMetrics(new SimpleMeterRegistry(), new Traces(OpenTelemetry.noop()));

    private final SimulatedWorld world;
    private final Map<TopicPartition, ModelLog> logs = new LinkedHashMap<>();
    private final ModelGroup group;
    private final ModelLedger ledger;
    private final ModelSenders senders;
    private final List<Runner> runners = new ArrayList<>();
    private final Deque<Runner> heldUp = new ArrayDeque<>();
    private final List<String> wrong = new ArrayList<>();
    private boolean truncated;
    private boolean lost;

    private Simulation(long seed) {
        world = new SimulatedWorld(seed);
        IntStream.range(0, PARTITIONS)
                .forEach(partition -> logs.put(new TopicPartition(Topics.OBSERVATIONS, partition), new ModelLog()));
        group = new ModelGroup(List.copyOf(logs.keySet()));
        ledger = new ModelLedger(world);
        senders = new ModelSenders(world, logs);
        world.meanwhile(this::others);
    }

    /// Runs one seed.
    ///
    /// @return the violations at the end; empty if there are none
    public static List<String> run(long seed) {
        return new Simulation(seed).run();
    }

    /// The fate of every record of a seed, in commit order.
    static List<String> history(long seed) {
        var simulation = new Simulation(seed);
        simulation.run();
        return simulation.ledger.dispositions();
    }

    /// A process whose reader is replaced when it fails.
    private final class Runner {
        private final ModelConsumer consumer = new ModelConsumer(world, group, logs);
        private Reader reader = reader();

        private Reader reader() {
            return new Reader(consumer.asConsumer(), monitoring());
        }

        void turn() {
            heldUp.push(this);
            try {
                reader.turn();
            } catch (IllegalStateException | UnsupportedOperationException unexpected) {
                wrong.add("a reader failed: " + unexpected);
                reader = reader();
            } finally {
                heldUp.pop();
            }
        }
    }

    private ReaderContext monitoring() {
        var environment = new ReaderContext.Environment(new ModelSettings(), world, new ModelTopic(), ledger, ledger);
        return new ReaderContext(environment, METRICS, () -> {});
    }

    private final class ModelTopic implements Topic {
        @Override
        public PartitionId source(int partition) {
            if (world.fault(3)) {
                throw new TimeoutException("the broker does not tell");
            }
            return new PartitionId(Topics.OBSERVATIONS, "topic", partition);
        }

        @Override
        public int partitions() {
            return PARTITIONS;
        }
    }

    private List<String> run() {
        runners.add(new Runner());
        for (int turn = 0; turn < TURNS; turn++) {
            happen();
            anyone().turn();
        }
        world.calmDown();
        var escalations = ledger.escalations();
        for (int turn = 0; turn < QUIET_TURNS && !(quiet() && ledger.escalations() > escalations); turn++) {
            List.copyOf(runners).forEach(Runner::turn);
        }
        if (ledger.escalations() == escalations) {
            wrong.add("nobody looks for alerts that are not answered");
        }
        wrong.addAll(new SimulationAudit(ledger, logs, truncated).faults());
        return wrong;
    }

    private boolean quiet() {
        return !ledger.timersArmed()
                && logs.entrySet().stream()
                        .allMatch(log ->
                                log.getValue().readTo(ledger.next(log.getKey().partition())));
    }

    private Runner anyone() {
        return runners.get(world.below(runners.size()));
    }

    /// Lets others continue while one is paused.
    private void others() {
        if (heldUp.size() >= MOST_MEMBERS) {
            return;
        }
        if (world.fault(50)) {
            heldUp.element().consumer.expire(world.below(3));
        }
        for (int turns = 1 + world.below(12); turns > 0; turns--) {
            happen();
            var other = anyone();
            if (!heldUp.contains(other)) {
                other.turn();
            }
        }
    }

    private void happen() {
        if (world.fault(40)) {
            senders.send();
        }
        if (world.fault(3) && runners.size() < MOST_MEMBERS) {
            runners.add(new Runner());
        }
        if (world.fault(2)) {
            dies(anyone());
        }
        if (world.fault(2)) {
            anyone().consumer.expire(world.below(3));
        }
        if (world.fault(2)) {
            world.pass(Duration.ofSeconds(world.below(6)));
        }
        if (!truncated && world.below(400) == 0) {
            truncated = true;
            senders.truncate();
        }
        if (!lost && world.below(400) == 0) {
            lost = true;
            senders.loseEnd();
        }
    }

    private void dies(Runner runner) {
        if (heldUp.isEmpty()) {
            runner.consumer.die();
            runners.remove(runner);
            runners.add(new Runner());
        }
    }
}
