package health.vigil.monitor.loop;

import health.vigil.store.Partitions.PartitionId;
import health.vigil.stream.Topics;
import health.vigil.trace.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// An expiring window changes the grade once and within 5 s, whichever monitors are alive. Monitors run on
/// the model, where only the test injects faults.
class TimerFailoverTest {
    private static final Duration IN_TIME = Duration.ofSeconds(5);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.OBSERVATIONS, 0);
    private static final String FIRST_STEP = "o-1 step 2";
    private static final String BOTH_STEPS = "o-1 step 1";

    private final SimulatedWorld world = new SimulatedWorld(1);
    private final ModelLog log = new ModelLog();
    private final ModelGroup group = new ModelGroup(List.of(PARTITION));
    private final ModelLedger ledger = new ModelLedger(world);
    private final List<Member> members = new ArrayList<>();

    TimerFailoverTest() {
        world.calmDown();
    }

    private record OneTopic() implements Topic {
        @Override
        public PartitionId source(int partition) {
            return new PartitionId(Topics.OBSERVATIONS, "topic", partition);
        }

        @Override
        public int partitions() {
            return 1;
        }
    }

    private record Member(ModelConsumer consumer, Reader reader) {}

    private Member starts() {
        var consumer = new ModelConsumer(world, group, Map.of(PARTITION, log));
        var environment = new ReaderContext.Environment(new ModelSettings(), world, new OneTopic(), ledger, ledger);
        var metrics = new MonitorMetrics(new SimpleMeterRegistry(), new Traces(OpenTelemetry.noop()));
        var member = new Member(
                consumer, new Reader(consumer.asConsumer(), new ReaderContext(environment, metrics, () -> {})));
        members.add(member);
        return member;
    }

    private void dies(Member member) {
        member.consumer.die();
        members.remove(member);
    }

    /// An observation after which the grade changes by itself twice, 3 s from now and 3 s later.
    private void observe() {
        log.append("{\"id\":\"o-1\",\"patientId\":\"p-1\",\"effectiveAt\":\"2026-03-01T09:00:00Z\","
                + "\"kind\":\"vital-signs\",\"temperature\":38}");
        turnsUntil(() -> ledger.timersArmed());
    }

    private interface Condition {
        boolean met();
    }

    private void turnsUntil(Condition condition) {
        var patience = world.instant().plusSeconds(60);
        while (!condition.met() && world.instant().isBefore(patience)) {
            members.forEach(member -> member.reader.turn());
        }
    }

    /// How long the remaining members take to record a change of the grade.
    private Duration timeUntil(String step) {
        Instant start = world.instant();
        turnsUntil(() -> ledger.fired().contains(step));
        return Duration.between(start, world.instant());
    }

    @Test
    void aWindowThatRunsOutAfterItsMonitorDiedIsToldByAnother() {
        var owner = starts();
        starts();
        observe();

        dies(owner);
        world.pass(ModelLedger.DUE);

        assertThat(timeUntil(FIRST_STEP)).isLessThan(IN_TIME);
        assertThat(ledger.fired()).containsExactly(FIRST_STEP);
    }

    @Test
    void whatRanOutWhileNobodyLivedIsToldByTheNext() {
        var owner = starts();
        observe();
        dies(owner);
        world.pass(Duration.ofHours(3));

        starts();

        assertThat(timeUntil(FIRST_STEP)).isLessThan(IN_TIME);
        assertThat(timeUntil(BOTH_STEPS)).isLessThan(ModelLedger.DUE.plus(IN_TIME));
        assertThat(ledger.fired()).containsExactly(FIRST_STEP, BOTH_STEPS);
    }

    @Test
    void aMonitorThatDoesNotKnowItWasReplacedTellsNothing() {
        var former = starts();
        observe();
        former.consumer.expire(Integer.MAX_VALUE);
        var successor = starts();
        successor.reader.turn();
        world.pass(ModelLedger.DUE);

        former.reader.turn();
        assertThat(ledger.fired()).isEmpty();

        assertThat(timeUntil(BOTH_STEPS)).isLessThan(ModelLedger.DUE.plus(IN_TIME));
        assertThat(ledger.fired()).containsExactly(FIRST_STEP, BOTH_STEPS);
    }
}
