package health.vigil.grading;

import health.vigil.alert.AlertRules;
import health.vigil.alert.BedsideFacts;
import health.vigil.alert.News;
import health.vigil.alert.Occurrence;
import health.vigil.context.AskableItem;
import health.vigil.context.ContextPolicy;
import health.vigil.context.Situation;
import health.vigil.observation.Component;
import health.vigil.observation.Drug;
import health.vigil.observation.Finding;
import health.vigil.observation.Observation;
import health.vigil.protocol.CaseFacts;
import health.vigil.protocol.ComponentRequirement;
import health.vigil.protocol.CurrentPrompts;
import health.vigil.protocol.DayWindow;
import health.vigil.protocol.DoseCount;
import health.vigil.protocol.DoseRequirement;
import health.vigil.protocol.FeverDuration;
import health.vigil.protocol.FindingRequirement;
import health.vigil.protocol.FlagRequirement;
import health.vigil.protocol.GradeDuration;
import health.vigil.protocol.GradeRange;
import health.vigil.protocol.ItemRequirement;
import health.vigil.protocol.ItemSign;
import health.vigil.protocol.PromptAnswer;
import health.vigil.protocol.PromptResponse;
import health.vigil.protocol.ProtocolRow;
import health.vigil.protocol.ProtocolTable;
import health.vigil.protocol.Requirement;
import health.vigil.protocol.RowOwner;
import health.vigil.protocol.RowRole;
import health.vigil.protocol.RowSource;
import health.vigil.protocol.UnknownGrade;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The rows of a hospital's protocol and the answers to them change no grade, and they raise, end and reorder no
/// alert. Tested with random patients and random rows.
class ProtocolRecordsTest {
    private static final int ROWS = 12;
    private static final List<AskableItem> ITEMS = List.of(AskableItem.values());

    @Test
    void theProtocolChangesNoGradeAndNoAlert() {
        Seeds.some(seed -> {
            var timeline = PatientTimeline.random(seed);
            var table = table(new SplittableRandom(seed));
            var without = timeline.whole();
            var expected = alerts(timeline, without);
            var facts = facts(timeline, without, timeline.observations());
            var prompts = CurrentPrompts.of(table, facts, List.of());

            var answered = CurrentPrompts.of(table, facts, answers(prompts, timeline.end()));

            assertThat(timeline.whole()).isEqualTo(without);
            assertThat(alerts(timeline, timeline.whole())).isEqualTo(expected);
            assertThat(answered.open()).isZero();
        });
    }

    @Test
    void aRowFitsByTheRecordWhateverItsOrder() {
        Seeds.some(seed -> {
            var timeline = PatientTimeline.random(seed);
            var table = table(new SplittableRandom(seed));
            var whole = timeline.whole();
            var shuffled = new ArrayList<>(timeline.observations());
            Collections.shuffle(shuffled, new Random(seed));

            var prompts = CurrentPrompts.of(table, facts(timeline, whole, timeline.observations()), List.of());
            var again = CurrentPrompts.of(table, facts(timeline, whole, shuffled), List.of());

            assertThat(again).isEqualTo(prompts);
            assertThat(prompts.prompts())
                    .allSatisfy(prompt -> assertThat(prompt.fitting().since())
                            .isBetween(timeline.grading().patient().infusedAt(), timeline.end()));
        });
    }

    /// What a row says about a time is the same whether it is asked at that time or found from a later one.
    @Test
    void aRowThatFitsNowHasFittedSinceItsBegin() {
        Seeds.some(seed -> {
            var timeline = PatientTimeline.random(seed);
            var table = new ProtocolTable(
                    "random",
                    table(new SplittableRandom(seed)).rows().stream()
                            .filter(row -> row.when().stream()
                                    .allMatch(part -> part instanceof GradeRange || part instanceof DoseRequirement))
                            .toList());
            var whole = timeline.whole();

            var prompts = CurrentPrompts.of(table, facts(timeline, whole, timeline.observations()), List.of());

            for (var prompt : prompts.prompts()) {
                var since = prompt.fitting().since();
                var then = CurrentPrompts.of(table, facts(timeline, whole, timeline.observations(), since), List.of());
                assertThat(then.prompts().stream()
                                .map(each -> each.fitting().row().id()))
                        .contains(prompt.fitting().row().id());
            }
        });
    }

    private static ProtocolTable table(SplittableRandom random) {
        var rows = new ArrayList<ProtocolRow>();
        for (int number = 0; number < ROWS; number++) {
            var when = new ArrayList<Requirement>();
            for (int parts = random.nextInt(3); parts >= 0; parts--) {
                when.add(requirement(random));
            }
            rows.add(new ProtocolRow(
                    "r-" + number,
                    "1",
                    "Give tocilizumab",
                    new RowSource("Policy", Optional.empty(), Optional.empty()),
                    new RowOwner("Dr A", "head"),
                    LocalDate.of(2026, 1, 1),
                    LocalDate.of(2027, 1, 1),
                    random.nextInt(5),
                    EnumSet.allOf(RowRole.class),
                    when));
        }
        return new ProtocolTable("random", rows);
    }

    private static Requirement requirement(SplittableRandom random) {
        var syndrome = any(random, Syndrome.values());
        return switch (random.nextInt(10)) {
            case 0, 1 -> range(random, syndrome);
            case 2 -> new UnknownGrade(Set.of(syndrome));
            case 3 -> new FlagRequirement(Set.of(any(random, Flag.values())), random.nextBoolean());
            case 4 -> new ComponentRequirement(Set.of(any(random, Component.values())), random.nextBoolean());
            case 5 -> new FindingRequirement(Set.of(any(random, Finding.values())), random.nextBoolean());
            case 6 -> new DayWindow(random.nextInt(3), 3 + random.nextInt(20));
            case 7 ->
                random.nextBoolean()
                        ? new FeverDuration(Duration.ofHours(1 + random.nextInt(72)))
                        : new GradeDuration(syndrome, Grade.ONE, Duration.ofHours(1 + random.nextInt(72)));
            case 8 -> doses(random);
            // Items are slow to compute.
            default -> random.nextInt(4) == 0 ? item(random) : doses(random);
        };
    }

    private static Requirement range(SplittableRandom random, Syndrome syndrome) {
        int min = random.nextInt(5);
        return new GradeRange(syndrome, min, min + random.nextInt(6 - min));
    }

    private static Requirement doses(SplittableRandom random) {
        return new DoseRequirement(
                List.of(new DoseCount(
                        any(random, Drug.values()),
                        random.nextInt(3),
                        4,
                        random.nextBoolean() ? Optional.of(Duration.ofHours(12)) : Optional.empty(),
                        DoseCount.DoseStart.INFUSION)),
                random.nextBoolean());
    }

    private static Requirement item(SplittableRandom random) {
        var item = ITEMS.get(random.nextInt(ITEMS.size()));
        var band = item.bands().stream().findFirst();
        return new ItemRequirement(
                List.of(new ItemSign(item, band, band.isEmpty() && item.graded() ? Optional.of(2) : Optional.empty())));
    }

    private static <T> T any(SplittableRandom random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static CaseFacts facts(PatientTimeline timeline, Progress progress, List<Observation> observations) {
        return facts(timeline, progress, observations, timeline.end());
    }

    private static CaseFacts facts(
            PatientTimeline timeline, Progress progress, List<Observation> observations, Instant at) {
        var patient = timeline.grading().patient();
        var situation = new Situation(
                at,
                patient.infusedAt(),
                ZoneOffset.UTC,
                patient.baseline(),
                Optional.of("axi-cel"),
                Optional.empty(),
                Optional.empty(),
                timeline.report(at),
                progress.changes(),
                observations,
                ContextPolicy.DEFAULT);
        return new CaseFacts(situation, patient.ageYears(), progress.flags(), Policy.DEFAULT);
    }

    private static List<PromptAnswer> answers(CurrentPrompts prompts, Instant at) {
        return prompts.prompts().stream()
                .map(prompt -> new PromptAnswer(
                        new UUID(1, prompt.hashCode()),
                        prompt.fitting().row().id(),
                        prompt.fitting().row().version(),
                        prompt.fitting().since(),
                        PromptResponse.DONE,
                        at,
                        "nurse",
                        Optional.of(at),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
    }

    private static List<Occurrence> alerts(PatientTimeline timeline, Progress progress) {
        var now = timeline.grader().report(progress.chart(), timeline.end());
        return AlertRules.DEFAULT.occurrences(new News(
                progress.changes(),
                progress.flags(),
                timeline.observations(),
                List.of(),
                timeline.grading().patient().infusedAt(),
                now,
                now,
                BedsideFacts.NONE));
    }
}
