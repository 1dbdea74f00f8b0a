package health.vigil.monitor;

import health.vigil.intake.ContentHash;
import health.vigil.intake.stream.StreamReading;
import health.vigil.intake.stream.StreamRecord.Observed;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.store.Identities;
import health.vigil.store.Identities.Identity;
import health.vigil.store.Quarantine;
import health.vigil.store.QuarantineReason;
import health.vigil.store.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Knows observations by their ids: the same content again is no news, other content is a conflict.
final class Recognition {
    private final Map<String, Identity> known;
    private final Set<String> discarded;
    private final List<Identity> admitted = new ArrayList<>();

    private Recognition(Sql sql, List<Fate> fates) {
        var first = new LinkedHashMap<String, Identity>();
        fates.forEach(
                fate -> identity(fate).ifPresent(id -> first.putIfAbsent(id.id().value(), id)));
        var fresh = Identities.claim(sql, first.values());
        var old = first.keySet().stream().filter(id -> !fresh.contains(id)).collect(Collectors.toSet());
        this.known = new HashMap<>(Identities.known(sql, old));
        this.discarded = Quarantine.discarded(sql, old);
    }

    /// The fates with repeats and conflicts told apart. Ids that nobody had before are taken.
    static List<Fate> of(Sql sql, List<Fate> fates) {
        var recognition = new Recognition(sql, fates);
        var recognised = fates.stream().map(recognition::recognise).toList();
        Identities.apply(sql, recognition.admitted);
        Quarantine.settle(sql, recognition.admitted.stream().map(Identity::id).toList());
        return recognised;
    }

    private Fate recognise(Fate fate) {
        return identity(fate).map(identity -> recognise(fate, identity)).orElse(fate);
    }

    private Fate recognise(Fate fate, Identity identity) {
        var before = Optional.ofNullable(known.putIfAbsent(identity.id().value(), identity));
        if (before.isEmpty()) {
            return fate;
        }
        if (!before.get().hash().equals(identity.hash())) {
            return conflict(fate, before.get());
        }
        return !before.get().applied() && fate instanceof Fate.Apply apply && wanted(apply)
                ? admit(fate, identity)
                : new Fate.Repeat(fate.record());
    }

    /// What waited in quarantine and can be applied now, unless a person has discarded it.
    private boolean wanted(Fate.Apply apply) {
        return apply.observed().release().isPresent()
                || !discarded.contains(apply.observation().id().value());
    }

    private Fate admit(Fate fate, Identity identity) {
        known.put(identity.id().value(), identity);
        admitted.add(identity);
        return fate;
    }

    private static Fate conflict(Fate fate, Identity before) {
        return new Fate.Hold(
                fate.record(),
                QuarantineReason.ID_CONFLICT,
                "The id was used before with other content",
                before.patient());
    }

    private static Optional<Identity> identity(Fate fate) {
        return switch (fate) {
            case Fate.Apply apply ->
                Optional.of(identity(
                        apply.observed(), Optional.of(apply.observation().patientId()), Optional.empty()));
            case Fate.Hold hold ->
                observed(hold).map(said -> identity(said, hold.patient(), Optional.of(hold.detail())));
            case Fate.ApplyBaseline _, Fate.Admit _, Fate.Repeat _, Fate.SendOn _ -> Optional.empty();
        };
    }

    private static Optional<Observed> observed(Fate.Hold hold) {
        return hold.record().reading() instanceof StreamReading.Legible(Observed observed)
                ? Optional.of(observed)
                : Optional.empty();
    }

    private static Identity identity(Observed said, Optional<PatientId> patient, Optional<String> detail) {
        ObservationId id = said.submission().id();
        var hash = ContentHash.of(said.submission()).hex();
        return new Identity(
                id,
                hash,
                patient,
                said.submission().effectiveAt(),
                said.submission().kind(),
                detail);
    }
}
