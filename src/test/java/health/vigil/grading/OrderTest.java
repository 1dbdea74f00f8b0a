package health.vigil.grading;

import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.ObservationIds;
import health.vigil.observation.Retraction;
import health.vigil.observation.RetractionTarget;
import health.vigil.observation.Sender;
import health.vigil.store.ChartText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A grade depends only on the set of observations. Order, repeats, batches, a restart in between, and entries
/// that were withdrawn make no difference.
class OrderTest {
    private static final Sender OTHER = new Sender("other");

    private static final int CUTS = 8;

    @Test
    void anySplitIntoBatchesGivesTheSameHistory() {
        Seeds.some(seed -> assertSameInPieces(seed, chart -> chart));
    }

    @Test
    void aChartKeptInTheDatabaseGoesOnTheSame() {
        Seeds.some(seed -> assertSameInPieces(seed, chart -> ChartText.read(ChartText.of(chart))));
    }

    private static void assertSameInPieces(long seed, UnaryOperator<Chart> kept) {
        var timeline = PatientTimeline.random(seed);
        var cuts = timeline.instants(new SplittableRandom(seed), CUTS);
        cuts.add(timeline.end());

        var chart = timeline.begin();
        var changes = new ArrayList<GradeChange>();
        var flags = new ArrayList<FlagChange>();
        for (var cut : cuts) {
            var progress = timeline.advance(kept.apply(chart), cut);
            chart = progress.chart();
            changes.addAll(progress.changes());
            flags.addAll(progress.flags());
        }

        assertThat(new Progress(chart, changes, flags))
                .as("in pieces up to " + cuts)
                .isEqualTo(timeline.whole());
    }

    @Test
    void theOrderOfArrivalAndRepeatsNeverMatter() {
        Seeds.some(seed -> {
            var timeline = PatientTimeline.random(seed);
            var repeated = new ArrayList<>(timeline.grading().observations());
            repeated.addAll(timeline.grading().observations());
            Collections.shuffle(repeated, new Random(seed));

            assertSameReports(
                    timeline,
                    new InMemoryGrading(Policy.DEFAULT, timeline.grading().patient(), repeated),
                    seed);
        });
    }

    /// Two observations at one instant have no order. Only which of two equal ones is named may differ.
    @Test
    void theOrderWithinAnInstantNeverMatters() {
        Seeds.some(seed -> {
            var timeline = PatientTimeline.random(seed);
            var shuffled = new ArrayList<>(timeline.observations());
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.sort(Comparator.comparing(Observation::effectiveAt));

            var progress = timeline.grader().advance(timeline.begin(), shuffled, timeline.end());

            assertThat(withoutNames(progress)).isEqualTo(withoutNames(timeline.whole()));
        });
    }

    private static List<String> withoutNames(Progress progress) {
        var told = new ArrayList<String>();
        progress.changes()
                .forEach(change ->
                        told.add(change.syndrome() + " " + change.from() + "-" + change.to() + " at " + change.at()));
        progress.flags().forEach(flag -> told.add(flag.flag() + " " + flag.up() + " at " + flag.at()));
        told.add(progress.chart().crs().track() + " " + progress.chart().icans().track());
        return told;
    }

    @Test
    void anObservationAndItsRetractionLeaveNoTrace() {
        Seeds.some(seed -> {
            var timeline = PatientTimeline.random(seed);
            var more = new ArrayList<>(timeline.grading().observations());
            for (var strange : RecordedPatient.random(-seed).observations()) {
                more.add(strange);
                more.add(retractionOf(strange));
            }
            Collections.shuffle(more, new Random(seed));

            assertSameReports(
                    timeline,
                    new InMemoryGrading(Policy.DEFAULT, timeline.grading().patient(), more),
                    seed);
        });
    }

    /// Each of these observations has the id of an observation of another sender.
    @Test
    void whatOneSenderWithdrawsLeavesAnothersOfTheSameIdAlone() {
        Seeds.some(seed -> {
            var timeline = PatientTimeline.random(seed);
            var more = new ArrayList<>(timeline.grading().observations());
            var ids = timeline.grading().observations().stream()
                    .map(Observation::id)
                    .iterator();
            for (var strange : RecordedPatient.random(-seed).observations()) {
                if (ids.hasNext()) {
                    var namesake =
                            withId(strange, new ObservationId(OTHER, ids.next().value()));
                    more.add(namesake);
                    more.add(retractionOf(namesake));
                }
            }
            Collections.shuffle(more, new Random(seed));

            assertSameReports(
                    timeline,
                    new InMemoryGrading(Policy.DEFAULT, timeline.grading().patient(), more),
                    seed);
        });
    }

    private static Observation withId(Observation observation, ObservationId id) {
        return new Observation(
                id,
                observation.patientId(),
                observation.effectiveAt(),
                observation.receivedAt(),
                observation.content());
    }

    private static Observation retractionOf(Observation mistaken) {
        return new Observation(
                ObservationIds.of("not-" + mistaken.id().value()),
                mistaken.patientId(),
                mistaken.effectiveAt(),
                mistaken.receivedAt().plusSeconds(60),
                new Retraction(RetractionTarget.of(mistaken.id()), "entered by mistake"));
    }

    private static void assertSameReports(PatientTimeline timeline, InMemoryGrading other, long seed) {
        for (var at : timeline.instants(new SplittableRandom(seed), CUTS)) {
            assertThat(other.report(at, Instant.MAX)).as("at " + at).isEqualTo(timeline.report(at));
        }
    }

    @Test
    void afterTheLastArrivalTheWholeSetIsKnown() {
        Seeds.some(seed -> {
            var recorded = RecordedPatient.random(seed);
            var last = recorded.lastArrival();
            var timeline = PatientTimeline.random(seed);

            for (var at : timeline.instants(new SplittableRandom(seed), CUTS)) {
                assertThat(recorded.knownAt(last).report(at, last))
                        .as("at " + at)
                        .isEqualTo(timeline.report(at));
            }
        });
    }
}
