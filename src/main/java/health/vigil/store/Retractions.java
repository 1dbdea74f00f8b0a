package health.vigil.store;

import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.RetractionTarget;
import health.vigil.observation.Sender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Which observation retracts which. A retraction may be received before its target.
public final class Retractions {
    private static final String ADD = """
            insert into retraction (target_id, target_sender, retraction_id, sender, patient_id, received_at, entered_role)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[])
            on conflict do nothing
            """;

    private static final String WITHDRAW = """
            update observation o set retracted_at = r.received_at
            from unnest(?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[])
                as r (patient_id, effective_at, target_id, target_sender, received_at, retraction_id, retracted_by)
            where o.patient_id = r.patient_id and o.effective_at = r.effective_at and o.id = r.target_id
                and o.sender = r.target_sender and o.moved_at is null
                and o.kind <> 'retraction' and (o.retracted_at is null or o.retracted_at > r.received_at)
            returning o.id, o.sender, o.patient_id, o.effective_at, o.received_at, o.kind, o.content, o.device_id,
                r.retraction_id, r.retracted_by
            """;

    private static final String IS_STORED = """
            select true as stands from retraction
            where target_id = ? and retraction_id = ? and (sender is null or sender = ?)
                and target_sender is not distinct from ?
            """;

    private static final String DROP = """
            delete from retraction
            where target_id = ? and retraction_id = ? and (sender is null or sender = ?)
                and target_sender is not distinct from ?
            """;

    private static final String BIND = """
            update retraction set target_sender = ?
            where target_id = ? and retraction_id = ? and (sender is null or sender = ?)
                and target_sender is not distinct from ?
            """;

    /// A retraction and its target.
    ///
    /// @param enteredRole the role it was entered in; absent if it came from another system
    public record RetractionEntry(
            RetractionTarget target,
            ObservationId retraction,
            PatientId patient,
            Instant receivedAt,
            Optional<String> enteredRole) {}

    /// A retracted observation and its retraction.
    public record WithdrawnObservation(Observation observation, ObservationId by) {}

    private Retractions() {}

    public static void add(Sql sql, List<RetractionEntry> retractions) {
        if (!retractions.isEmpty()) {
            sql.update(
                    ADD,
                    Column.texts(retractions, each -> each.target().id()),
                    Column.of(
                            "text", retractions, each -> each.target().sender().map(Sender::name)),
                    Column.texts(retractions, each -> each.retraction().value()),
                    Column.texts(retractions, each -> each.retraction().sender().name()),
                    Column.texts(retractions, each -> each.patient().value()),
                    Column.of("timestamptz", retractions, RetractionEntry::receivedAt),
                    Column.of("text", retractions, RetractionEntry::enteredRole));
        }
    }

    /// The retractions of these ids of any sender, earliest first.
    public static List<RetractionEntry> of(Sql sql, Collection<String> targets) {
        return targets.isEmpty()
                ? List.of()
                : sql.list(
                        "select * from retraction where target_id = any(?) order by received_at, retraction_id, sender",
                        Retractions::read,
                        Column.texts(List.copyOf(targets), id -> id));
    }

    private static RetractionEntry read(ResultRow row) {
        return new RetractionEntry(
                new RetractionTarget(
                        row.text("target_id"), row.optionalText("target_sender").map(Sender::new)),
                new ObservationId(
                        row.optionalText("sender").map(Sender::new).orElse(Sender.STREAM), row.text("retraction_id")),
                new PatientId(row.text("patient_id")),
                row.instant("received_at"),
                row.optionalText("entered_role"));
    }

    /// Whether a retraction of this target is already stored.
    public static boolean isStored(Sql sql, RetractionTarget target, ObservationId retraction) {
        return sql.first(
                        IS_STORED,
                        row -> row.flag("stands"),
                        target.id(),
                        retraction.value(),
                        retraction.sender().name(),
                        target.sender().map(Sender::name))
                .isPresent();
    }

    public static void drop(Sql sql, RetractionEntry retraction) {
        sql.update(DROP, place(retraction));
    }

    /// Stores the sender of the target of a retraction that named none.
    public static void bind(Sql sql, RetractionEntry retraction, Sender target) {
        var arguments = new ArrayList<Object>(List.of(target.name()));
        arguments.addAll(List.of(place(retraction)));
        sql.update(BIND, arguments.toArray());
    }

    private static Object[] place(RetractionEntry retraction) {
        return new Object[] {
            retraction.target().id(),
            retraction.retraction().value(),
            retraction.retraction().sender().name(),
            retraction.target().sender().map(Sender::name)
        };
    }

    /// A retraction whose target is stored.
    ///
    /// @param patient the number under which the target is stored
    public record EffectiveRetraction(
            RetractionEntry named, ObservationId target, PatientId patient, Instant targetAt) {}

    /// Marks the targets as retracted.
    ///
    /// @return the targets that were not retracted before
    public static List<WithdrawnObservation> withdraw(Sql sql, List<EffectiveRetraction> retractions) {
        return retractions.isEmpty()
                ? List.of()
                : sql.list(
                        WITHDRAW,
                        Retractions::withdrawn,
                        Column.texts(retractions, each -> each.patient().value()),
                        Column.of("timestamptz", retractions, EffectiveRetraction::targetAt),
                        Column.texts(retractions, each -> each.target().value()),
                        Column.texts(retractions, each -> each.target().sender().name()),
                        Column.of(
                                "timestamptz", retractions, each -> each.named().receivedAt()),
                        Column.texts(
                                retractions, each -> each.named().retraction().value()),
                        Column.texts(
                                retractions,
                                each -> each.named().retraction().sender().name()));
    }

    private static WithdrawnObservation withdrawn(ResultRow row) {
        var by = new ObservationId(new Sender(row.text("retracted_by")), row.text("retraction_id"));
        return new WithdrawnObservation(Observations.read(row), by);
    }
}
