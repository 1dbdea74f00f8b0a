package health.vigil.hl7out;

import health.vigil.access.WardName;
import health.vigil.alert.Priority;
import health.vigil.hl7out.AlarmSettings.OneReceiver;
import health.vigil.observation.Word;
import health.vigil.role.Job;
import health.vigil.role.Worker;
import health.vigil.store.AlarmDeliveries;
import health.vigil.store.AlarmDeliveries.AlarmReceiver;
import health.vigil.store.AlarmDeliveries.ClaimedAlarm;
import health.vigil.store.Commits;
import health.vigil.store.Database;
import health.vigil.store.DatabaseFailure;
import health.vigil.webhook.Backoff;
import health.vigil.webhook.CourierThreads;
import health.vigil.webhook.CourierThreads.CourierQueue;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Sends alerts as HL7 messages. It claims a receiver in the database, sends one message outside of any
/// transaction, and stores the outcome. So the messages of a receiver come in order and at least once; MSH-10
/// tells a receiver what it has already.
@ApplicationScoped
class AlarmCourier implements Worker {
    private static final Logger LOG = Logger.getLogger(AlarmCourier.class);
    private static final Duration LOOK = Duration.ofSeconds(2);

    /// The longest pause of a silent receiver. It is short enough for the next alert.
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    /// After a longer silence a receiver is told again what still holds.
    private static final Duration OUTAGE = Duration.ofMinutes(1);

    private final Database database;
    private final Map<String, OneReceiver> receivers;
    private final List<String> names;
    private final List<AlarmReceiver> stored;
    private final MllpClient client;
    private final CourierThreads<ClaimedAlarm> threads;
    private volatile boolean storedOnce;

    AlarmCourier(
            Database database, AlarmSettings settings, TlsConfigurationRegistry tls, Vertx vertx, Commits commits) {
        this.database = database;
        this.receivers = Map.copyOf(settings.receivers());
        this.names = receivers.keySet().stream().sorted().toList();
        this.stored = names.stream().map(name -> stored(name, receiver(name))).toList();
        this.client = new MllpClient(vertx, tls);
        this.threads = new CourierThreads<>("alarm", names.size(), LOOK, commits, new WaitingAlarms());
    }

    private OneReceiver receiver(String name) {
        return Objects.requireNonNull(receivers.get(name));
    }

    private static AlarmReceiver stored(String name, OneReceiver receiver) {
        receiver.priorities().ifPresent(words -> words.forEach(word -> check(name, word)));
        return new AlarmReceiver(
                name,
                receiver.wards().map(wards -> wards.stream().map(WardName::key).collect(Collectors.toSet())),
                receiver.priorities());
    }

    /// A wrong word would silently tell nothing, so it stops the start.
    private static void check(String name, String word) {
        if (Word.of(Priority.class, word).isEmpty()) {
            throw new IllegalArgumentException(
                    "vigil.hl7.alerts." + name + ".priorities must be of high, medium and low");
        }
    }

    @Override
    public Job job() {
        return Job.HL7_ALARMS;
    }

    @Override
    public void start() {
        try {
            store();
        } catch (DatabaseFailure away) {
            LOG.warnf(
                    "The receivers of alerts are stored later: %s",
                    away.getClass().getSimpleName());
        }
        receivers.forEach((name, receiver) -> {
            if (receiver.plain()) {
                LOG.warnf("Alerts go to %s without TLS: anybody in the network can read them", name);
            }
        });
        threads.start();
    }

    @Override
    public void stop() {
        threads.stop();
    }

    /// Without it no event is told to a receiver.
    private void store() {
        database.execute(sql -> AlarmDeliveries.receivers(sql, stored));
        storedOnce = true;
    }

    private final class WaitingAlarms implements CourierQueue<ClaimedAlarm> {
        @Override
        public Optional<ClaimedAlarm> take() {
            if (!storedOnce) {
                store();
            }
            return database.transact(sql -> AlarmDeliveries.take(sql, names, lease()));
        }

        @Override
        public Optional<Duration> nextDue() {
            return database.transact(sql -> AlarmDeliveries.nextDue(sql, names));
        }

        @Override
        public void deliver(ClaimedAlarm alarm) {
            var outcome = attempt(alarm);
            database.execute(sql -> {
                switch (outcome) {
                    case AlarmOutcome.AlarmTaken _ -> AlarmDeliveries.accepted(sql, alarm, OUTAGE);
                    case AlarmOutcome.AlarmRefused(var fault) ->
                        AlarmDeliveries.refused(sql, alarm, fault, Backoff.after(alarm.refusals() + 1));
                    case AlarmOutcome.Silent(var fault) ->
                        AlarmDeliveries.unanswered(sql, alarm, fault, rest(alarm.attempts() + 1));
                }
            });
        }
    }

    /// Longer than any receiver may take.
    private Duration lease() {
        return receivers.values().stream()
                .map(OneReceiver::patience)
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other)
                .plusMinutes(1);
    }

    private static Duration rest(int attempts) {
        var rest = Backoff.after(attempts);
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }

    /// What cannot be made is given up like what is refused, so that it does not hold up what comes after it.
    private AlarmOutcome attempt(ClaimedAlarm alarm) {
        var receiver = receiver(alarm.receiver());
        String message;
        try {
            message = AlarmWords.message(alarm, receiver, Instant.now()).text();
        } catch (RuntimeException bug) {
            LOG.errorf("An alarm cannot be made: %s at %s", bug.getClass().getName(), bug.getStackTrace()[0]);
            return new AlarmOutcome.AlarmRefused("the message cannot be made");
        }
        return send(receiver, message, AlarmWords.controlId(alarm));
    }

    private AlarmOutcome send(OneReceiver receiver, String message, String controlId) {
        try {
            return client.send(receiver, message, controlId);
        } catch (RuntimeException bug) {
            LOG.errorf("An alarm cannot be sent: %s at %s", bug.getClass().getName(), bug.getStackTrace()[0]);
            return new AlarmOutcome.Silent("the message cannot be sent");
        }
    }
}
