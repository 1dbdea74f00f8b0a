package health.vigil.monitor.loop;

import health.vigil.context.Situation;
import health.vigil.grading.GradeChange;
import health.vigil.store.Checkpoints;
import health.vigil.store.SituationReads;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The situation from the record equals the situation from a fold of the whole episode.
class RecordedSituationTest {
    private final MonitorBench bench = MonitorBench.shared();
    private final SituationReads situations = bench.situations();
    private final Instant begin = FollowedPatient.begin();

    /// A time of the clock of the database.
    private Instant clock() {
        return bench.database().read(sql -> sql.now());
    }

    /// The record has no causes, and no order of the syndromes within an instant. Nothing reads them here.
    private static List<GradeChange> changes(Situation situation) {
        return situation.changes().stream()
                .map(change ->
                        new GradeChange(change.syndrome(), change.at(), change.from(), change.to(), Optional.empty()))
                .sorted(Comparator.comparing(GradeChange::at).thenComparing(GradeChange::syndrome))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void theRecordGivesWhatTheFoldGives(long seed) {
        var followed = new FollowedPatient(bench, begin);
        var ledger = bench.ledger();
        var random = new Random(seed);
        var known = new ArrayList<Instant>();

        for (int number = 0; number < FollowedPatient.RECORDS; ) {
            var size = Math.min(FollowedPatient.RECORDS - number, 1 + random.nextInt(3));
            followed.apply(ledger, followed.records(random.nextLong(), number, size));
            number += size;
            known.add(clock());
            compare(followed, clock(), Optional.empty());
        }

        for (int query = 0; query < 60; query++) {
            var at = begin.plus(random.nextInt(40 * 60), ChronoUnit.MINUTES);
            compare(followed, at, Optional.of(known.get(random.nextInt(known.size()))));
            compare(followed, at, Optional.empty());
        }
        var stored = bench.database().read(sql -> Checkpoints.places(sql, followed.episode));
        assertThat(stored).isNotEmpty();
        assertThat(situations
                        .recorded(followed.patient, clock(), Optional.empty())
                        .changes())
                .hasSizeGreaterThan(5);
    }

    /// Other rules recorded from the admission on, and their record stays, also if the infusion is corrected to after
    /// the turn. The infusion is moved without the monitor here, which would regrade only from the turn on.
    @Test
    void whatOtherRulesRecordedBeforeTheInfusionDoesNotCount() {
        var followed = new FollowedPatient(bench, begin);
        followed.apply(bench.ledger(), followed.records(7, 0, FollowedPatient.RECORDS));
        var now = clock();
        var middle = begin.plus(20, ChronoUnit.HOURS);
        var found = new ArrayList<GradeChange>();

        assertThatThrownBy(() -> bench.database().execute(sql -> {
                    sql.update(
                            "insert into rules_in_force (since, rule_set, version, numbers) values (?, 'R', 'v', '{}')",
                            middle.minusSeconds(1));
                    sql.update("update episode set infused_at = ? where id = ?", middle, followed.episode);
                    found.addAll(situations
                            .recorded(sql, followed.patient, now, Optional.empty())
                            .changes());
                    throw new IllegalStateException("nothing of this is kept");
                }))
                .hasMessage("nothing of this is kept");

        assertThat(found).isNotEmpty().noneMatch(change -> change.at().isBefore(middle));
    }

    /// Grades before the turn were recorded by other rules, also if they left no change.
    @Test
    void theRecordCountsOnlyIfOneRuleSetAndPolicyGaveIt() {
        var turn = clock();
        var answers = new ArrayList<Boolean>();

        assertThatThrownBy(() -> bench.database().execute(sql -> {
                    sql.update(
                            "insert into rules_in_force (since, rule_set, version, numbers) values (?, 'R', 'v', '{}')",
                            turn);
                    answers.add(SituationReads.unchangedSince(sql, turn.minusSeconds(1)));
                    answers.add(SituationReads.unchangedSince(sql, turn));
                    throw new IllegalStateException("nothing of this is kept");
                }))
                .hasMessage("nothing of this is kept");

        assertThat(answers).containsExactly(false, true);
    }

    private void compare(FollowedPatient followed, Instant at, Optional<Instant> knownAt) {
        var recorded = situations.recorded(followed.patient, at, knownAt);
        var folded = situations.folded(followed.patient, at, knownAt);

        assertThat(changes(recorded)).as("at %s, known at %s", at, knownAt).isEqualTo(changes(folded));
        assertThat(recorded.grades()).isEqualTo(folded.grades());
        assertThat(recorded.observations()).isEqualTo(folded.observations());
    }
}
