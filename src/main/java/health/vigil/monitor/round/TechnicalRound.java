package health.vigil.monitor.round;

import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertRules;
import health.vigil.alert.Condition;
import health.vigil.alert.Occurrence;
import health.vigil.alert.Occurrence.Wording;
import health.vigil.monitor.batch.AlertCollector;
import health.vigil.observation.Count;
import health.vigil.store.AlarmDeliveries;
import health.vigil.store.AlarmDeliveries.FailingReceiver;
import health.vigil.store.Alerts.AlertSubject;
import health.vigil.store.Database;
import health.vigil.store.Deliveries;
import health.vigil.store.Deliveries.FailingWebhook;
import health.vigil.store.ExchangeSenders;
import health.vigil.store.ExchangeSenders.FaultyFeed;
import health.vigil.store.OutboxMessages;
import health.vigil.store.Quarantine;
import health.vigil.store.Quarantine.WaitingForAdmission;
import health.vigil.store.Sql;
import health.vigil.store.SubscriptionQueue;
import health.vigil.store.SubscriptionQueue.FailingSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Raises alerts about faults of the service itself. They go to the users who see every ward.
@ApplicationScoped
public class TechnicalRound {
    private final Database database;
    private final TechnicalSettings settings;
    private final AlertRules rules;

    public TechnicalRound(Database database, TechnicalSettings settings, AlertRules rules) {
        this.database = database;
        this.settings = settings;
        this.rules = rules;
    }

    void fire() {
        database.execute(sql -> {
            var now = sql.now();
            var standing = conditions(sql, now);
            var alerts = new AlertCollector(rules, now);
            standing.forEach(found -> alerts.raise(AlertSubject.NOBODY, found));
            alerts.writeTechnical(
                    sql,
                    key -> standing.stream()
                            .noneMatch(found -> found.condition().key().equals(key)));
        });
    }

    private List<Occurrence> conditions(Sql sql, Instant now) {
        return Stream.of(
                        outbox(sql, now),
                        quarantine(sql, now),
                        unknownPatients(sql, now),
                        ExchangeSenders.faulty(sql, now.minus(settings.feedWithin())).stream()
                                .flatMap(found -> feed(found, now)),
                        Deliveries.failing(sql, settings.deliveryLate()).stream()
                                .flatMap(found -> delivery(found, now)),
                        SubscriptionQueue.failing(sql, settings.deliveryLate()).stream()
                                .map(found -> notification(found, now)),
                        AlarmDeliveries.failing(sql, settings.deliveryLate()).stream()
                                .flatMap(found -> alarm(found, now)))
                .flatMap(found -> found)
                .toList();
    }

    private Stream<Occurrence> outbox(Sql sql, Instant now) {
        return OutboxMessages.oldest(sql)
                .filter(oldest -> oldest.plus(settings.outboxLate()).isBefore(now))
                .map(oldest -> technical(
                        AlertRule.OUTBOX_LATE,
                        "",
                        new Wording(
                                "Other systems get no grades and alerts",
                                "Grades and alerts have waited for Kafka since " + oldest
                                        + "; the pages and the alert stream still work"),
                        now))
                .stream();
    }

    private Stream<Occurrence> quarantine(Sql sql, Instant now) {
        var count = Quarantine.openSince(sql, now.minus(settings.quarantineWithin()));
        return count < settings.quarantineGrows()
                ? Stream.empty()
                : Stream.of(technical(
                        AlertRule.QUARANTINE_GROWING,
                        "",
                        new Wording(
                                "Quarantine growing",
                                Count.of(count, "record").text("was", "were") + " quarantined within "
                                        + settings.quarantineWithin().toMinutes() + " min and not graded"),
                        now));
    }

    /// One alert per sender, because each sender is repaired separately.
    private Stream<Occurrence> unknownPatients(Sql sql, Instant now) {
        return Quarantine.withoutEpisode(sql, now.minus(settings.unknownPatient())).stream()
                .map(waiting -> technical(
                        AlertRule.UNKNOWN_PATIENT,
                        waiting.sender(),
                        new Wording("Patients not admitted", notAdmitted(waiting)),
                        now));
    }

    private static String notAdmitted(WaitingForAdmission waiting) {
        var records = Count.of(waiting.records(), "record");
        return records.text() + " of " + waiting.sender() + " since " + waiting.since() + " "
                + records.either("is", "are") + " not graded: no patient is admitted under "
                + String.join(", ", waiting.patients())
                + ". Admit the patient, or correct the number in the quarantine";
    }

    /// A monitor with a wrong clock would otherwise be dated before the infusion and never be graded, and one in
    /// its demonstration mode watches nobody.
    private static Stream<Occurrence> feed(FaultyFeed feed, Instant now) {
        var clock = technical(
                AlertRule.FEED_CLOCK,
                feed.sender(),
                new Wording(
                        "A clock is wrong",
                        "Readings of " + feed.sender() + " are too old: they wait in quarantine and are not graded."
                                + " Set the clocks of its devices"),
                now);
        var demo = technical(
                AlertRule.DEMO_DATA,
                feed.sender(),
                new Wording(
                        "A device sends demonstration data",
                        "Readings of " + feed.sender() + " are marked as a demonstration and are ignored."
                                + " A monitor in this mode watches nobody: end it at the bedside"),
                now);
        return Stream.concat(
                feed.lateClock() ? Stream.of(clock) : Stream.empty(), feed.demo() ? Stream.of(demo) : Stream.empty());
    }

    private static Stream<Occurrence> delivery(FailingWebhook webhook, Instant now) {
        return Stream.concat(
                webhook.late()
                        ? Stream.of(technical(
                                AlertRule.DELIVERY_LATE,
                                webhook.webhook().toString(),
                                new Wording(
                                        "A webhook cannot be reached",
                                        "Alerts wait for webhook " + webhook.webhook() + " and are retried"),
                                now))
                        : Stream.empty(),
                webhook.givenUp()
                        ? Stream.of(technical(
                                AlertRule.DELIVERY_GIVEN_UP,
                                webhook.webhook().toString(),
                                new Wording(
                                        "Alerts were not delivered",
                                        "Alerts for webhook " + webhook.webhook()
                                                + " could not be delivered within the retry time and are given up"),
                                now))
                        : Stream.empty());
    }

    private static Occurrence notification(FailingSubscription subscription, Instant now) {
        return subscription.givenUp()
                ? technical(
                        AlertRule.DELIVERY_GIVEN_UP,
                        subscription.id().toString(),
                        new Wording(
                                "A subscription is in error",
                                "Subscription " + subscription.id()
                                        + " is not tried any more. Its events are kept: its client has to start it again"),
                        now)
                : technical(
                        AlertRule.DELIVERY_LATE,
                        subscription.id().toString(),
                        new Wording(
                                "A subscriber cannot be reached",
                                "Notifications wait for subscription " + subscription.id() + " and are retried"),
                        now);
    }

    private static Stream<Occurrence> alarm(FailingReceiver receiver, Instant now) {
        return Stream.concat(
                receiver.late()
                        ? Stream.of(technical(
                                AlertRule.DELIVERY_LATE,
                                "hl7:" + receiver.name(),
                                new Wording(
                                        "A receiver of HL7 messages does not answer",
                                        "Alerts wait for " + receiver.name() + " and are retried"),
                                now))
                        : Stream.empty(),
                receiver.givenUp()
                        ? Stream.of(technical(
                                AlertRule.DELIVERY_GIVEN_UP,
                                "hl7:" + receiver.name(),
                                new Wording(
                                        "A receiver of HL7 messages refused an alert",
                                        receiver.name() + " refused the last alert three times, and it is given up"),
                                now))
                        : Stream.empty());
    }

    private static Occurrence technical(AlertRule rule, String subject, Wording wording, Instant now) {
        return Occurrence.of(rule, new Condition.Technical(rule, subject), wording, now);
    }
}
