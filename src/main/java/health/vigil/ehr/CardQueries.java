package health.vigil.ehr;

import health.vigil.access.CurrentUser;
import health.vigil.api.Visibility;
import health.vigil.observation.PatientId;
import health.vigil.store.Database;
import health.vigil.store.GradeQueries;
import health.vigil.store.Sql;
import health.vigil.store.UnresolvedAlerts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/// Finds the patients whom the calling EHR may ask for: those with an active episode in its wards. For everybody
/// else the answer is the same, so that it tells nobody who is a patient of which ward.
@ApplicationScoped
class CardQueries {
    private static final String ACTIVE = "active";

    private final Visibility visible;
    private final CurrentUser user;
    private final Database database;
    private final GradeQueries grades;

    CardQueries(Visibility visible, CurrentUser user, Database database, GradeQueries grades) {
        this.visible = visible;
        this.user = user;
        this.database = database;
        this.grades = grades;
    }

    Optional<CardData> find(String id) {
        return PatientId.accepts(id) && isWatched(id)
                ? database.read(sql -> read(sql, new PatientId(id)))
                : Optional.empty();
    }

    /// The audit trail names a patient of Vigil, also if the EHR may not see this patient.
    private boolean isWatched(String id) {
        return visible.concerned(id)
                .filter(episode -> episode.status.equals(ACTIVE) && user.maySee(episode.ward))
                .isPresent();
    }

    private Optional<CardData> read(Sql sql, PatientId id) {
        return grades.onScales(sql, id, Optional.empty(), Optional.empty(), Set.of())
                .map(GradeQueries.GradesOnScales::report)
                .filter(report -> user.maySee(report.episode().ward()))
                .map(report -> new CardData(
                        report,
                        UnresolvedAlerts.of(
                                sql,
                                report.episode().numbers(),
                                report.episode().ward())));
    }
}
