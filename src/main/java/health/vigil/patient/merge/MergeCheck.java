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

/// What speaks against reading one number as another. The monitor has nobody to refuse to, so it is checked before.
@ApplicationScoped
class MergeCheck {
    private final Transactions transactions;
    private final Visibility visible;

    MergeCheck(Transactions transactions, Visibility visible) {
        this.transactions = transactions;
        this.visible = visible;
    }

    /// Whether the user may merge these numbers.
    ///
    /// @throws ProblemException 400 for a number with itself, 404 for what the user does not see,
    /// 403 for who does not work for the wards of all stays
    void users(PatientId old, PatientId into) {
        if (old.equals(into)) {
            throw ProblemException.invalid("into", "is the number itself");
        }
        var admitted = Stream.of(into, old).filter(this::admitted).toList();
        if (admitted.isEmpty()) {
            throw ProblemException.notFound("Nobody was admitted under either number");
        }
        admitted.forEach(number -> visible.patient(number.value()));
        Stream.of(into, old).filter(number -> !admitted.contains(number)).forEach(this::requireKnown);
        admitted.forEach(this::allStays);
    }

    /// A number that was mistyped must not become a patient's.
    private void requireKnown(PatientId number) {
        if (!transactions.run(sql -> PatientMerges.anythingOf(sql, number))) {
            throw ProblemException.notFound("Nothing is recorded under " + number.value());
        }
    }

    /// What an episode of another ward holds must not be seen by merging, nor by taking back.
    void allStays(PatientId number) {
        if (!visible.worksForAllStays(number.value())) {
            throw ProblemException.forbidden("A stay of the patient is in a ward that you do not work for: ask somebody"
                    + " who works for the wards of all stays of both numbers");
        }
    }

    boolean sees(PatientId number) {
        return !admitted(number) || visible.sees(number.value());
    }

    private boolean admitted(PatientId number) {
        return transactions.run(_ -> EpisodeRow.count("patientId", number.value()) > 0);
    }

    /// The very merge that is asked for, under way or done: asking again changes nothing, and wakes it.
    Optional<Merge> underWay(Sql sql, PatientId old, PatientId into) {
        return PatientMerges.underWay(sql, old)
                .filter(merge -> merge.into().equals(into) && merge.ended().isEmpty());
    }

    /// Whether the numbers can be read as one.
    ///
    /// @throws ProblemException 409, with what stands in the way
    void numbers(Sql sql, PatientId old, PatientId into) {
        PatientMerges.underWay(sql, old).ifPresent(merge -> {
            throw conflict(
                    "The number is read as another already, see into: take that back first",
                    Map.of("into", merge.into().value()));
        });
        PatientMerges.underWay(sql, into).ifPresent(merge -> {
            throw conflict(
                    "The number to merge into is itself read as another, see into: merge into that one",
                    Map.of("into", merge.into().value()));
        });
        PatientMerges.into(sql, old).stream().findFirst().ifPresent(merge -> {
            throw conflict(
                    "Another number is read as this one, see old: take that back first, then merge both",
                    Map.of("old", merge.old().value()));
        });
        episodes(sql, old, into);
    }

    private static void episodes(Sql sql, PatientId old, PatientId into) {
        var ofOld = ActiveEpisodes.of(sql, old);
        var ofInto = ActiveEpisodes.of(sql, into);
        if (ofOld.isPresent() && ofInto.isPresent()) {
            throw conflict(
                    "Both have an active episode, " + ofOld.get() + " and " + ofInto.get()
                            + ": discharge or void the one where the patient is not",
                    Map.of("episodes", List.of(ofOld.get(), ofInto.get())));
        }
        ofOld.ifPresent(_ -> requireAlive(sql, into));
        ofInto.ifPresent(_ -> requireAlive(sql, old));
    }

    /// The alarms of a patient who is watched would end with a death under another number.
    private static void requireAlive(Sql sql, PatientId other) {
        PatientMerges.death(sql, other).ifPresent(id -> {
            throw conflict(
                    "A death is recorded or waits under one number, and the patient is watched under the other:"
                            + " retract it, or have it discarded, if it is wrong, see observationId, or discharge the"
                            + " episode",
                    Map.of("observationId", id));
        });
    }

    private static ProblemException conflict(String detail, Map<String, Object> members) {
        return new ProblemException(Problem.of(409, detail).with(members));
    }
}
