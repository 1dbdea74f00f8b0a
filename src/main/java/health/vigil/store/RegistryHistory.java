package health.vigil.store;

import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Syndrome;
import health.vigil.observation.Word;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/// The history of an episode's grades as it is told now.
///
/// @param amended the number of entries that were amended
record RegistryHistory(
        List<GradeChange> changes, SortedSet<String> ruleSets, SortedSet<String> policyVersions, long amended) {
    private static final String STANDING = """
            select syndrome, at, previous, grade, rule_set, policy_version from grade_change
            where episode_id = ? and superseded_at is null
            order by at, number
            """;

    private static final String AMENDED = """
            select count(*) as number from grade_change
            where episode_id = ? and (amendment or superseded_at is not null)
            """;

    private record ToldChange(GradeChange change, String ruleSet, String policyVersion) {
        static ToldChange read(ResultRow row) {
            return new ToldChange(
                    new GradeChange(
                            Word.of(Syndrome.class, row.text("syndrome")).orElseThrow(),
                            row.instant("at"),
                            grade(row.optionalNumber("previous")),
                            grade(row.optionalNumber("grade")),
                            Optional.empty()),
                    row.text("rule_set"),
                    row.text("policy_version"));
        }

        private static Grade grade(Optional<Long> number) {
            return number.map(each -> Grade.of(each.intValue())).orElse(Grade.UNKNOWN);
        }
    }

    static RegistryHistory of(Sql sql, UUID episode) {
        var told = sql.list(STANDING, ToldChange::read, episode);
        var ruleSets = new TreeSet<String>();
        var policies = new TreeSet<String>();
        told.forEach(each -> {
            ruleSets.add(each.ruleSet());
            policies.add(each.policyVersion());
        });
        var amended = sql.first(AMENDED, row -> row.number("number"), episode).orElse(0L);
        return new RegistryHistory(told.stream().map(ToldChange::change).toList(), ruleSets, policies, amended);
    }
}
