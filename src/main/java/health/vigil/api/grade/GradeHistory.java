package health.vigil.api.grade;

import health.vigil.api.Cursor;
import health.vigil.api.Items;
import health.vigil.api.Paging;
import health.vigil.api.TimeSpan;
import health.vigil.api.Transactions;
import health.vigil.json.JsonColumn;
import health.vigil.observation.Numbers;
import health.vigil.problem.ProblemException;
import health.vigil.store.GradeHistories;
import health.vigil.store.GradeHistories.WantedChanges;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/// The history of grades as people saw it. An entry that later knowledge superseded stays, and names what
/// superseded it.
@ApplicationScoped
class GradeHistory {
    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private final Transactions transactions;

    GradeHistory(Transactions transactions) {
        this.transactions = transactions;
    }

    RestResponse<Items<GradeChangeView>> answer(Numbers patient, TimeSpan span, Paging paging) {
        return paging.answer(page(patient, span, paging), GradeChangeView::place);
    }

    private List<GradeChangeView> page(Numbers patient, TimeSpan span, Paging paging) {
        var after = paging.after().orElse(new Cursor(BEGINNING, "0"));
        var wanted = new WantedChanges(
                span.from().orElse(BEGINNING), span.to().orElse(END), after.at(), number(after.id()), paging.rows());
        return transactions.run(sql -> GradeHistories.of(sql, patient, wanted)).stream()
                .map(entry -> JsonColumn.read(entry, GradeChangeView.class))
                .toList();
    }

    private static long number(String id) {
        if (id.matches("\\d{1,18}")) {
            return Long.parseLong(id);
        }
        throw ProblemException.invalid("cursor", "is not a cursor of this list");
    }
}
