package health.vigil.api.observation;

import health.vigil.access.CurrentUser;
import health.vigil.api.Filter;
import health.vigil.api.Paging;
import health.vigil.api.TimeSpan;
import health.vigil.api.Visibility;
import health.vigil.observation.Kind;
import health.vigil.observation.Numbers;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import health.vigil.observation.Word;
import health.vigil.problem.Problem;
import health.vigil.problem.ProblemException;
import health.vigil.store.IdentityRow;
import health.vigil.store.ObservationRow;
import health.vigil.store.QuarantineReason;
import health.vigil.store.QuarantineRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads observations.
@ApplicationScoped
class ObservationArchive {
    private final Visibility visible;
    private final CurrentUser user;

    ObservationArchive(Visibility visible, CurrentUser user) {
        this.visible = visible;
        this.user = user;
    }

    /// Finds an observation with its state. 404 until the monitor has processed it.
    ///
    /// @param sender the observation's sender; if absent, the user's own observation, or else the only one
    @Transactional
    ObservationView find(String id, Optional<String> sender) {
        return Optional.of(id)
                .filter(ObservationArchive::possible)
                .flatMap(known -> identified(known, sender).or(() -> quarantined(known, sender)))
                .orElseThrow(() -> ProblemException.notFound("There is no such observation, or not yet"));
    }

    private static boolean possible(String id) {
        return ObservationId.accepts(id) && id.indexOf(0) < 0;
    }

    private Optional<ObservationView> identified(String id, Optional<String> sender) {
        var rows = IdentityRow.<IdentityRow>list("id = ?1 order by sender", id).stream()
                .filter(row -> sender.isEmpty() || sender.get().equals(row.sender))
                .filter(this::mayRead)
                .toList();
        return one(rows, row -> row.sender)
                .map(row -> applied(row).orElseGet(() -> ObservationView.known(row, decision(row))));
    }

    /// The user's own row, or else the only one.
    private <T> Optional<T> one(List<T> rows, Function<T, String> sender) {
        var own = rows.stream()
                .filter(row -> sender.apply(row).equals(user.user().username()))
                .findFirst();
        var senders = rows.stream().map(sender).distinct().toList();
        if (own.isEmpty() && senders.size() > 1) {
            throw new ProblemException(
                    Problem.of(409, "Several senders have an observation with this id: choose one with ?sender=")
                            .with(Map.of("senders", senders)));
        }
        return own.or(() -> rows.stream().findFirst());
    }

    private Optional<ObservationView> applied(IdentityRow row) {
        return row.patientId == null || !row.state.equals("applied")
                ? Optional.empty()
                : ObservationRow.<ObservationRow>findByIdOptional(
                                new ObservationRow.ObservationKey(row.patientId, row.effectiveAt, row.id, row.sender))
                        .map(found -> ObservationView.applied(
                                found, visible.numbersOf(found.patientId).patient()));
    }

    private Optional<ObservationView> quarantined(String id, Optional<String> sender) {
        var rows = QuarantineRow.<QuarantineRow>list("observationId = ?1 order by receivedAt desc", id).stream()
                .filter(row -> sender.isEmpty() || sender.get().equals(row.sender))
                .filter(row -> visible.reads(Optional.ofNullable(row.patientId), row.at())
                        || isOwnOfNobody(row.sender, row.patientId))
                .toList();
        return one(rows, row -> row.sender == null ? Sender.STREAM.name() : row.sender)
                .map(row -> ObservationView.quarantined(id, row));
    }

    /// A person's decision about an observation that is not applied; absent while that decision is open.
    private static Optional<String> decision(IdentityRow identity) {
        List<QuarantineRow> rows = QuarantineRow.list(
                "observationId = ?1 and (sender = ?2 or sender is null) and reason <> ?3",
                identity.id,
                identity.sender,
                QuarantineReason.ID_CONFLICT.word());
        if (rows.isEmpty() || rows.stream().anyMatch(QuarantineRow::isOpen)) {
            return Optional.empty();
        }
        return rows.stream()
                .filter(QuarantineRow::isDiscarded)
                .findFirst()
                .map(row -> "Discarded: " + row.note)
                .or(() -> rows.stream()
                        .filter(row -> row.reason.equals(QuarantineReason.UNVERIFIED_AUTHOR.word()))
                        .findFirst()
                        .map(row -> "Released in the name of " + row.settledBy))
                .or(() -> Optional.of("Released, but not processed yet"));
    }

    /// Whether the user sent it about a number that is not admitted. Then no ward owns the record, so its sender
    /// may read it.
    private boolean isOwnOfNobody(@Nullable String sender, @Nullable String patientId) {
        return user.username().equals(sender)
                && Optional.ofNullable(patientId).filter(visible::isAdmitted).isEmpty();
    }

    private boolean mayRead(IdentityRow row) {
        return visible.reads(Optional.ofNullable(row.patientId), row.effectiveAt)
                || isOwnOfNobody(row.sender, row.patientId);
    }

    /// A patient's observations, newest first.
    @Transactional
    List<ObservationRow> page(Numbers patient, Optional<Kind> kind, TimeSpan span, Paging paging) {
        var one = patient.all().size() == 1;
        var numbers = patient.all().stream().map(PatientId::value).toList();
        var filter = new Filter()
                .and(
                        "patientId = :patient",
                        "patient",
                        numbers.stream().findFirst().filter(_ -> one))
                .and("patientId in :numbers", "numbers", Optional.of(numbers).filter(_ -> !one))
                .and(kindCondition(kind), "kind", kind.map(Word::word))
                .and("effectiveAt >= :from", "from", span.from())
                .and("effectiveAt <= :to", "to", span.to())
                .before("effectiveAt", paging.after());
        return ObservationRow.<ObservationRow>find(
                        filter.query() + " order by effectiveAt desc, id desc, sender desc", filter.values())
                .page(0, paging.rows())
                .list();
    }

    /// The condition of a kind. For rare kinds it lets the database use the partial index.
    private static String kindCondition(Optional<Kind> kind) {
        var rare = kind.filter(known -> known != Kind.VITAL_SIGNS).isPresent();
        return rare ? "kind <> 'vital-signs' and kind = :kind" : "kind = :kind";
    }
}
