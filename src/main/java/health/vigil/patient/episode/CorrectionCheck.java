package health.vigil.patient.episode;

import health.vigil.api.MicrosecondClock;
import health.vigil.grading.BirthDate;
import health.vigil.history.FactsCorrection;
import health.vigil.history.FurtherInfusion;
import health.vigil.json.JsonColumn;
import health.vigil.observation.Observation;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.store.EpisodeRow;
import health.vigil.store.FirstInfusions;
import health.vigil.store.HospitalSettings;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Checks a correction or a further infusion.
@ApplicationScoped
class CorrectionCheck {
    private final HospitalSettings hospital;

    CorrectionCheck(HospitalSettings hospital) {
        this.hospital = hospital;
    }

    /// Refuses an impossible correction. Reserves a corrected time of infusion for the episode.
    void correction(Sql sql, EpisodeRow episode, FactsCorrection facts) {
        var infusedAt = facts.infusedAt().orElse(episode.infusedAt);
        var born = facts.birthDate().map(BirthDate::day).orElse(episode.birthDate);
        if (born.isAfter(LocalDate.ofInstant(infusedAt, hospital.timeZone()))) {
            throw ProblemException.invalid(
                    facts.birthDate().isPresent() ? "birthDate" : "infusedAt",
                    "would put the birth of " + born + " after the infusion of " + infusedAt);
        }
        facts.infusedAt().filter(at -> !at.equals(episode.infusedAt)).ifPresent(at -> infusion(sql, episode, at));
    }

    private static void infusion(Sql sql, EpisodeRow episode, Instant at) {
        if (future(at) && !future(episode.infusedAt)) {
            throw ProblemException.invalid("infusedAt", "must not be in the future: this infusion was given already");
        }
        if (ended(episode).filter(at::isAfter).isPresent()) {
            throw ProblemException.invalid("infusedAt", "must not be after the discharge of " + episode.endedAt);
        }
        var notAfter =
                further(episode).stream().filter(later -> !later.isAfter(at)).findFirst();
        if (notAfter.isPresent()) {
            throw ProblemException.conflict(
                    "The further infusion of " + notAfter.get() + " must be after the first, at " + at);
        }
        if (!FirstInfusions.claim(sql, new PatientId(episode.patientId), episode.id, at)) {
            throw Admissions.sameInfusion(at);
        }
    }

    void infusion(EpisodeRow episode, FurtherInfusion infusion) {
        var at = infusion.at();
        if (future(at)) {
            throw ProblemException.invalid("at", "must not be in the future");
        }
        if (at.isBefore(episode.infusedAt)) {
            throw ProblemException.conflict("It would be before the first infusion of " + episode.infusedAt
                    + ": correct infusedAt of the episode instead");
        }
        if (at.equals(episode.infusedAt) || further(episode).contains(at)) {
            throw ProblemException.conflict("The infusion of " + at + " is recorded already");
        }
        if (ended(episode).filter(at::isAfter).isPresent()) {
            throw ProblemException.conflict("It would be after the discharge of " + episode.endedAt);
        }
    }

    private static Optional<Instant> ended(EpisodeRow episode) {
        return Optional.ofNullable(episode.endedAt);
    }

    private static boolean future(Instant at) {
        return at.isAfter(MicrosecondClock.now().plus(Observation.CLOCK_TOLERANCE));
    }

    private static List<Instant> further(EpisodeRow episode) {
        var infusions =
                JsonColumn.object("{\"infusions\":" + episode.infusions + "}").path("infusions");
        return StreamSupport.stream(infusions.spliterator(), false)
                .map(infusion -> Instant.parse(infusion.path("at").asText()))
                .toList();
    }
}
