package health.vigil.monitor.loop;

import health.vigil.grading.Policy;
import health.vigil.store.Database;
import health.vigil.store.Episodes;
import health.vigil.store.Partitions.PartitionId;
import health.vigil.store.PolicyTerms;
import health.vigil.store.Sql;
import health.vigil.store.Timers;
import health.vigil.stream.PatientPartitioner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Activates the rule set and the policy of this process, once, when it starts to work. If they differ from
/// those in force, every watched patient is graded again at once. Earlier grades keep the rules and numbers
/// that they were given with.
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
                    .ifPresent(since -> LOG.infof(
                            "The rules %s with the policy %s are in force since %s",
                            Policy.RULE_SET, policy.version(), since));
            taken = true;
        }
    }

    private Optional<Instant> begin(Sql sql) {
        var since = PolicyTerms.begin(sql, policy);
        since.ifPresent(due -> Timers.arm(sql, timers(Episodes.watched(sql), due)));
        return since;
    }

    /// Grades the patients of a partition again if a monitor with other rules graded them last. During a
    /// rolling upgrade a partition can move between versions several times.
    void takeOver(Sql sql, PartitionId source) {
        var timers = timers(Episodes.gradedByOtherRules(sql), Instant.EPOCH).stream()
                .filter(timer -> timer.partition() == source.partition())
                .toList();
        if (!timers.isEmpty()) {
            Timers.arm(sql, timers);
        }
    }

    private List<Timers.GradeTimer> timers(List<Episodes.WatchedEpisode> episodes, Instant due) {
        return episodes.stream()
                .map(episode -> new Timers.GradeTimer(
                        episode.id(),
                        PatientPartitioner.partition(episode.patient(), topic.partitions()),
                        Optional.of(due)))
                .toList();
    }
}
