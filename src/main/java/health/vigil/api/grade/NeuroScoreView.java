package health.vigil.api.grade;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.observation.Ice;
import health.vigil.observation.IceItem;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.Tool;
import health.vigil.store.BoardFacts.BoardScore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The newest score of ICE or CAPD, with its age.
///
/// @param tool `ice` (10 is best) or `capd` (0 is best)
/// @param baseline the patient's usual score; absent if it is not known
/// @param items the points of each item of an ICE; absent if only the total was charted
/// @param leftOut the items of an ICE that could not be asked; they count in full
/// @param previous the score of the same tool before, if it is among the newest two checks
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record NeuroScoreView(
        String tool,
        int total,
        Optional<Integer> baseline,
        Optional<Map<String, Integer>> items,
        Optional<List<String>> leftOut,
        Instant at,
        long ageSeconds,
        Optional<EarlierScoreView> previous) {
    /// A score of the same tool.
    ///
    /// @param partial whether items were left out, which count in full
    record EarlierScoreView(int total, boolean partial, Instant at) {}

    /// @param scores in any order; of two at the same time, the worse is shown
    static Optional<NeuroScoreView> of(List<BoardScore> scores, Instant now) {
        var newestFirst = scores.stream()
                .sorted(Comparator.comparing(BoardScore::at).reversed().thenComparingInt(NeuroScoreView::order))
                .toList();
        return newestFirst.stream().findFirst().map(newest -> {
            var tool = tool(newest.check());
            var ice = newest.check().ice().filter(_ -> tool == Tool.ICE);
            return new NeuroScoreView(
                    tool.word(),
                    total(newest, tool),
                    newest.baseline(tool),
                    ice.map(Ice::items).filter(items -> !items.isEmpty()).map(NeuroScoreView::byField),
                    ice.filter(Ice::partial).map(NeuroScoreView::leftOut),
                    newest.at(),
                    Duration.between(newest.at(), now).toSeconds(),
                    previous(newestFirst, tool));
        });
    }

    /// Lower for a worse score.
    private static int order(BoardScore scored) {
        return switch (tool(scored.check())) {
            case ICE -> total(scored, Tool.ICE);
            case CAPD -> -total(scored, Tool.CAPD);
        };
    }

    private static int total(BoardScore scored, Tool tool) {
        return scored.check().total(tool).orElseThrow();
    }

    /// ICE if a check has both.
    private static Tool tool(NeuroCheck check) {
        return check.ice().isPresent() ? Tool.ICE : Tool.CAPD;
    }

    private static Optional<EarlierScoreView> previous(List<BoardScore> newestFirst, Tool tool) {
        return newestFirst.stream()
                .skip(1)
                .limit(1)
                .flatMap(before -> before.check().total(tool).stream()
                        .map(total -> new EarlierScoreView(total, partial(before, tool), before.at())))
                .findFirst();
    }

    private static boolean partial(BoardScore scored, Tool tool) {
        return tool == Tool.ICE && scored.check().ice().filter(Ice::partial).isPresent();
    }

    private static Map<String, Integer> byField(Map<IceItem, Integer> items) {
        var fields = new LinkedHashMap<String, Integer>();
        items.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(item -> fields.put(item.getKey().field(), item.getValue()));
        return fields;
    }

    private static List<String> leftOut(Ice ice) {
        return Arrays.stream(IceItem.values())
                .filter(ice.leftOut()::contains)
                .map(IceItem::field)
                .toList();
    }
}
