package health.vigil.api.protocol;

import health.vigil.protocol.ProtocolRow;
import health.vigil.protocol.ProtocolTable;
import health.vigil.protocol.RowOwner;
import health.vigil.protocol.RowRole;
import health.vigil.protocol.RowSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProtocolViewTest {
    private static final LocalDate REVIEW_BY = LocalDate.of(2027, 2, 3);

    /// Their calendar days are never the same.
    private static final ZoneId WEST = ZoneId.of("Etc/GMT+12");
    private static final ZoneId EAST = ZoneId.of("Etc/GMT-14");

    private static ProtocolTable table(LocalDate reviewBy) {
        return new ProtocolTable(
                "local-1",
                List.of(new ProtocolRow(
                        "c1-1",
                        "1",
                        "Call the physician",
                        new RowSource("CRS policy", Optional.empty(), Optional.empty()),
                        new RowOwner("Dr A", "head of the programme"),
                        LocalDate.of(2026, 2, 3),
                        reviewBy,
                        10,
                        EnumSet.of(RowRole.PHYSICIAN),
                        List.of())));
    }

    @ParameterizedTest
    @CsvSource({"2027-02-02, false", "2027-02-03, false", "2027-02-04, true"})
    void aReviewIsOverdueFromTheDayAfterItsLast(LocalDate today, boolean overdue) {
        var view = ProtocolView.of(table(REVIEW_BY), today);

        assertThat(view.today()).isEqualTo(today.toString());
        assertThat(view.items())
                .singleElement()
                .returns(overdue, row -> row.reviewOverdueSince().isPresent());
    }

    @Test
    void todayIsThatOfTheHospital() {
        var reviewBy = LocalDate.now(WEST);

        var east = new ProtocolResource(table(reviewBy), () -> EAST).protocol();

        assertThat(LocalDate.parse(east.today())).isAfter(reviewBy);
        assertThat(east.items())
                .singleElement()
                .returns(Optional.of(reviewBy.toString()), ProtocolRowView::reviewOverdueSince);
        assertThat(new ProtocolResource(table(reviewBy), () -> WEST).protocol().today())
                .isNotEqualTo(east.today());
    }

    @Test
    void withoutATableThereIsAReason() {
        var view = ProtocolView.of(ProtocolTable.NONE, REVIEW_BY);

        assertThat(view.table()).isEmpty();
        assertThat(view.items()).isEmpty();
        assertThat(view.reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("vigil.protocol.file"));
    }

    @Test
    void aFileWithoutRowsSaysSo() {
        var view = ProtocolView.of(new ProtocolTable("local-1", List.of()), REVIEW_BY);

        assertThat(view.table()).contains("local-1");
        assertThat(view.reason()).contains("The hospital's file has no rows");
    }

    @Test
    void aTableWithRowsNeedsNoReason() {
        assertThat(ProtocolView.of(table(REVIEW_BY), REVIEW_BY).reason()).isEmpty();
    }
}
