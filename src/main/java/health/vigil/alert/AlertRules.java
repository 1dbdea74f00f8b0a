package health.vigil.alert;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which news deserve an alert. A rise in grade always does; a biomarker by itself never does.
///
/// @param table what the hospital makes of each
/// @param doses how much tocilizumab is too much
/// @param hospital in whose time sentences tell
public record AlertRules(AlertTable table, DoseLimits doses, ZoneId hospital) {
    public static final AlertRules DEFAULT = new AlertRules(AlertTable.DEFAULT, DoseLimits.DEFAULT, ZoneOffset.UTC);

    private static final Set<AlertRule> ASKS_FOR_FACTS =
            Set.of(AlertRule.FEVER_ONSET, AlertRule.POSSIBLE_MASKED_CRS, AlertRule.POSSIBLE_MASKED_CRS_TREATED);

    /// In order of time. What the news itself tells to be over is marked so.
    public List<Occurrence> occurrences(News news) {
        var found = Stream.of(
                        GradeAlerts.rises(news, table),
                        GradeAlerts.confirmed(news, table),
                        GradeAlerts.onset(news),
                        FlagAlerts.raised(news),
                        ObservationAlerts.implausible(news),
                        GradeAlerts.amended(news))
                .flatMap(alerts -> alerts)
                .sorted(Comparator.comparing(Occurrence::effectiveAt))
                .toList();
        return marked(found, news);
    }

    /// Of a condition that a grade's report tells, the last one stands if the report says so, and all others are over.
    private static List<Occurrence> marked(List<Occurrence> found, News news) {
        var later = new HashSet<String>();
        return found.reversed().stream()
                .map(each -> {
                    var key = each.condition().key();
                    var graded = Conditions.graded(key);
                    var last = later.add(key);
                    return each.overWhen(graded && (!last || each.condition().cleared(news.now())));
                })
                .toList()
                .reversed();
    }

    /// Whether a sentence of these names what was given before, or the neutrophils.
    public static boolean asksForFacts(List<Occurrence> occurrences) {
        return occurrences.stream().anyMatch(each -> !each.over() && ASKS_FOR_FACTS.contains(each.rule()));
    }
}
