package health.vigil.monitor.batch;

import health.vigil.access.Role;
import health.vigil.access.Roles;
import health.vigil.intake.Sender;
import health.vigil.observation.Kind;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import health.vigil.store.Identities;
import health.vigil.store.Identities.Identity;
import health.vigil.store.Observations;
import health.vigil.store.QuarantineReason;
import health.vigil.store.Retractions.RetractionEntry;
import health.vigil.store.Sql;
import health.vigil.stream.Author;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Holds back retractions that may not act: of another patient's observation, or of a kind that whoever entered them
/// may not enter.
final class RetractionCheck {
    /// Why a retraction has no effect.
    record Objection(QuarantineReason reason, String detail) {}

    private RetractionCheck() {}

    /// The dispositions with such retractions held back. A target that nobody has seen yet is checked when it comes.
    static List<Disposition> of(Sql sql, List<Disposition> dispositions) {
        var targets = dispositions.stream()
                .flatMap(disposition -> target(disposition).stream())
                .map(ObservationId::value)
                .toList();
        var known = Identities.known(sql, targets);
        var devices = devices(dispositions);
        return dispositions.stream()
                .map(disposition -> checked(sql, disposition, known, devices))
                .toList();
    }

    /// The device of each observation of this batch that came from one.
    private static Map<String, Optional<String>> devices(List<Disposition> dispositions) {
        var devices = new HashMap<String, Optional<String>>();
        for (var disposition : dispositions) {
            if (disposition instanceof Disposition.Apply apply) {
                devices.put(apply.observation().id().value(), device(apply));
            }
        }
        return devices;
    }

    /// The device that an observation came from.
    static Optional<String> device(Disposition.Apply apply) {
        return apply.observed().submission().sender() instanceof Sender.ByDevice(var device)
                ? Optional.of(device.value())
                : Optional.empty();
    }

    private static Disposition checked(
            Sql sql, Disposition disposition, Map<String, Identity> known, Map<String, Optional<String>> devices) {
        return disposition instanceof Disposition.Apply apply
                ? named(apply)
                        .flatMap(named -> objection(
                                        named, known.get(named.target().value()))
                                .or(() -> foreign(sql, apply, named, known, devices)))
                        .map(objection -> hold(sql, apply, objection))
                        .orElse(disposition)
                : disposition;
    }

    private static Disposition hold(Sql sql, Disposition.Apply apply, Objection objection) {
        var observation = apply.observation();
        Identities.quarantine(sql, observation.id(), objection.detail());
        return new Disposition.Hold(
                apply.record(), objection.reason(), objection.detail(), Optional.of(observation.patientId()));
    }

    private static Optional<Objection> objection(RetractionEntry named, @Nullable Identity target) {
        return Optional.ofNullable(target)
                .flatMap(found -> found.patient().flatMap(patient -> objection(named, patient, found.kind())));
    }

    /// What speaks against a retraction of a patient's observation of a kind.
    static Optional<Objection> objection(RetractionEntry named, PatientId patient, Kind kind) {
        if (!patient.equals(named.patient())) {
            return Optional.of(
                    new Objection(QuarantineReason.FOREIGN_TARGET, "It retracts an observation of another patient"));
        }
        var role = named.enteredRole().flatMap(word -> Word.of(Role.class, word));
        return role.filter(entered -> !entered.mayEnter(kind)).isPresent()
                ? Optional.of(new Objection(
                        QuarantineReason.NOT_PERMITTED, "Whoever entered it may not enter its target's kind"))
                : Optional.empty();
    }

    private static Optional<Objection> foreign(
            Sql sql,
            Disposition.Apply apply,
            RetractionEntry named,
            Map<String, Identity> known,
            Map<String, Optional<String>> devices) {
        var target = named.target();
        return device(apply)
                .filter(_ -> Optional.ofNullable(known.get(target.value()))
                        .filter(Identity::applied)
                        .isPresent())
                .flatMap(by -> foreign(
                        named,
                        by,
                        Optional.ofNullable(devices.get(target.value()))
                                .orElseGet(() -> Observations.device(sql, target))));
    }

    /// What a device says of itself withdraws what it measured itself, and nothing else of its patient.
    ///
    /// @param by the device that the retraction came from
    /// @param from the device that its target came from, if it came from one
    static Optional<Objection> foreign(RetractionEntry named, String by, Optional<String> from) {
        var entered = named.enteredRole().filter(Roles.DEVICE::equals);
        return entered.isPresent() && !from.equals(Optional.of(by))
                ? Optional.of(new Objection(
                        QuarantineReason.NOT_PERMITTED, "A device may retract only what it measured itself"))
                : Optional.empty();
    }

    /// What a record withdraws, if it is a retraction or a correction that is to be applied.
    static Optional<RetractionEntry> named(Disposition.Apply apply) {
        return target(apply)
                .map(target -> new RetractionEntry(
                        target,
                        apply.observation().id(),
                        apply.observation().patientId(),
                        apply.observation().receivedAt(),
                        apply.observed().author().flatMap(Author::role)));
    }

    private static Optional<ObservationId> target(Disposition disposition) {
        return disposition instanceof Disposition.Apply apply
                ? apply.observed().submission().withdraws()
                : Optional.empty();
    }
}
