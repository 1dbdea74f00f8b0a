package health.vigil.alert;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Decides which news raise an alert. A rise in grade always does; a biomarker alone never does.
///
/// @param table the hospital's settings for each rule
/// @param doses the limits for tocilizumab
/// @param hospital the time zone for times in alert texts
public record AlertRules(AlertTable table, DoseLimits doses, ZoneId hospital) {
    public static final AlertRules DEFAULT = new AlertRules(AlertTable.DEFAULT, DoseLimits.DEFAULT, ZoneOffset.UTC);

    private static final Set<AlertRule> ASKS_FOR_FACTS =
            Set.of(AlertRule.FEVER_ONSET, AlertRule.POSSIBLE_MASKED_CRS, AlertRule.POSSIBLE_MASKED_CRS_TREATED);

    /// The occurrences in order of time. Those that are over by the news itself are marked.
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

    /// If a grade report decides about a condition, its last occurrence is current only if the report says
    /// so. All earlier ones are over.
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

    /// Whether a text of these mentions drugs that were given, or neutrophils.
    public static boolean asksForFacts(List<Occurrence> occurrences) {
        return occurrences.stream().anyMatch(each -> !each.over() && ASKS_FOR_FACTS.contains(each.rule()));
    }
}
