package health.vigil.role;

import io.smallrye.health.api.HealthType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkersTest {
    private final List<String> done = new ArrayList<>();

    /// A worker that records its calls.
    private final class RecordingWorker implements Worker {
        private final Job job;

        private RecordingWorker(Job job) {
            this.job = job;
        }

        @Override
        public Job job() {
            return job;
        }

        @Override
        public void start() {
            done.add("start " + job.word());
        }

        @Override
        public void stop() {
            done.add("stop " + job.word());
            if (job == Job.ROUNDS) {
                throw new IllegalStateException("cannot");
            }
        }
    }

    private List<Worker> oneForEachJob() {
        return Stream.of(Job.values()).<Worker>map(RecordingWorker::new).toList();
    }

    private static Stream<Job> jobsOf(ServiceRole role) {
        return Stream.of(Job.values()).filter(job -> job.roles().contains(role));
    }

    @ParameterizedTest
    @EnumSource(ServiceRole.class)
    void theJobsOfTheActiveRoleAreDoneInOrderAndNoOthers(ServiceRole role) {
        var workers = new Workers(new ActiveRoles(Set.of(role)), oneForEachJob());

        workers.startAll();
        workers.stopAll();

        var starts = jobsOf(role).map(job -> "start " + job.word());
        var stops = jobsOf(role).toList().reversed().stream().map(job -> "stop " + job.word());
        assertThat(done).containsExactlyElementsOf(Stream.concat(starts, stops).toList());
    }

    @Test
    void aWorkerOfTwoRolesStartsOnce() {
        var workers = new Workers(new ActiveRoles(Set.of(ServiceRole.values())), oneForEachJob());

        workers.startAll();

        assertThat(done)
                .containsExactlyElementsOf(Arrays.stream(Job.values())
                        .map(job -> "start " + job.word())
                        .toList());
    }

    @Test
    void aJobWithoutAWorkerOrWithTwoEndsTheStart() {
        var roles = new ActiveRoles(Set.of(ServiceRole.SERVE));

        assertThatThrownBy(() -> new Workers(roles, List.of()).startAll()).hasMessage("No worker for AUDIT");
        assertThatThrownBy(() ->
                        new Workers(roles, List.of(new RecordingWorker(Job.AUDIT), new RecordingWorker(Job.AUDIT))))
                .hasMessage("Two workers for AUDIT");
    }

    @Test
    void onlyWhatARoleNeedsCanMakeItUnready() {
        assertThat(health(ServiceRole.INGEST, HealthType.READINESS)).containsExactly(Job.BROKER, Job.STREAM, Job.MLLP);
        assertThat(health(ServiceRole.INGEST, HealthType.LIVENESS)).containsExactly(Job.STREAM);
        assertThat(health(ServiceRole.MONITOR, HealthType.READINESS)).containsExactly(Job.DATABASE, Job.MONITOR);
        assertThat(health(ServiceRole.MONITOR, HealthType.LIVENESS)).containsExactly(Job.MONITOR);
        assertThat(health(ServiceRole.SERVE, HealthType.READINESS)).containsExactly(Job.DATABASE);
        assertThat(health(ServiceRole.SERVE, HealthType.LIVENESS)).isEmpty();
    }

    private static List<Job> health(ServiceRole role, HealthType type) {
        return jobsOf(role).filter(job -> job.health().contains(type)).toList();
    }
}
