package health.vigil.role;

import health.vigil.observation.Word;
import io.smallrye.health.api.HealthType;
import java.util.List;
import java.util.Set;

import static io.smallrye.health.api.HealthType.LIVENESS;
import static io.smallrye.health.api.HealthType.READINESS;

/// The jobs, with the roles that do each one and the health checks that ask its [Worker]. Workers start in this
/// order and stop in reverse order.
public enum Job implements Word {
    /// Writes the audit trail.
    AUDIT(Set.of(ServiceRole.INGEST, ServiceRole.MONITOR, ServiceRole.SERVE)),
    /// Logs the head of the audit chain.
    AUDIT_HEAD(Set.of(ServiceRole.INGEST, ServiceRole.MONITOR, ServiceRole.SERVE)),
    /// Creates missing topics.
    TOPICS(Set.of(ServiceRole.INGEST, ServiceRole.MONITOR)),
    /// Checks that the Kafka cluster answers.
    BROKER(Set.of(ServiceRole.INGEST), READINESS),
    /// Checks that PostgreSQL answers.
    DATABASE(Set.of(ServiceRole.MONITOR, ServiceRole.SERVE), READINESS),
    /// Puts observations on the stream.
    STREAM(Set.of(ServiceRole.INGEST), LIVENESS, READINESS),
    /// Notes which other systems were heard.
    SENDER_NOTES(Set.of(ServiceRole.INGEST)),
    /// Receives HL7 messages over MLLP, if senders are configured.
    MLLP(Set.of(ServiceRole.INGEST), READINESS),
    /// Reads the stream and grades.
    MONITOR(Set.of(ServiceRole.MONITOR), LIVENESS, READINESS),
    /// Finds overdue checks, silent devices and late deliveries.
    ROUNDS(Set.of(ServiceRole.MONITOR)),
    /// Sends the messages of the outbox to Kafka.
    OUTBOX(Set.of(ServiceRole.MONITOR)),
    /// Receives notifications about commits of other processes.
    COMMITS(Set.of(ServiceRole.MONITOR)),
    /// Delivers alerts to webhooks.
    WEBHOOKS(Set.of(ServiceRole.MONITOR)),
    /// Sends notifications to the receivers of subscriptions in FHIR.
    SUBSCRIPTIONS(Set.of(ServiceRole.MONITOR)),
    /// Measures how long events wait for subscribers.
    SUBSCRIPTION_LAG(Set.of(ServiceRole.MONITOR)),
    /// Sends alerts as HL7 messages, if receivers are configured.
    HL7_ALARMS(Set.of(ServiceRole.MONITOR)),
    /// Deletes records whose retention has ended.
    RETENTION(Set.of(ServiceRole.MONITOR)),
    /// Summarises past hours of vital signs.
    VITAL_HOURS(Set.of(ServiceRole.SERVE)),
    /// Wakes the streams of alerts.
    ALERT_NEWS(Set.of(ServiceRole.SERVE)),
    /// Sends notifications over the websockets of subscriptions in FHIR.
    SUBSCRIPTION_SOCKETS(Set.of(ServiceRole.SERVE)),
    /// Serves the pages of the ward.
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
