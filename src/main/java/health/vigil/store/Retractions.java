package health.vigil.store;

import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What withdraws what. A retraction may be received before what it withdraws.
public final class Retractions {
    private static final String WITHDRAW = "update observation o set retracted_at = r.received_at"
            + " from unnest(?::text[], ?::timestamptz[], ?::text[], ?::timestamptz[], ?::text[])"
            + " as r (patient_id, effective_at, target_id, received_at, retraction_id)"
            + " where o.patient_id = r.patient_id and o.effective_at = r.effective_at and o.id = r.target_id"
            + " and o.kind <> 'retraction' and (o.retracted_at is null or o.retracted_at > r.received_at)"
            + " returning o.id, o.patient_id, o.effective_at, o.received_at, o.kind, o.content, o.device_id,"
            + " r.retraction_id";

    /// One retraction and what it names.
    ///
    /// @param enteredRole the word of the role it was entered in; absent from another system
    public record RetractionEntry(
            ObservationId target,
            ObservationId retraction,
            PatientId patient,
            Instant receivedAt,
            Optional<String> enteredRole) {}

    /// An observation that has been withdrawn, and by what.
    public record WithdrawnObservation(Observation observation, ObservationId by) {}

    private Retractions() {}

    public static void add(Sql sql, List<RetractionEntry> retractions) {
        if (!retractions.isEmpty()) {
            sql.update(
                    "insert into retraction (target_id, retraction_id, patient_id, received_at, entered_role)"
                            + " select * from unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[])"
                            + " on conflict do nothing",
                    Column.texts(retractions, each -> each.target().value()),
                    Column.texts(retractions, each -> each.retraction().value()),
                    Column.texts(retractions, each -> each.patient().value()),
                    Column.of("timestamptz", retractions, RetractionEntry::receivedAt),
                    Column.of("text", retractions, RetractionEntry::enteredRole));
        }
    }

    /// Those that were there before their targets.
    public static List<RetractionEntry> of(Sql sql, Collection<ObservationId> targets) {
        return targets.isEmpty()
                ? List.of()
                : sql.list(
                        "select * from retraction where target_id = any(?) order by received_at, retraction_id",
                        Retractions::read,
                        Column.texts(List.copyOf(targets), ObservationId::value));
    }

    private static RetractionEntry read(ResultRow row) {
        return new RetractionEntry(
                new ObservationId(row.text("target_id")),
                new ObservationId(row.text("retraction_id")),
                new PatientId(row.text("patient_id")),
                row.instant("received_at"),
                row.optionalText("entered_role"));
    }

    public static void drop(Sql sql, RetractionEntry retraction) {
        sql.update(
                "delete from retraction where target_id = ? and retraction_id = ?",
                retraction.target().value(),
                retraction.retraction().value());
    }

    /// A retraction whose target is there, and when that was observed.
    public record EffectiveRetraction(RetractionEntry named, Instant targetAt) {}

    /// Withdraws the targets.
    ///
    /// @return those that were not withdrawn before
    public static List<WithdrawnObservation> withdraw(Sql sql, List<EffectiveRetraction> retractions) {
        return retractions.isEmpty()
                ? List.of()
                : sql.list(
                        WITHDRAW,
                        row -> new WithdrawnObservation(
                                Observations.read(row), new ObservationId(row.text("retraction_id"))),
                        Column.texts(retractions, each -> each.named().patient().value()),
                        Column.of("timestamptz", retractions, EffectiveRetraction::targetAt),
                        Column.texts(retractions, each -> each.named().target().value()),
                        Column.of(
                                "timestamptz", retractions, each -> each.named().receivedAt()),
                        Column.texts(
                                retractions, each -> each.named().retraction().value()));
    }
}
