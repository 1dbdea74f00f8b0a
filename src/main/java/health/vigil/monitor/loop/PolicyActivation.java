package health.vigil.monitor.loop;

import health.vigil.grading.Policy;
import health.vigil.store.Database;
import health.vigil.store.Episodes;
import health.vigil.store.PolicyTerms;
import health.vigil.store.Sql;
import health.vigil.store.Timers;
import health.vigil.stream.PatientPartitioner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Puts the numbers that this process was started with in force, once, as it takes up its work. If they are others than
/// before, every watched patient is looked at again at once; what was graded before keeps the numbers it was graded
/// with.
@ApplicationScoped
class PolicyActivation {
    private static final Logger LOG = Logger.getLogger(PolicyActivation.class);

    private final Database database;
    private final Topic topic;
    private final Policy policy;
    private boolean taken;

    PolicyActivation(Database database, Topic topic, Policy policy) {
        this.database = database;
        this.topic = topic;
        this.policy = policy;
    }

    void take() {
        if (!taken) {
            database.transact(sql -> begin(sql))
                    .ifPresent(since -> LOG.infof("The policy %s is in force since %s", policy.version(), since));
            taken = true;
        }
    }

    private Optional<Instant> begin(Sql sql) {
        var since = PolicyTerms.begin(sql, policy);
        since.ifPresent(due -> Timers.arm(
                sql,
                Episodes.watched(sql).stream()
                        .map(episode -> new Timers.GradeTimer(
                                episode.id(),
                                PatientPartitioner.partition(episode.patient(), topic.partitions()),
                                Optional.of(due)))
                        .toList()));
        return since;
    }
}
