package health.vigil.monitor.loop;

import health.vigil.context.Situation;
import health.vigil.grading.GradeChange;
import health.vigil.store.SituationReads;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What stands beside the grades reads their history from the record, and gets what a fold of the whole episode gives.
class RecordedSituationTest {
    private final MonitorBench bench = MonitorBench.shared();
    private final SituationReads situations = bench.situations();
    private final Instant begin = FollowedPatient.begin();

    /// A time of the clock of the database.
    private Instant clock() {
        return bench.database().read(sql -> sql.now());
    }

    /// The record has no causes, and nothing beside the grades reads any.
    private static List<GradeChange> changes(Situation situation) {
        return situation.changes().stream()
                .map(change ->
                        new GradeChange(change.syndrome(), change.at(), change.from(), change.to(), Optional.empty()))
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
                    answers.add(SituationReads.recordedByOneRule(sql, turn.minusSeconds(1)));
                    answers.add(SituationReads.recordedByOneRule(sql, turn));
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
