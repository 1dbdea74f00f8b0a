package health.vigil.context;

import health.vigil.observation.Word;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class AskableItemTest {
    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private record AskedPart(Object holds, Object grade, Object band, Object atLeast, Object missing) {
        static AskedPart of(ContextItem item) {
            return new AskedPart(item.holds(), item.grade(), item.band(), item.atLeast(), item.missing());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anItemIsAskedAsItIsShown(long seed) {
        var at = CaseNotes.time((int) (seed % 50) + 1, "18:00");
        var notes = new RandomNotes(seed).draw();
        var situation = notes.patient(at).situation();

        for (var item : AskableItem.values()) {
            var shown = notes.item(item.word(), at);
            assertThat(AskedPart.of(item.at(at, situation))).as(item.word()).isEqualTo(AskedPart.of(shown));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyBandAndGradeThatIsShownCanBeAskedFor(long seed) {
        var at = CaseNotes.time((int) (seed % 50) + 1, "18:00");

        for (var shown : new RandomNotes(seed).draw().items(at)) {
            Word.of(AskableItem.class, shown.item()).ifPresent(item -> {
                assertThat(item.bands())
                        .as(shown.item())
                        .containsAll(shown.band().stream().toList());
                assertThat(item.graded() || shown.grade().isEmpty())
                        .as(shown.item())
                        .isTrue();
                assertThat(item.fact() || shown.holds().isEmpty())
                        .as(shown.item())
                        .isTrue();
            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anEarlierTimeIsAskedAsItWasShownThen(long seed) {
        var later = CaseNotes.time((int) (seed % 50) + 3, "18:00");
        var earlier = CaseNotes.time((int) (seed % 50) + 1, "18:00");
        var notes = new RandomNotes(seed).draw();

        var asked = AskableItem.ICAHT_EARLY.at(earlier, notes.patient(later).situation());

        assertThat(AskedPart.of(asked)).isEqualTo(AskedPart.of(notes.item("icaht-early", earlier)));
    }

    @Test
    void theHScoreCanBeAskedForOnlyWhereItIsShown() {
        var shown = new ContextPolicy(MilestoneTable.US_2025, true, List.of());

        assertThat(Stream.of(AskableItem.values()).filter(item -> !item.shown(ContextPolicy.DEFAULT)))
                .containsExactly(AskableItem.HSCORE);
        assertThat(AskableItem.HSCORE.shown(shown)).isTrue();
    }
}
