package health.vigil.grading;

import health.vigil.alert.AlertRules;
import health.vigil.alert.BedsideFacts;
import health.vigil.alert.News;
import health.vigil.alert.Occurrence;
import health.vigil.context.ContextItem;
import health.vigil.context.ContextItems;
import health.vigil.context.ContextPolicy;
import health.vigil.context.Situation;
import health.vigil.laboratory.LaboratoryUnit;
import health.vigil.observation.Analyte;
import health.vigil.observation.AssessedSyndrome;
import health.vigil.observation.Content;
import health.vigil.observation.Culture;
import health.vigil.observation.DiseaseEvent;
import health.vigil.observation.Finding;
import health.vigil.observation.GradeConfirmation;
import health.vigil.observation.GradedSyndrome;
import health.vigil.observation.LabResult;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationIds;
import health.vigil.observation.PatientId;
import health.vigil.observation.SyndromeAssessment;
import health.vigil.observation.Transfusion;
import health.vigil.observation.Weight;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The scores beside the grades, and the records that only they read, change no grade, and they raise, end and
/// reorder no alert. Tested with random patients.
class ContextRecordsTest {
    private static final int RECORDS = 12;

    /// The findings that only the scores read.
    private static final List<Finding> FINDINGS = List.of(
            Finding.HAEMOPHAGOCYTOSIS,
            Finding.SPLENOMEGALY,
            Finding.BRADYKINESIA,
            Finding.RIGIDITY,
            Finding.REST_TREMOR,
            Finding.GAIT_CHANGE,
            Finding.MICROGRAPHIA,
            Finding.PERSONALITY_CHANGE,
            Finding.MEMORY_CHANGE,
            Finding.LIMB_WEAKNESS_PERIPHERAL);

    @Test
    void whatOnlyTheScoresReadChangesNoGradeAndNoAlert() {
        Seeds.some(seed -> {
            var timeline = PatientTimeline.random(seed);
            var more = with(timeline, seed, ContextRecordsTest::entry);
            var without = timeline.whole();
            var expected = alerts(timeline, without, timeline.observations());

            var progress = timeline.grader().advance(timeline.begin(), more, timeline.end());
            var items = items(timeline, progress, more);

            assertThat(progress).isEqualTo(without);
            assertThat(alerts(timeline, progress, more)).isEqualTo(expected);
            assertThat(items).isNotEmpty();
        });
    }

    /// A finding may be named as the cause of what time changes at the same instant.
    @Test
    void aFindingThatOnlyTheScoresReadChangesNoGradeAndNoAlert() {
        Seeds.some(seed -> {
            var timeline = PatientTimeline.random(seed);
            var more = with(timeline, seed, ContextRecordsTest::finding);
            var without = timeline.whole();

            var progress = timeline.grader().advance(timeline.begin(), more, timeline.end());

            assertThat(grades(progress)).isEqualTo(grades(without));
            assertThat(raised(alerts(timeline, progress, more)))
                    .isEqualTo(raised(alerts(timeline, without, timeline.observations())));
        });
    }

    /// The observations of a patient and some more, at instants at which something may change.
    private static List<Observation> with(
            PatientTimeline timeline, long seed, Function<SplittableRandom, Content> content) {
        var random = new SplittableRandom(seed);
        var more = new ArrayList<>(timeline.observations());
        for (var at : timeline.instants(random, RECORDS)) {
            var id = ObservationIds.of("context-" + more.size());
            more.add(new Observation(id, new PatientId("p-1"), at, at, content.apply(random)));
        }
        more.sort(InMemoryGrading.IN_ORDER);
        return more;
    }

    private static Content entry(SplittableRandom random) {
        return switch (random.nextInt(7)) {
            case 0 ->
                new Transfusion(
                        any(random, Transfusion.Product.values()),
                        Optional.empty(),
                        any(random, Transfusion.TransfusionReason.values()));
            case 1 -> new Culture("blood", any(random, Culture.Result.values()), Optional.empty());
            case 2 -> new DiseaseEvent(any(random, DiseaseEvent.What.values()));
            case 3 -> new Weight(BigDecimal.valueOf(30L + random.nextInt(90)));
            case 4 ->
                new SyndromeAssessment(
                        any(random, AssessedSyndrome.values()), true, Optional.of(random.nextInt(6)), "seen");
            case 5 ->
                new GradeConfirmation(
                        any(random, GradedSyndrome.values()),
                        Optional.of(random.nextInt(30)),
                        Optional.empty(),
                        random.nextInt(6),
                        Optional.empty(),
                        Optional.empty());
            default -> result(random);
        };
    }

    private static Content result(SplittableRandom random) {
        var analyte = any(random, Analyte.values());
        return new LabResult(
                analyte,
                BigDecimal.valueOf(random.nextInt(20_000), random.nextInt(4)),
                LaboratoryUnit.of(analyte).symbol(),
                Optional.of(BigDecimal.ONE),
                Optional.of(BigDecimal.TEN),
                Optional.empty());
    }

    private static Content finding(SplittableRandom random) {
        return new NeuroFinding(FINDINGS.get(random.nextInt(FINDINGS.size())), random.nextBoolean());
    }

    private static <T> T any(SplittableRandom random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static List<ContextItem> items(
            PatientTimeline timeline, Progress progress, List<Observation> observations) {
        var patient = timeline.grading().patient();
        var situation = new Situation(
                timeline.end(),
                patient.infusedAt(),
                ZoneOffset.UTC,
                patient.baseline(),
                Optional.of("axi-cel"),
                Optional.empty(),
                Optional.empty(),
                timeline.grader().report(progress.chart(), timeline.end()),
                progress.changes(),
                observations,
                ContextPolicy.DEFAULT);
        return ContextItems.of(situation, List.of());
    }

    private static List<Occurrence> alerts(
            PatientTimeline timeline, Progress progress, List<Observation> observations) {
        var now = timeline.grader().report(progress.chart(), timeline.end());
        return AlertRules.DEFAULT.occurrences(new News(
                progress.changes(),
                progress.flags(),
                observations,
                List.of(),
                timeline.grading().patient().infusedAt(),
                now,
                now,
                BedsideFacts.NONE));
    }

    private static List<String> raised(List<Occurrence> alerts) {
        return alerts.stream()
                .map(alert -> alert.rule() + " at " + alert.effectiveAt() + (alert.over() ? ", over" : ""))
                .toList();
    }

    private static List<String> grades(Progress progress) {
        var told = new ArrayList<String>();
        progress.changes()
                .forEach(change -> told.add(
                        change.syndrome() + " " + change.from() + " to " + change.to() + " at " + change.at()));
        progress.flags().forEach(flag -> told.add(flag.flag() + " " + flag.up() + " at " + flag.at()));
        return told;
    }
}
