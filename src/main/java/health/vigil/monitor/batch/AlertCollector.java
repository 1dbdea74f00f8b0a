package health.vigil.monitor.batch;

import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertRules;
import health.vigil.alert.AlertType;
import health.vigil.alert.Condition;
import health.vigil.alert.Conditions;
import health.vigil.alert.ObservationAlerts;
import health.vigil.alert.Occurrence;
import health.vigil.alert.Occurrence.Wording;
import health.vigil.alert.Resolution;
import health.vigil.history.Episode;
import health.vigil.observation.ObservationId;
import health.vigil.store.Alerts.AlertSubject;
import health.vigil.store.Alerts.NewAlert;
import health.vigil.store.Departures;
import health.vigil.store.Sql;
import health.vigil.store.StandingAlert;
import health.vigil.store.StandingAlerts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Collects the alerts of one transaction and writes them with its last statements. Event numbers are
/// assigned under a lock that all writers of alerts share, so it is taken late.
public final class AlertCollector {
    private final AlertRules rules;
    private final Instant now;
    private final List<NewAlert> raised = new ArrayList<>();
    private final List<UUID> ended = new ArrayList<>();
    private final Map<UUID, RegradedEpisode> regraded = new LinkedHashMap<>();
    /// For each episode, functions from the key of a condition to the time since which it has cleared.
    private final Map<UUID, List<Function<String, Optional<Instant>>>> cleared = new HashMap<>();

    public AlertCollector(AlertRules rules, Instant now) {
        this.rules = rules;
        this.now = now;
    }

    public void regraded(RegradedEpisode work) {
        var ended = ObservationAlerts.ended(work.request().fresh());
        regraded.put(work.id(), work);
        clears(work.id(), ended::contains);
        cleared.computeIfAbsent(work.id(), _ -> new ArrayList<>()).add(key -> goneSince(work, key));
    }

    /// A grade that ends because of time or a correction has cleared at once, without the settle time. A
    /// grade that a new value ends has cleared since the receipt of that value, because more values may
    /// follow.
    private Optional<Instant> goneSince(RegradedEpisode work, String key) {
        var byAValue = !work.request().fresh().isEmpty() && !work.request().corrects();
        return Optional.of(key)
                .filter(name -> cleared(work, name))
                .map(name -> byAValue ? now : Conditions.endedWithoutAValue(name, now));
    }

    /// After a correction, a condition that never existed has cleared too, even if the grade is now unknown.
    private static boolean cleared(RegradedEpisode work, String key) {
        var now = work.folded().now();
        return Conditions.cleared(key, now) || (work.request().corrects() && Conditions.neverReached(key, now));
    }

    /// Marks the conditions of an episode that have cleared, by key.
    public void clears(UUID episode, Predicate<String> ended) {
        cleared.computeIfAbsent(episode, _ -> new ArrayList<>())
                .add(key -> Optional.of(now).filter(_ -> ended.test(key)));
    }

    public void gradingFailed(Episode episode) {
        raise(
                AlertSubject.of(episode),
                Occurrence.of(
                        AlertRule.GRADING_UNAVAILABLE,
                        new Condition.Happened(AlertType.GRADING_UNAVAILABLE, "rules"),
                        new Wording("Automatic grading unavailable", "The rules failed on this patient: grade by hand"),
                        now));
    }

    /// Marks alerts as ended, whatever their subject.
    public void ends(List<UUID> alerts) {
        ended.addAll(alerts);
    }

    public void raise(AlertSubject subject, Occurrence occurrence) {
        raised.add(alert(subject, occurrence));
    }

    private NewAlert alert(AlertSubject subject, Occurrence occurrence) {
        return new NewAlert(
                id(subject, occurrence), subject, occurrence, rules.table().row(occurrence.rule()), now);
    }

    /// The same id for the same fact, however often it is raised. A recurring condition gets a new id each
    /// time, because it can clear and come back.
    private UUID id(AlertSubject subject, Occurrence occurrence) {
        var name = String.join(
                "|",
                "alert",
                subject.episode().map(UUID::toString).orElse(""),
                occurrence.rule().type().word(),
                occurrence.condition().key(),
                occurrence.effectiveAt().toString(),
                occurrence.observation().map(AlertCollector::name).orElse(""),
                occurrence.condition().recurs() ? now.toString() : "");
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String name(ObservationId id) {
        return id.sender().name() + "|" + id.value();
    }

    /// Writes alerts and their events.
    ///
    /// @return the alerts that are new, in the order of their events
    public List<NewAlert> write(Sql sql) {
        var unresolved =
                cleared.isEmpty() ? List.<StandingAlert>of() : StandingAlerts.unresolved(sql, cleared.keySet());
        doses(sql, unresolved);
        var all = Stream.concat(
                        new GradedAlerts(rules, now)
                                .of(sql, regraded.values())
                                .map(found -> alert(AlertSubject.of(found.episode()), found.occurrence())),
                        raised.stream())
                .toList();
        var departed = departed(sql, all, unresolved);
        var wanted = all.stream()
                .filter(alert -> !alert.occurrence().condition().recurs()
                        || alert.subject()
                                .episode()
                                .filter(departed::containsKey)
                                .isEmpty())
                .toList();
        var writer = new AlertWriter(sql, rules.table(), now);
        writer.end(ended, Optional.empty());
        var fresh = writer.write(wanted, unresolved, new CollectedChanges(), departed);
        return wanted.stream().filter(alert -> fresh.remove(alert.id())).toList();
    }

    private static Map<UUID, Resolution> departed(Sql sql, List<NewAlert> raised, List<StandingAlert> unresolved) {
        return Departures.of(
                sql,
                Stream.concat(
                                raised.stream().map(alert -> alert.subject().episode()),
                                unresolved.stream().map(StandingAlert::episode))
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()));
    }

    /// What the collected work knows about conditions.
    private final class CollectedChanges implements AlertWriter.Knowledge {
        @Override
        public Optional<Instant> goneSince(Optional<UUID> episode, String condition) {
            return episode.flatMap(id -> Optional.ofNullable(cleared.get(id))).stream()
                    .flatMap(List::stream)
                    .flatMap(ended -> ended.apply(condition).stream())
                    .min(Comparator.naturalOrder());
        }

        @Override
        public boolean stands(Optional<UUID> episode, String condition) {
            return episode.filter(regraded::containsKey).isPresent()
                    && Conditions.graded(condition)
                    && goneSince(episode, condition).isEmpty();
        }
    }

    /// Writes alerts about faults of the service itself.
    ///
    /// @param ended tests whether the condition with this key has cleared
    public void writeTechnical(Sql sql, Predicate<String> ended) {
        var knowledge = new AlertWriter.Knowledge() {
            @Override
            public Optional<Instant> goneSince(Optional<UUID> episode, String condition) {
                return Optional.of(now).filter(_ -> ended.test(condition));
            }

            @Override
            public boolean stands(Optional<UUID> episode, String condition) {
                return false;
            }
        };
        new AlertWriter(sql, rules.table(), now)
                .write(raised, StandingAlerts.unresolvedTechnical(sql), knowledge, Map.of());
    }

    /// Checks the doses of patients who were given tocilizumab now, whose doses exceed a limit, or whose
    /// weight may have been corrected.
    private void doses(Sql sql, List<StandingAlert> unresolved) {
        for (var work : regraded.values()) {
            var exceeds = unresolved.stream()
                    .filter(alert -> alert.episode().equals(Optional.of(work.id())))
                    .anyMatch(alert -> alert.condition().startsWith(Condition.DoseLimitExceeded.PREFIX));
            if (exceeds
                    || work.request().corrected()
                    || DoseCheck.givesTocilizumab(work.request().fresh())) {
                var check = DoseCheck.of(sql, rules.doses(), work.request().episode());
                check.exceeded()
                        .forEach(found -> raise(AlertSubject.of(work.request().episode()), found));
                clears(work.id(), check::cleared);
            }
        }
    }
}
