package health.vigil.role;

import health.vigil.observation.Word;
import io.smallrye.health.api.HealthType;
import java.util.List;
import java.util.Set;

import static io.smallrye.health.api.HealthType.LIVENESS;
import static io.smallrye.health.api.HealthType.READINESS;

/// The table of the work: which roles do it, and which health checks ask its [Worker]. Workers start in this order
/// and stop in the reverse one.
public enum Job implements Word {
    /// Writes the audit trail.
    AUDIT(Set.of(ServiceRole.INGEST, ServiceRole.MONITOR, ServiceRole.SERVE)),
    /// Logs the head of the audit chain.
    AUDIT_HEAD(Set.of(ServiceRole.INGEST, ServiceRole.MONITOR, ServiceRole.SERVE)),
    /// Makes the topics that are missing.
    TOPICS(Set.of(ServiceRole.INGEST, ServiceRole.MONITOR)),
    /// The Kafka cluster answers.
    BROKER(Set.of(ServiceRole.INGEST), READINESS),
    /// PostgreSQL answers.
    DATABASE(Set.of(ServiceRole.MONITOR, ServiceRole.SERVE), READINESS),
    /// Puts observations on the stream.
    STREAM(Set.of(ServiceRole.INGEST), LIVENESS, READINESS),
    /// Reads the stream and grades.
    MONITOR(Set.of(ServiceRole.MONITOR), LIVENESS, READINESS),
    /// Notices what is absent: checks, devices, deliveries.
    ROUNDS(Set.of(ServiceRole.MONITOR)),
    /// Sends to Kafka what was written with a transaction.
    OUTBOX(Set.of(ServiceRole.MONITOR)),
    /// Hears of the commits of other processes.
    COMMITS(Set.of(ServiceRole.MONITOR)),
    /// Delivers alerts to webhooks.
    WEBHOOKS(Set.of(ServiceRole.MONITOR)),
    /// Removes records whose time is over.
    RETENTION(Set.of(ServiceRole.MONITOR)),
    /// Sums up the hours of vital signs that are over.
    VITAL_HOURS(Set.of(ServiceRole.SERVE)),
    /// Wakes the streams of alerts.
    ALERT_NEWS(Set.of(ServiceRole.SERVE)),
    /// The pages of the ward.
    PAGES(Set.of(ServiceRole.SERVE));

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<ServiceRole> roles;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<HealthType> health;

    Job(Set<ServiceRole> roles, HealthType... health) {
        this.roles = roles;
        this.health = List.of(health);
    }

    Set<ServiceRole> roles() {
        return roles;
    }

    List<HealthType> health() {
        return health;
    }
}
