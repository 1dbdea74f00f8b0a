package health.vigil.patient.merge;

import health.vigil.api.Transactions;
import health.vigil.api.Visibility;
import health.vigil.observation.PatientId;
import health.vigil.problem.Problem;
import health.vigil.problem.ProblemException;
import health.vigil.store.ActiveEpisodes;
import health.vigil.store.EpisodeRow;
import health.vigil.store.PatientMerges;
import health.vigil.store.PatientMerges.Merge;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks whether one number may be merged into another. This happens before the request is sent, because the
/// monitor cannot refuse to a user.
@ApplicationScoped
class MergeCheck {
    private final Transactions transactions;
    private final Visibility visible;

    MergeCheck(Transactions transactions, Visibility visible) {
        this.transactions = transactions;
        this.visible = visible;
    }

    /// Checks that the user may merge these numbers.
    ///
    /// @throws ProblemException 400 if both numbers are the same, 404 if the user may not see the patient, 403 if
    ///     the user does not work for the wards of all stays
    void users(PatientId old, PatientId into) {
        if (old.equals(into)) {
            throw ProblemException.invalid("into", "must be another number than the one to merge");
        }
        var admitted = Stream.of(into, old).filter(this::admitted).toList();
        if (admitted.isEmpty()) {
            throw ProblemException.notFound("No patient was admitted under either number");
        }
        admitted.forEach(number -> visible.patient(number.value()));
        Stream.of(into, old).filter(number -> !admitted.contains(number)).forEach(this::requireKnown);
        admitted.forEach(this::allStays);
    }

    /// A mistyped number must not be merged.
    private void requireKnown(PatientId number) {
        if (!transactions.run(sql -> PatientMerges.anythingOf(sql, number))) {
            throw ProblemException.notFound("Nothing is recorded under " + number.value());
        }
    }

    /// Neither a merge nor its undoing may show a user the data of another ward.
    void allStays(PatientId number) {
        if (!visible.worksForAllStays(number.value())) {
            throw ProblemException.forbidden("A stay of the patient is in a ward that you do not work for. Ask a user"
                    + " who works for the wards of all stays of both numbers");
        }
    }

    boolean maySee(PatientId number) {
        return !admitted(number) || visible.sees(number.value());
    }

    private boolean admitted(PatientId number) {
        return transactions.run(_ -> EpisodeRow.count("patientId", number.value()) > 0);
    }

    /// The same merge, if it was requested before: a repeated request changes nothing but wakes the monitor.
    Optional<Merge> underWay(Sql sql, PatientId old, PatientId into) {
        return PatientMerges.underWay(sql, old)
                .filter(merge -> merge.into().equals(into) && merge.ended().isEmpty());
    }

    /// Checks that the numbers can be merged.
    ///
    /// @throws ProblemException 409 with the reason if not
    void numbers(Sql sql, PatientId old, PatientId into) {
        PatientMerges.underWay(sql, old).ifPresent(merge -> {
            throw conflict(
                    "The number is already merged into the one in `into`: undo that merge first",
                    Map.of("into", merge.into().value()));
        });
        PatientMerges.underWay(sql, into).ifPresent(merge -> {
            throw conflict(
                    "The number to merge into is itself merged into the one in `into`: merge into that one",
                    Map.of("into", merge.into().value()));
        });
        PatientMerges.into(sql, old).stream().findFirst().ifPresent(merge -> {
            throw conflict(
                    "The number in `old` is merged into this one: undo that merge first, then merge both",
                    Map.of("old", merge.old().value()));
        });
        episodes(sql, old, into);
    }

    private static void episodes(Sql sql, PatientId old, PatientId into) {
        var ofOld = ActiveEpisodes.of(sql, old);
        var ofInto = ActiveEpisodes.of(sql, into);
        if (ofOld.isPresent() && ofInto.isPresent()) {
            throw conflict(
                    "Both numbers have an active episode: " + ofOld.get() + " and " + ofInto.get()
                            + ". Discharge or void the one that is not true",
                    Map.of("episodes", List.of(ofOld.get(), ofInto.get())));
        }
        ofOld.ifPresent(_ -> requireAlive(sql, into));
        ofInto.ifPresent(_ -> requireAlive(sql, old));
    }

    /// A death under one number would end the alarms of a patient who is watched under the other.
    private static void requireAlive(Sql sql, PatientId other) {
        PatientMerges.death(sql, other).ifPresent(id -> {
            throw conflict(
                    "A death is recorded or in quarantine under one number, and the patient has an active episode"
                            + " under the other. If the death in `observationId` is wrong, retract or discard it."
                            + " Otherwise discharge the episode",
                    Map.of("observationId", id));
        });
    }

    private static ProblemException conflict(String detail, Map<String, Object> members) {
        return new ProblemException(Problem.of(409, detail).with(members));
    }
}
