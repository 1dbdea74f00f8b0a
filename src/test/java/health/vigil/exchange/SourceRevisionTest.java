package health.vigil.exchange;

import health.vigil.Permutations;
import health.vigil.exchange.SourceRevision.Precedence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Which of two reports under one key stands.
class SourceRevisionTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final Set<String> CRP = Set.of("lab-result/crp");

    /// @param issued the minute of issue; negative for none
    private static SourceRevision report(StatementStatus status, int issued, int received) {
        return new SourceRevision(
                status,
                false,
                issued < 0 ? Optional.empty() : Optional.of(minute(issued)),
                minute(received),
                Optional.of(AT),
                CRP);
    }

    private static Instant minute(int minute) {
        return AT.plusSeconds(60L * minute);
    }

    private static SourceRevision at(Instant effective, SourceRevision report) {
        return new SourceRevision(
                report.status(),
                report.replaces(),
                report.issued(),
                report.receivedAt(),
                Optional.of(effective),
                report.codes());
    }

    private static SourceRevision put(SourceRevision report) {
        return new SourceRevision(
                report.status(), true, report.issued(), report.receivedAt(), report.effectiveAt(), report.codes());
    }

    @ParameterizedTest
    @CsvSource({
        "preliminary, -1, final, -1, REPLACES",
        "preliminary, 5, final, 6, REPLACES",
        "preliminary, 6, final, 5, IS_EARLIER",
        "final, -1, preliminary, -1, IS_EARLIER",
        "final, -1, amended, -1, REPLACES",
        "amended, -1, amended, -1, REPLACES",
        "amended, -1, final, -1, IS_EARLIER",
        "amended, 5, final, 6, REPLACES",
        "final, 5, final, 6, REPLACES",
        "final, 6, final, 5, IS_EARLIER",
        "final, 5, final, 5, CONFLICTS",
        "final, -1, final, -1, CONFLICTS",
        "final, -1, final, 6, CONFLICTS",
        "final, -1, withdrawn, -1, REPLACES",
        "final, 6, withdrawn, 5, IS_EARLIER",
        "final, 5, withdrawn, 5, REPLACES",
        "withdrawn, 5, final, 5, IS_EARLIER",
        "withdrawn, 5, final, 6, REPLACES",
        "withdrawn, 5, final, -1, IS_EARLIER",
        "withdrawn, -1, amended, -1, IS_EARLIER",
        "withdrawn, -1, final, 21, REPLACES"
    })
    void theNewerReportStands(String standing, int standingIssued, String fresh, int freshIssued, Precedence effect) {
        var before = report(status(standing), standingIssued, 20);
        var after = report(status(fresh), freshIssued, 22);

        assertThat(after.on(before)).isEqualTo(effect);
    }

    private static StatementStatus status(String word) {
        return List.of(StatementStatus.values()).stream()
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSerialNumberDoesNotLetEachReadingEraseTheLast() {
        var first = report(StatementStatus.FINAL, 5, 5);
        var next = at(minute(10), report(StatementStatus.FINAL, 10, 10));

        assertThat(next.on(first)).isEqualTo(Precedence.CONFLICTS);
        assertThat(first.on(next)).isEqualTo(Precedence.CONFLICTS);
    }

    @Test
    void aPutReplacesWhateverStands() {
        var first = report(StatementStatus.AMENDED, -1, 5);

        assertThat(put(at(minute(10), report(StatementStatus.FINAL, -1, 10))).on(first))
                .isEqualTo(Precedence.REPLACES);
        assertThat(put(report(StatementStatus.FINAL, 3, 10)).on(report(StatementStatus.FINAL, 5, 5)))
                .isEqualTo(Precedence.IS_EARLIER);
    }

    @Test
    void aRevisionDoesNotChangeTheCode() {
        var crp = report(StatementStatus.FINAL, 5, 5);
        var ferritin = new SourceRevision(
                StatementStatus.AMENDED,
                true,
                Optional.of(minute(6)),
                minute(6),
                Optional.of(AT),
                Set.of("lab-result/ferritin"));

        assertThat(ferritin.on(crp)).isEqualTo(Precedence.CONFLICTS);
    }

    /// If all reports say when they were issued, the order of arrival does not matter.
    @Test
    void anyOrderOfArrivalEndsWithTheSameReport() {
        var reports = List.of(
                report(StatementStatus.PRELIMINARY, 1, 0),
                report(StatementStatus.FINAL, 2, 0),
                report(StatementStatus.AMENDED, 3, 0),
                report(StatementStatus.WITHDRAWN, 4, 0),
                report(StatementStatus.AMENDED, 5, 0),
                report(StatementStatus.AMENDED, 6, 0));

        for (int issued = 1; issued <= reports.size(); issued++) {
            var expected = reports.get(issued - 1);
            Permutations.of(reports.subList(0, issued))
                    .forEach(
                            order -> assertThat(standing(order)).as("%s", order).isEqualTo(expected));
        }
    }

    /// A conflict is for a person to decide. Without one the order of arrival does not matter, whatever the reports
    /// say.
    @Test
    void anyReportsEndWithTheSameOneUnlessTheyConflict() {
        var random = new Random(15);
        int decided = 0;
        for (int round = 0; round < 2000; round++) {
            var issued = new ArrayList<>(List.of(1, 2, 3, 4));
            Collections.shuffle(issued, random);
            var reports =
                    issued.stream().map(minute -> anyReport(minute, random)).toList();
            var ends = Permutations.of(reports).stream()
                    .flatMap(order -> undisputed(order).stream())
                    .collect(Collectors.toSet());

            assertThat(ends).as("%s", reports).hasSizeLessThanOrEqualTo(1);
            decided += ends.size();
        }
        assertThat(decided).isGreaterThan(1000);
    }

    private static SourceRevision anyReport(int issued, Random random) {
        var all = List.of(StatementStatus.values());
        var status = all.get(random.nextInt(all.size()));
        var report = at(minute(random.nextInt(2)), report(status, issued, 0));
        return random.nextInt(4) == 0 ? put(report) : report;
    }

    /// The report that stands in the end; empty if there was a conflict.
    private static Optional<SourceRevision> undisputed(List<SourceRevision> order) {
        var standing = order.getFirst();
        for (var next : order.subList(1, order.size())) {
            switch (next.on(standing)) {
                case REPLACES -> standing = next;
                case IS_EARLIER -> {}
                case CONFLICTS -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(standing);
    }

    private static SourceRevision standing(List<SourceRevision> order) {
        var standing = order.getFirst();
        for (var next : order.subList(1, order.size())) {
            var effect = next.on(standing);
            assertThat(effect).isNotEqualTo(Precedence.CONFLICTS);
            standing = effect == Precedence.REPLACES ? next : standing;
        }
        return standing;
    }
}
