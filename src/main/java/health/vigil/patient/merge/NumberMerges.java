package health.vigil.patient.merge;

import health.vigil.access.CurrentUser;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Transactions;
import health.vigil.api.Visibility;
import health.vigil.audit.AuditTrail;
import health.vigil.observation.PatientId;
import health.vigil.outbox.Outbox;
import health.vigil.patient.merge.MergeResource.MergeRequest;
import health.vigil.problem.ProblemException;
import health.vigil.store.PatientMerges;
import health.vigil.store.PatientMerges.Merge;
import health.vigil.store.PatientMerges.MergeDecision;
import health.vigil.store.Sql;
import health.vigil.stream.StreamRecord.PatientMerged;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Asks the monitor to merge two numbers or to undo a merge, and waits for it.
@ApplicationScoped
class NumberMerges {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Transactions transactions;
    private final MergeCheck check;
    private final Visibility visible;
    private final CurrentUser user;
    private final AuditTrail trail;

    NumberMerges(Transactions transactions, MergeCheck check, Visibility visible, CurrentUser user, AuditTrail trail) {
        this.transactions = transactions;
        this.check = check;
        this.visible = visible;
        this.user = user;
        this.trail = trail;
    }

    /// The merges of a patient's numbers. An undone merge is shown only to a user who may see both patients.
    MergeView of(PatientId number) {
        visible.patient(number.value());
        return view(number);
    }

    private MergeView view(PatientId number) {
        var patient = visible.numbersOf(number.value());
        var merges = transactions.run(sql -> PatientMerges.of(sql, number)).stream()
                .filter(merge -> merge.stands() || (check.maySee(merge.old()) && check.maySee(merge.into())))
                .toList();
        trail.about(number.value());
        return MergeView.of(patient, merges);
    }

    MergeView merge(PatientId old, MergeRequest wanted) {
        check.users(old, wanted.into());
        audit(old, wanted.into(), wanted.reason());
        var asked = transactions.change(sql -> {
            PatientMerges.lock(sql);
            var id = check.underWay(sql, old, wanted.into()).map(Merge::id).orElseGet(() -> ask(sql, old, wanted));
            Outbox.add(sql, old, new PatientMerged(id, old));
            return id;
        });
        await(asked, merge -> merge.knownAt().isPresent());
        return view(old);
    }

    private UUID ask(Sql sql, PatientId old, MergeRequest wanted) {
        check.numbers(sql, old, wanted.into());
        var id = UUID.randomUUID();
        PatientMerges.ask(sql, id, old, wanted.into(), decision(wanted.reason()));
        return id;
    }

    MergeView takeBack(PatientId old, String reason) {
        visible.patient(old.value());
        var standing = transactions
                .run(sql -> PatientMerges.underWay(sql, old))
                .orElseThrow(() -> ProblemException.notFound("The number is not merged into another"));
        check.allStays(old);
        audit(old, standing.into(), reason);
        transactions.change(sql -> {
            PatientMerges.lock(sql);
            var merge = PatientMerges.find(sql, standing.id())
                    .filter(found -> found.endedAt().isEmpty())
                    .orElseThrow(() -> ProblemException.conflict("Another user has just undone the merge"));
            if (merge.knownAt().isEmpty()) {
                throw ProblemException.conflict("The merge is still under way: try again in a moment");
            }
            if (merge.ended().isEmpty()) {
                PatientMerges.askEnd(sql, merge.id(), decision(reason));
            }
            Outbox.add(sql, merge.into(), new PatientMerged(merge.id(), merge.into()));
            return merge;
        });
        await(standing.id(), merge -> merge.endedAt().isPresent());
        return view(old);
    }

    /// Names both numbers in the audit trail.
    private void audit(PatientId old, PatientId into, String reason) {
        trail.about(Stream.of(old.value(), into.value()));
        trail.about(old.value());
        trail.because(reason);
    }

    private MergeDecision decision(String reason) {
        return new MergeDecision(MicrosecondClock.now(), user.username(), reason);
    }

    /// Waits until the monitor is done. 503 if that takes too long; the request is still carried out later.
    private void await(UUID id, Predicate<Merge> done) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!transactions.run(sql -> PatientMerges.find(sql, id).filter(done).isPresent())) {
            if (System.nanoTime() > end) {
                throw ProblemException.unavailable(
                        "The request is stored and will be carried out, but the grade does not reflect it yet",
                        PATIENCE);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
