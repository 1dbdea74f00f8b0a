package health.vigil.api.quarantine;

import health.vigil.api.Cursor;
import health.vigil.api.Filter;
import health.vigil.api.Items;
import health.vigil.api.Query;
import health.vigil.api.Transactions;
import health.vigil.audit.AuditTrail;
import health.vigil.observation.Word;
import health.vigil.store.QuarantineRow;
import jakarta.enterprise.context.RequestScoped;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;

/// Lists records in quarantine, newest first, in pages.
@RequestScoped
class QuarantineList {
    private final Transactions transactions;
    private final Query query;
    private final AuditTrail trail;

    QuarantineList(Transactions transactions, Query query, AuditTrail trail) {
        this.transactions = transactions;
        this.query = query;
        this.trail = trail;
    }

    /// @param of the records that may be listed, further limited by the query's `state` and `cursor`
    RestResponse<Items<QuarantineView>> answer(Filter of) {
        return answer(of, _ -> true);
    }

    /// @param shown selects the records to show; so a page may hold fewer records than its limit although another
    ///     page follows
    RestResponse<Items<QuarantineView>> answer(Filter of, Predicate<QuarantineRow> shown) {
        var paging = query.paging();
        var filter = of.and(
                        "state = :state",
                        "state",
                        query.word("state", QuarantineStatus.class).map(Word::word))
                .before("receivedAt", paging.after(), Cursor::uuid);
        var rows = transactions.run(_ -> QuarantineRow.<QuarantineRow>find(
                        filter.query() + " order by receivedAt desc, id desc", filter.values())
                .page(0, paging.rows())
                .list());
        trail.shows(rows.stream().filter(shown).flatMap(row -> Stream.ofNullable(row.patientId)));
        return paging.answer(rows, row -> new Cursor(row.receivedAt, row.id.toString()), shown, QuarantineView::of);
    }
}
