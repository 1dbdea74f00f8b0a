package health.vigil.monitor.batch;

import health.vigil.access.Role;
import health.vigil.access.Roles;
import health.vigil.intake.Subject;
import health.vigil.observation.Kind;
import health.vigil.observation.Numbers;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.RetractionTarget;
import health.vigil.observation.Sender;
import health.vigil.observation.Word;
import health.vigil.store.Identities;
import health.vigil.store.Identities.Identity;
import health.vigil.store.Observations;
import health.vigil.store.QuarantineReason;
import health.vigil.store.Retractions;
import health.vigil.store.Retractions.RetractionEntry;
import health.vigil.store.Sql;
import health.vigil.stream.Author;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds back retractions that must not take effect: of another patient's observation, of a kind that their
/// author may not enter, or with an ambiguous target.
final class RetractionCheck {
    /// Why a retraction must not take effect.
    record Objection(QuarantineReason reason, String detail) {}

    private final Sql sql;
    private final RetractionTargets targets;
    private final Map<ObservationId, Optional<String>> devices;
    private final Map<ObservationId, Boolean> verified;

    private RetractionCheck(Sql sql, RetractionTargets targets, List<Disposition> dispositions) {
        this.sql = sql;
        this.targets = targets;
        this.devices = devices(dispositions);
        this.verified = verified(dispositions);
    }

    /// Replaces such retractions by holds, and sets the resolved target on the others. If the target has not
    /// been received yet, the retraction is checked when the target arrives.
    static List<Disposition> of(Sql sql, List<Disposition> dispositions) {
        var targets = RetractionTargets.of(
                sql,
                dispositions.stream()
                        .flatMap(disposition -> target(disposition).stream())
                        .map(RetractionTarget::id)
                        .toList());
        var check = new RetractionCheck(sql, targets, dispositions);
        return dispositions.stream().map(check::checked).toList();
    }

    /// The device of each observation in this batch that has one.
    private static Map<ObservationId, Optional<String>> devices(List<Disposition> dispositions) {
        var devices = new HashMap<ObservationId, Optional<String>>();
        for (var disposition : dispositions) {
            if (disposition instanceof Disposition.Apply apply) {
                devices.put(apply.observation().id(), device(apply));
            }
        }
        return devices;
    }

    /// Whether the author of each observation in this batch is verified.
    private static Map<ObservationId, Boolean> verified(List<Disposition> dispositions) {
        var verified = new HashMap<ObservationId, Boolean>();
        for (var disposition : dispositions) {
            if (disposition instanceof Disposition.Apply apply) {
                verified.put(apply.observation().id(), verified(apply));
            }
        }
        return verified;
    }

    static boolean verified(Disposition.Apply apply) {
        return apply.observed().author().filter(Author::isVerified).isPresent();
    }

    /// The device that an observation came from.
    static Optional<String> device(Disposition.Apply apply) {
        return apply.observed().submission().subject() instanceof Subject.ByDevice(var device)
                ? Optional.of(device.value())
                : Optional.empty();
    }

    private Disposition checked(Disposition disposition) {
        return disposition instanceof Disposition.Apply apply
                ? apply.withdraws()
                        .map(target -> checked(apply, targets.resolved(apply, target)))
                        .orElse(apply)
                : disposition;
    }

    private Disposition checked(Disposition.Apply apply, RetractionTarget target) {
        if (withdrawnBefore(apply, target)) {
            return apply.withdrawingNothing();
        }
        var resolved = apply.withdrawing(target);
        return targets.ambiguity(apply, target)
                .map(detail -> new Objection(QuarantineReason.AMBIGUOUS_TARGET, detail))
                .or(() -> retraction(resolved).flatMap(named -> objection(resolved, named)))
                .<Disposition>map(objection -> hold(sql, resolved, objection))
                .orElse(resolved);
    }

    /// Whether a correction already took effect in another patient's chart, before it was moved to the right
    /// patient.
    private boolean withdrawnBefore(Disposition.Apply apply, RetractionTarget target) {
        return apply.observed().release().isPresent()
                && Retractions.isStored(sql, target, apply.observation().id());
    }

    private Optional<Objection> objection(Disposition.Apply apply, RetractionEntry named) {
        var target = named.target().observation().flatMap(targets::identity);
        return anothers(named)
                .or(() -> target.flatMap(found -> found.patient()
                                .flatMap(patient -> objection(named, apply.numbers(), patient, found.kind())))
                        .or(() -> target.filter(Identity::applied).flatMap(found -> foreign(apply, named, found.id()))))
                .or(() -> target.filter(Identity::applied).flatMap(found -> unverified(apply, found.id())));
    }

    /// A device may retract only what was sent with the same credential.
    private static Optional<Objection> anothers(RetractionEntry named) {
        var another = named.target()
                .sender()
                .filter(sender -> !sender.equals(named.retraction().sender()));
        return named.enteredRole()
                .filter(Roles.DEVICE::equals)
                .flatMap(_ -> another)
                .map(_ ->
                        new Objection(QuarantineReason.NOT_PERMITTED, "A device may retract only what it sent itself"));
    }

    private static Disposition hold(Sql sql, Disposition.Apply apply, Objection objection) {
        var observation = apply.observation();
        Identities.quarantine(sql, observation.id(), objection.detail());
        return new Disposition.Hold(
                apply.record(), objection.reason(), objection.detail(), Optional.of(observation.patientId()));
    }

    /// The objection to a retraction that was received before its target.
    static Optional<Objection> objection(RetractionEntry named, Disposition.Apply target, Kind kind) {
        return objection(named, target.numbers(), named.patient(), kind);
    }

    /// The objection because of the target's patient or kind.
    ///
    /// @param numbers the numbers of one of the two patients
    /// @param other a number of the other patient
    private static Optional<Objection> objection(RetractionEntry named, Numbers numbers, PatientId other, Kind kind) {
        if (!numbers.include(other)) {
            return Optional.of(
                    new Objection(QuarantineReason.FOREIGN_TARGET, "It retracts an observation of another patient"));
        }
        var role = named.enteredRole().flatMap(word -> Word.of(Role.class, word));
        return role.map(entered -> !entered.mayEnter(kind)).orElseGet(() -> Role.isPhysicians(kind))
                ? Optional.of(new Objection(
                        QuarantineReason.NOT_PERMITTED,
                        "Its author may not enter the kind of observation that it retracts"))
                : Optional.empty();
    }

    private Optional<Objection> foreign(Disposition.Apply apply, RetractionEntry named, ObservationId target) {
        return device(apply)
                .flatMap(by -> foreign(
                        named,
                        by,
                        Optional.ofNullable(devices.get(target)).orElseGet(() -> Observations.device(sql, target))));
    }

    private Optional<Objection> unverified(Disposition.Apply apply, ObservationId target) {
        return verified(apply)
                ? Optional.empty()
                : objection(Optional.ofNullable(verified.get(target))
                        .orElseGet(() -> Observations.isByAVerifiedAuthor(sql, target)));
    }

    /// The same for a retraction that was received before its target.
    static Optional<Objection> unverified(RetractionEntry named, Disposition.Apply target) {
        var nobody = named.enteredRole().equals(Optional.of(Author.UNVERIFIED))
                || named.retraction().sender().equals(Sender.STREAM);
        return nobody ? objection(verified(target)) : Optional.empty();
    }

    /// An unverified author must not retract the observation of a verified one.
    ///
    /// @param verified whether the author of the target is verified
    private static Optional<Objection> objection(boolean verified) {
        return verified
                ? Optional.of(new Objection(QuarantineReason.UNVERIFIED_AUTHOR, AuthorCheck.UNVERIFIED))
                : Optional.empty();
    }

    /// A device may retract only its own readings, and nothing else of its patient.
    ///
    /// @param by the device that sent the retraction
    /// @param from the device that measured the target, if any
    static Optional<Objection> foreign(RetractionEntry named, String by, Optional<String> from) {
        var entered = named.enteredRole().filter(Roles.DEVICE::equals);
        return entered.isPresent() && !from.equals(Optional.of(by))
                ? Optional.of(new Objection(
                        QuarantineReason.NOT_PERMITTED, "A device may retract only what it measured itself"))
                : Optional.empty();
    }

    /// What a record retracts; empty if it is neither a retraction nor a correction.
    static Optional<RetractionEntry> retraction(Disposition.Apply apply) {
        return apply.withdraws()
                .map(target -> new RetractionEntry(
                        target,
                        apply.observation().id(),
                        apply.observation().patientId(),
                        apply.observation().receivedAt(),
                        apply.observed().author().flatMap(Author::role)));
    }

    private static Optional<RetractionTarget> target(Disposition disposition) {
        return disposition instanceof Disposition.Apply apply ? apply.withdraws() : Optional.empty();
    }
}
