package health.vigil.monitor.round;

import health.vigil.access.WardName;
import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertRules;
import health.vigil.alert.AlertType;
import health.vigil.alert.Condition;
import health.vigil.alert.Occurrence;
import health.vigil.alert.Occurrence.Wording;
import health.vigil.alert.StayWords;
import health.vigil.history.Episode;
import health.vigil.monitor.batch.AlertCollector;
import health.vigil.observation.PatientId;
import health.vigil.outbox.Outbox;
import health.vigil.store.ActiveEpisodes;
import health.vigil.store.Alerts.AlertSubject;
import health.vigil.store.Episodes;
import health.vigil.store.MachineEntries;
import health.vigil.store.MachineEntries.MachineAct;
import health.vigil.store.PatientMerges;
import health.vigil.store.PatientMerges.Merge;
import health.vigil.store.PatientMerges.MergeDecision;
import health.vigil.store.ReportedMerges;
import health.vigil.store.ReportedMerges.ReportedMerge;
import health.vigil.store.ReportedMerges.StoredMerge;
import health.vigil.store.ReportedStays;
import health.vigil.store.Sql;
import health.vigil.stream.StreamRecord.PatientMerged;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Asks for the merges that registration systems report, by the rules for a person's merge: nothing is re-keyed,
/// and two active episodes are never joined. What must not be merged is an alert.
@ApplicationScoped
public class MergeReports {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final AlertRules rules;

    public MergeReports(AlertRules rules) {
        this.rules = rules;
    }

    void apply(Sql sql, long id) {
        ReportedMerges.claim(sql, id).ifPresent(stored -> {
            PatientMerges.lock(sql);
            apply(sql, stored, sql.now());
        });
    }

    private void apply(Sql sql, StoredMerge stored, Instant now) {
        var merge = stored.merge();
        if (Stream.of(merge.old(), merge.into()).anyMatch(number -> unsettled(sql, number))) {
            ReportedMerges.postpone(sql, stored.id(), now.plus(SOON));
            return;
        }
        ReportedMerges.applied(sql, stored.id(), now);
        if (ReportedMerges.overtaken(sql, stored)) {
            return;
        }
        if (merge.joined()) {
            join(sql, stored, now);
        } else {
            part(sql, stored, now);
        }
    }

    /// Whether a merge of the number, or its undoing, is under way.
    private static boolean unsettled(Sql sql, PatientId number) {
        return Stream.concat(PatientMerges.underWay(sql, number).stream(), PatientMerges.into(sql, number).stream())
                .anyMatch(merge -> merge.knownAt().isEmpty() || merge.ended().isPresent());
    }

    /// The number that stands for the patient.
    private static PatientId standing(Sql sql, PatientId number) {
        return PatientMerges.underWay(sql, number).map(Merge::into).orElse(number);
    }

    /// Two numbers that are to become one patient; the ends of their chains.
    private record NumberPair(PatientId old, PatientId into) {
        NumberPair reversed() {
            return new NumberPair(into, old);
        }

        List<PatientId> both() {
            return List.of(old, into);
        }
    }

    /// Numbers that are one patient already need nothing: that also ends every cycle.
    private void join(Sql sql, StoredMerge stored, Instant now) {
        var merge = stored.merge();
        var pair = new NumberPair(standing(sql, merge.old()), standing(sql, merge.into()));
        if (pair.old().equals(pair.into()) || pair.both().stream().noneMatch(number -> known(sql, number))) {
            return;
        }
        direction(sql, pair)
                .ifPresentOrElse(
                        directed -> refusal(sql, directed)
                                .ifPresentOrElse(
                                        why -> refuse(
                                                sql,
                                                stored,
                                                now,
                                                words(merge, now)
                                                        .mergeRefused(
                                                                merge.old().value(),
                                                                merge.into().value(),
                                                                why)),
                                        () -> ask(sql, merge, directed, now)),
                        () -> refuse(
                                sql,
                                stored,
                                now,
                                words(merge, now)
                                        .mergeRefused(
                                                merge.old().value(),
                                                merge.into().value(),
                                                "both have further numbers. Undo one of these merges first")));
    }

    private static boolean known(Sql sql, PatientId number) {
        return PatientMerges.anythingOf(sql, number)
                || ReportedStays.present(sql, number).isPresent()
                || !PatientMerges.into(sql, number).isEmpty();
    }

    /// A number into which others are merged is never merged itself; then the other number is merged into it.
    private static Optional<NumberPair> direction(Sql sql, NumberPair pair) {
        return Stream.of(pair, pair.reversed())
                .filter(each -> PatientMerges.into(sql, each.old()).isEmpty())
                .findFirst();
    }

    private static Optional<String> refusal(Sql sql, NumberPair pair) {
        var watched = pair.both().stream()
                .filter(number -> ActiveEpisodes.of(sql, number).isPresent())
                .toList();
        if (watched.size() == 2) {
            return Optional.of("both have an active episode. Discharge or void the one that is not true");
        }
        return pair.both().stream()
                .filter(number -> !watched.isEmpty() && !watched.contains(number))
                .filter(number -> PatientMerges.death(sql, number).isPresent())
                .findFirst()
                .map(number -> "a death is recorded under " + number
                        + ", and the patient has an active episode under the other number");
    }

    private static void ask(Sql sql, ReportedMerge merge, NumberPair pair, Instant now) {
        var id = UUID.randomUUID();
        PatientMerges.ask(
                sql,
                id,
                pair.old(),
                pair.into(),
                new MergeDecision(now, merge.sender(), "reported by the registration"));
        audit(sql, merge, "POST /v1/patients/" + pair.old() + "/merge", now);
        Outbox.add(sql, pair.old(), new PatientMerged(id, pair.old()));
    }

    private void part(Sql sql, StoredMerge stored, Instant now) {
        var merge = stored.merge();
        var direct = Stream.of(new NumberPair(merge.old(), merge.into()), new NumberPair(merge.into(), merge.old()))
                .flatMap(pair -> PatientMerges.underWay(sql, pair.old()).stream()
                        .filter(standing -> standing.into().equals(pair.into())))
                .findFirst();
        if (direct.isPresent()) {
            askEnd(sql, merge, direct.get(), now);
        } else if (standing(sql, merge.old()).equals(standing(sql, merge.into()))) {
            refuse(
                    sql,
                    stored,
                    now,
                    words(merge, now)
                            .partingRefused(merge.old().value(), merge.into().value()));
        }
    }

    private static void askEnd(Sql sql, ReportedMerge merge, Merge standing, Instant now) {
        PatientMerges.askEnd(
                sql, standing.id(), new MergeDecision(now, merge.sender(), "reported by the registration"));
        audit(sql, merge, "DELETE /v1/patients/" + standing.old() + "/merge", now);
        Outbox.add(sql, standing.into(), new PatientMerged(standing.id(), standing.into()));
    }

    private static void audit(Sql sql, ReportedMerge merge, String action, Instant now) {
        for (var number : List.of(merge.old(), merge.into())) {
            MachineEntries.append(
                    sql,
                    now,
                    new MachineAct(merge.sender(), action, number, merge.address(), "The registration reported it"));
        }
    }

    private StayWords words(ReportedMerge merge, Instant now) {
        return new StayWords(merge.sender(), now, rules.hospital());
    }

    /// Raises an alert in the ward of each number; one alert if the ward is the same.
    private void refuse(Sql sql, StoredMerge stored, Instant now, Wording words) {
        var merge = stored.merge();
        var alerts = new AlertCollector(rules, now);
        var told = new HashSet<String>();
        for (var number : List.of(merge.into(), merge.old())) {
            latest(sql, number)
                    .filter(episode -> told.add(WardName.key(episode.ward())))
                    .ifPresent(episode -> alerts.raise(
                            new AlertSubject(
                                    Optional.empty(),
                                    Optional.of(episode.patient()),
                                    Optional.of(episode.ward()),
                                    Optional.of(episode.bed())),
                            refused(stored, number, words)));
        }
        alerts.write(sql);
    }

    private static Occurrence refused(StoredMerge stored, PatientId number, Wording words) {
        return Occurrence.of(
                AlertRule.PATIENT_MERGE_REFUSED,
                new Condition.Happened(
                        AlertType.PATIENT_MERGED,
                        "reported|" + stored.id()
                                + (number.equals(stored.merge().old()) ? "|old" : "|into")),
                words,
                stored.merge().changedAt());
    }

    private static Optional<Episode> latest(Sql sql, PatientId number) {
        return Episodes.of(sql, List.of(number)).getOrDefault(number, List.of()).stream()
                .max(Comparator.comparing(Episode::admittedAt));
    }
}
