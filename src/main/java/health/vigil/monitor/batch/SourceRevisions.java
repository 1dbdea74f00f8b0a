package health.vigil.monitor.batch;

import health.vigil.exchange.SourceNote;
import health.vigil.history.Episode;
import health.vigil.intake.json.ContentHash;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.store.Identities;
import health.vigil.store.Identities.Identity;
import health.vigil.store.ObservationUpdates;
import health.vigil.store.ObservationUpdates.UpdatedObservation;
import health.vigil.store.OutboxMessages;
import health.vigil.store.Quarantine;
import health.vigil.store.QuarantineReason;
import health.vigil.store.SourceEntries;
import health.vigil.store.SourceEntries.SentNote;
import health.vigil.store.Sql;
import health.vigil.stream.PartSource;
import health.vigil.stream.StreamRecord.ObservationsWithdrawn;
import health.vigil.stream.StreamRecord.SourceWithdrawn;
import health.vigil.stream.StreamWriter;
import health.vigil.stream.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Decides which revision of another system's statement stands. What no longer stands is retracted in the same
/// transaction, in the name of its sender.
final class SourceRevisions {
    private static final String CONFLICT =
            "Its sender used the identifier before for another statement, and this is no revision of it";

    private final Sql sql;
    private final Map<String, SourceState> states = new HashMap<>();
    /// The patients of observations that may have to be retracted.
    private final Map<ObservationId, PatientId> patients = new HashMap<>();
    private final List<Disposition.Apply> retractions = new ArrayList<>();
    private final Set<ObservationId> discarded = new HashSet<>();
    private final List<OutboxMessages.Message> elsewhere = new ArrayList<>();
    private final List<MovedStatement> moved = new ArrayList<>();
    /// Observations that stand as they are, while their statement has another revision: it may be final now.
    private final Set<UpdatedObservation> restated = new HashSet<>();

    private SourceRevisions(Sql sql, List<SentNote> sent) {
        this.sql = sql;
        if (!sent.isEmpty()) {
            SourceEntries.lock(sql, sent).forEach((key, entry) -> states.put(key, new SourceState(entry)));
        }
    }

    /// The dispositions, and what follows from them.
    ///
    /// @param retractions of what no longer stands; they have no record of their own
    /// @param moved the patients who had what is another patient's now
    record RevisedRecords(
            List<Disposition> dispositions, List<Disposition.Apply> retractions, List<MovedStatement> moved) {}

    /// A statement that was corrected to be about another patient.
    ///
    /// @param episodes of the patient who had it
    record MovedStatement(ObservationsWithdrawn withdrawn, List<Episode> episodes) {}

    static RevisedRecords of(Sql sql, List<Disposition> dispositions) {
        var sent = dispositions.stream()
                .flatMap(disposition -> sent(disposition).stream())
                .toList();
        var revisions = new SourceRevisions(sql, sent);
        revisions.findPatients(sent);
        revisions.findDiscarded(dispositions);
        var decided = dispositions.stream().map(revisions::decide).toList();
        revisions.save();
        return new RevisedRecords(decided, revisions.retractions, revisions.moved);
    }

    private static Optional<SentNote> sent(Disposition disposition) {
        return switch (disposition) {
            case Disposition.Apply apply ->
                apply.observed()
                        .source()
                        .map(source -> new SentNote(apply.observation().id().sender(), source.statement()));
            case Disposition.Withdraw(var _, SourceWithdrawn withdrawn, var _) ->
                Optional.of(new SentNote(withdrawn.sender(), withdrawn.statement()));
            case Disposition.Withdraw _,
                    Disposition.ApplyBaseline _,
                    Disposition.Admit _,
                    Disposition.Change _,
                    Disposition.Repeat _,
                    Disposition.Hold _,
                    Disposition.SendOn _ -> Optional.empty();
        };
    }

    private void findPatients(List<SentNote> sent) {
        var standing = sent.stream()
                .flatMap(each ->
                        state(each.note()).observations().stream().map(id -> new ObservationId(each.sender(), id)))
                .collect(Collectors.toSet());
        Identities.known(sql, standing)
                .forEach((id, identity) -> identity.patient().ifPresent(patient -> patients.put(id, patient)));
    }

    /// What a person discarded changes nothing, so it must not replace what stands.
    private void findDiscarded(List<Disposition> dispositions) {
        var ids = dispositions.stream()
                .flatMap(disposition -> disposition instanceof Disposition.Apply apply && mayBeDiscarded(apply)
                        ? Stream.of(apply.observation().id())
                        : Stream.<ObservationId>empty())
                .toList();
        discarded.addAll(Quarantine.unapplied(sql, ids).discarded());
    }

    private static boolean mayBeDiscarded(Disposition.Apply apply) {
        return apply.observed().source().isPresent()
                && apply.observed().release().isEmpty();
    }

    private SourceState state(SourceNote note) {
        return Objects.requireNonNull(states.get(note.key()));
    }

    private Disposition decide(Disposition disposition) {
        return switch (disposition) {
            case Disposition.Apply apply ->
                apply.observed().source().map(source -> decide(apply, source)).orElse(apply);
            case Disposition.Withdraw withdraw ->
                switch (withdraw.withdrawal()) {
                    case SourceWithdrawn withdrawn -> decide(withdraw, withdrawn);
                    case ObservationsWithdrawn withdrawn -> decide(withdraw, withdrawn);
                };
            case Disposition.ApplyBaseline _,
                    Disposition.Admit _,
                    Disposition.Change _,
                    Disposition.Repeat _,
                    Disposition.Hold _,
                    Disposition.SendOn _ -> disposition;
        };
    }

    private Disposition decide(Disposition.Apply apply, PartSource source) {
        var observation = apply.observation();
        if (mayBeDiscarded(apply) && discarded.contains(observation.id())) {
            return new Disposition.Repeat(apply.record());
        }
        var state = state(source.statement());
        var step =
                state.part(source.statement(), source.part(), observation.id().value());
        return switch (step) {
            case SourceState.Step.IsKnown _ -> apply;
            case SourceState.Step.Repeats _ -> new Disposition.Repeat(apply.record());
            case SourceState.Step.Conflicts _ ->
                new Disposition.Hold(
                        apply.record(), QuarantineReason.ID_CONFLICT, CONFLICT, Optional.of(observation.patientId()));
            case SourceState.Step.Earlier(var because) -> {
                patients.put(observation.id(), observation.patientId());
                retract(
                        new WithdrawalCause(
                                apply,
                                source.statement(),
                                because.token(),
                                because.report().receivedAt()),
                        List.of(observation.id().value()));
                yield apply;
            }
            case SourceState.Step.Stands(var _, var applied, var gone) -> {
                retract(new WithdrawalCause(apply, source.statement()), gone);
                patients.put(observation.id(), observation.patientId());
                if (!applied) {
                    state.observations()
                            .forEach(id -> restated.add(new UpdatedObservation(
                                    observation.patientId(),
                                    observation.effectiveAt(),
                                    new ObservationId(observation.id().sender(), id))));
                }
                state.isAbout(observation.patientId());
                yield applied ? apply : new Disposition.Repeat(apply.record());
            }
        };
    }

    private Disposition decide(Disposition.Withdraw withdraw, SourceWithdrawn withdrawn) {
        var state = state(withdrawn.statement());
        return switch (state.withdrawal(withdrawn.statement())) {
            case SourceState.Step.Repeats _ -> new Disposition.Repeat(withdraw.record());
            case SourceState.Step.Stands(var _, var _, var gone) -> {
                if (gone.isEmpty()) {
                    withdrawn.patientId().ifPresent(state::isAbout);
                }
                retract(new WithdrawalCause(withdraw, withdrawn), gone);
                yield withdraw;
            }
            case SourceState.Step.Earlier _, SourceState.Step.IsKnown _, SourceState.Step.Conflicts _ -> withdraw;
        };
    }

    private Disposition decide(Disposition.Withdraw withdraw, ObservationsWithdrawn withdrawn) {
        if (withdraw.episodes().isEmpty()) {
            return new Disposition.Repeat(withdraw.record());
        }
        withdrawn
                .observations()
                .forEach(id -> patients.put(new ObservationId(withdrawn.sender(), id), withdrawn.patient()));
        retract(new WithdrawalCause(withdraw, withdrawn), withdrawn.observations());
        if (withdrawn.moved()) {
            moved.add(new MovedStatement(withdrawn, withdraw.episodes()));
        }
        return withdraw;
    }

    /// Retracts observations: of the record's patient at once, of another patient through that one's partition.
    private void retract(WithdrawalCause cause, List<String> observations) {
        var others = new HashMap<PatientId, List<String>>();
        for (var id : observations) {
            var target = new ObservationId(cause.sender(), id);
            var patient = Optional.ofNullable(patients.get(target));
            if (patient.isEmpty()) {
                continue;
            }
            if (cause.isAbout(patient.get())) {
                retractions.add(cause.retraction(target, patient.get()));
            } else {
                others.computeIfAbsent(patient.get(), _ -> new ArrayList<>()).add(id);
            }
        }
        cause.author()
                .ifPresent(author -> others.forEach((patient, ids) -> elsewhere.add(message(new ObservationsWithdrawn(
                        cause.statement(), patient, ids, cause.moved(), cause.receivedAt(), author)))));
    }

    private static OutboxMessages.Message message(ObservationsWithdrawn withdrawn) {
        return new OutboxMessages.Message(
                Topics.OBSERVATIONS, withdrawn.patient().value(), StreamWriter.write(withdrawn));
    }

    private void save() {
        SourceEntries.saveRevisions(
                sql,
                states.values().stream()
                        .flatMap(state -> state.changed().stream())
                        .toList());
        SourceEntries.saveStanding(
                sql,
                states.values().stream()
                        .flatMap(state -> state.standing().stream())
                        .toList());
        ObservationUpdates.note(sql, restated);
        OutboxMessages.add(sql, elsewhere);
        if (!retractions.isEmpty()) {
            var fresh = Identities.claim(
                    sql, retractions.stream().map(SourceRevisions::identity).toList());
            retractions.removeIf(
                    retraction -> !fresh.contains(retraction.observation().id()));
        }
    }

    private static Identity identity(Disposition.Apply retraction) {
        var submission = retraction.observed().submission();
        return new Identity(
                submission.id(),
                ContentHash.of(submission).hex(),
                Optional.of(retraction.observation().patientId()),
                submission.effectiveAt(),
                submission.kind(),
                Optional.empty());
    }
}
