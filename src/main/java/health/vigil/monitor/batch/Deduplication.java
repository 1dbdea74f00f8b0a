package health.vigil.monitor.batch;

import health.vigil.intake.Subject;
import health.vigil.intake.json.ContentHash;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.store.Identities;
import health.vigil.store.Identities.Identity;
import health.vigil.store.Quarantine;
import health.vigil.store.QuarantineReason;
import health.vigil.store.Sql;
import health.vigil.stream.StreamReading;
import health.vigil.stream.StreamRecord.Observed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds duplicates and conflicts by sender and id: the same content again is a duplicate, other content is a
/// conflict.
final class Deduplication {
    private final Map<ObservationId, Identity> known;
    private final Quarantine.UnappliedIds standing;
    private final List<Identity> admitted = new ArrayList<>();
    private final List<Identity> heldAgain = new ArrayList<>();

    private Deduplication(Sql sql, List<Disposition> dispositions) {
        var first = new LinkedHashMap<ObservationId, Identity>();
        dispositions.forEach(disposition -> identity(disposition).ifPresent(id -> first.putIfAbsent(id.id(), id)));
        var fresh = Identities.claim(sql, first.values());
        var old = first.keySet().stream().filter(id -> !fresh.contains(id)).collect(Collectors.toSet());
        this.known = new HashMap<>(Identities.known(sql, old));
        this.standing = Quarantine.unapplied(sql, old);
    }

    /// Replaces duplicates and conflicts by their dispositions, and stores the ids that are new.
    static List<Disposition> of(Sql sql, List<Disposition> dispositions) {
        var deduplication = new Deduplication(sql, dispositions);
        var deduplicated = withoutRepeatedConflicts(
                sql, dispositions.stream().map(deduplication::deduplicate).toList());
        Identities.apply(sql, deduplication.admitted);
        deduplication.heldAgain.forEach(
                held -> Identities.quarantine(sql, held.id(), held.detail().orElseThrow()));
        Quarantine.settle(sql, deduplication.admitted.stream().map(Identity::id).toList());
        return deduplicated;
    }

    private Disposition deduplicate(Disposition disposition) {
        return identity(disposition)
                .map(identity -> deduplicate(disposition, identity))
                .orElse(disposition);
    }

    private Disposition deduplicate(Disposition disposition, Identity identity) {
        var before = Optional.ofNullable(known.putIfAbsent(identity.id(), identity));
        if (before.isEmpty()) {
            return first(disposition, identity);
        }
        if (!before.get().hash().equals(identity.hash()) && !sentUnderAnotherNumber(disposition, before.get())) {
            return conflict(disposition);
        }
        return before.get().applied() ? new Disposition.Repeat(disposition.record()) : retry(disposition, identity);
    }

    /// Whether the same content was sent before under another number of the same patient.
    private static boolean sentUnderAnotherNumber(Disposition disposition, Identity before) {
        return disposition instanceof Disposition.Apply apply
                && apply.observed().submission().subject() instanceof Subject.ByPatient
                && apply.numbers().all().stream()
                        .map(number ->
                                ContentHash.of(apply.observed().submission().about(number)))
                        .anyMatch(hash -> hash.hex().equals(before.hash()));
    }

    private Disposition first(Disposition disposition, Identity identity) {
        if (!identity.applied()) {
            standing.waiting().add(identity.id());
        }
        return disposition;
    }

    /// Applies a quarantined observation once that is possible, unless a person has discarded it. If it still
    /// cannot be applied, it is held again with its new reason.
    private Disposition retry(Disposition disposition, Identity identity) {
        var id = identity.id();
        if (standing.discarded().contains(id) && !released(disposition)) {
            return new Disposition.Repeat(disposition.record());
        }
        if (identity.applied()) {
            known.put(id, identity);
            admitted.add(identity);
            return disposition;
        }
        if (standing.waiting().add(id)) {
            heldAgain.add(identity);
            return disposition;
        }
        return new Disposition.Repeat(disposition.record());
    }

    private static boolean released(Disposition disposition) {
        return switch (disposition) {
            case Disposition.Apply apply -> apply.observed().release().isPresent();
            case Disposition.Hold hold ->
                observed(hold).flatMap(Observed::release).isPresent();
            case Disposition.ApplyBaseline _,
                    Disposition.Admit _,
                    Disposition.Change _,
                    Disposition.Withdraw _,
                    Disposition.Repeat _,
                    Disposition.SendOn _ -> false;
        };
    }

    /// A conflict concerns the patient whom it names, not the patient of the first observation with this id.
    private static Disposition conflict(Disposition disposition) {
        return new Disposition.Hold(
                disposition.record(),
                QuarantineReason.ID_CONFLICT,
                "The id was used before with other content",
                patient(disposition));
    }

    private static Optional<PatientId> patient(Disposition disposition) {
        return switch (disposition) {
            case Disposition.Apply apply -> Optional.of(apply.observation().patientId());
            case Disposition.Hold hold -> hold.patient();
            case Disposition.ApplyBaseline _,
                    Disposition.Admit _,
                    Disposition.Change _,
                    Disposition.Withdraw _,
                    Disposition.Repeat _,
                    Disposition.SendOn _ -> Optional.empty();
        };
    }

    /// Keeps each conflict once, however often it is sent.
    private static List<Disposition> withoutRepeatedConflicts(Sql sql, List<Disposition> dispositions) {
        var entries = dispositions.stream()
                .flatMap(disposition -> QuarantineEntries.conflict(disposition).stream())
                .toList();
        var kept = new HashSet<>(Quarantine.known(sql, entries));
        return dispositions.stream()
                .map(disposition -> QuarantineEntries.conflict(disposition)
                        .filter(entry -> !kept.add(entry))
                        .<Disposition>map(_ -> new Disposition.Repeat(disposition.record()))
                        .orElse(disposition))
                .toList();
    }

    private static Optional<Identity> identity(Disposition disposition) {
        return switch (disposition) {
            case Disposition.Apply apply ->
                Optional.of(identity(
                        apply.observed(), Optional.of(apply.observation().patientId()), Optional.empty()));
            case Disposition.Hold hold ->
                observed(hold).map(observed -> identity(observed, hold.patient(), Optional.of(hold.detail())));
            case Disposition.ApplyBaseline _,
                    Disposition.Admit _,
                    Disposition.Change _,
                    Disposition.Withdraw _,
                    Disposition.Repeat _,
                    Disposition.SendOn _ -> Optional.empty();
        };
    }

    private static Optional<Observed> observed(Disposition.Hold hold) {
        return hold.record().reading() instanceof StreamReading.Legible(Observed observed)
                ? Optional.of(observed)
                : Optional.empty();
    }

    private static Identity identity(Observed observed, Optional<PatientId> patient, Optional<String> detail) {
        ObservationId id = observed.submission().id();
        var hash = ContentHash.of(observed.submission()).hex();
        return new Identity(
                id,
                hash,
                patient,
                observed.submission().effectiveAt(),
                observed.submission().kind(),
                detail);
    }
}
