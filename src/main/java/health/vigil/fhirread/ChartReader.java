package health.vigil.fhirread;

import health.vigil.exchange.StatementStatus;
import health.vigil.fhirview.GivenEpisode;
import health.vigil.fhirview.GivenEpisode.CellInfusionGiven;
import health.vigil.fhirview.GivenGrade;
import health.vigil.fhirview.GivenObservation;
import health.vigil.fhirview.GivenObservation.GivenSource;
import health.vigil.fhirview.GivenObservation.RetractionNote;
import health.vigil.fhirview.GradeObservation;
import health.vigil.fhirview.ResourceIds;
import health.vigil.grading.GradeReport;
import health.vigil.history.EpisodeReport;
import health.vigil.json.JsonColumn;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.store.Database;
import health.vigil.store.EpisodeRow;
import health.vigil.store.FhirGrades.FhirGrade;
import health.vigil.store.FhirObservations;
import health.vigil.store.FhirObservations.FhirRow;
import health.vigil.store.GradeQueries;
import health.vigil.store.PatientNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns stored rows into what resources are made of.
@ApplicationScoped
public class ChartReader {
    private final Database database;
    private final GradeQueries grades;

    ChartReader(Database database, GradeQueries grades) {
        this.database = database;
        this.grades = grades;
    }

    /// A further infusion, as it is stored.
    record StoredCells(Instant at, Optional<String> product) {}

    /// What its sender has withdrawn is withdrawn here, even before the row itself says so.
    public static GivenObservation given(FhirRow row) {
        return new GivenObservation(
                row.observation(),
                row.subject(),
                row.enteredBy(),
                row.verified(),
                row.retractedAt()
                        .map(at -> new RetractionNote(at, row.reason()))
                        .or(() -> withdrawnBySender(row)),
                row.updatedAt(),
                row.source()
                        .map(source ->
                                new GivenSource(source.status(), source.id().sentIdentifier())));
    }

    private static Optional<RetractionNote> withdrawnBySender(FhirRow row) {
        return row.source()
                .filter(source -> source.status() == StatementStatus.WITHDRAWN)
                .map(_ -> new RetractionNote(row.updatedAt(), Optional.empty()));
    }

    /// The rows with these keys.
    public List<FhirRow> rows(Collection<String> keys) {
        return database.read(sql -> FhirObservations.ofKeys(sql, keys));
    }

    /// The observations with these ids, as far as they are stored.
    public Map<ObservationId, GivenObservation> inputs(Collection<ObservationId> ids) {
        var found = new HashMap<ObservationId, GivenObservation>();
        rows(ids.stream().map(ResourceIds::key).distinct().toList())
                .forEach(row -> found.put(row.observation().id(), given(row)));
        return found;
    }

    /// Entries of the history of grades with their reasons.
    public List<GivenGrade> grades(List<FhirGrade> entries) {
        var reports = new HashMap<Long, GradeReport>();
        entries.forEach(entry -> report(entry).ifPresent(report -> reports.put(entry.number(), report)));
        var inputs = inputs(reports.values().stream()
                .flatMap(report -> GradeObservation.inputs(report).stream())
                .distinct()
                .toList());
        return entries.stream()
                .map(entry -> given(entry, Optional.ofNullable(reports.get(entry.number())), inputs))
                .toList();
    }

    /// The reasons of an entry that stands. They are computed anew; if they do not give the same grade, they are
    /// not those that people saw.
    private Optional<GradeReport> report(FhirGrade entry) {
        if (entry.supersededAt().isPresent() || entry.unavailable().isPresent()) {
            return Optional.empty();
        }
        return grades.report(entry.subject(), Optional.of(entry.at()), Optional.empty())
                .filter(report -> report.episodeId().equals(entry.episode()))
                .map(EpisodeReport::report)
                .filter(report -> same(report, entry));
    }

    private static boolean same(GradeReport report, FhirGrade entry) {
        var number = report.of(entry.syndrome()).grade().number();
        return entry.grade()
                .map(grade -> number.isPresent() && number.getAsInt() == grade)
                .orElseGet(number::isEmpty);
    }

    /// An entry without its reasons.
    public static GivenGrade given(FhirGrade entry) {
        return given(entry, Optional.empty(), Map.of());
    }

    private static GivenGrade given(
            FhirGrade entry, Optional<GradeReport> report, Map<ObservationId, GivenObservation> inputs) {
        return new GivenGrade(
                entry.number(),
                entry.subject(),
                entry.syndrome(),
                entry.at(),
                entry.grade(),
                entry.previous(),
                entry.knownAt(),
                entry.supersededAt().map(at -> new GivenGrade.Superseded(at, entry.supersededBy())),
                entry.ruleSet(),
                entry.policyVersion(),
                entry.unavailable(),
                entry.updatedAt(),
                report,
                report.isPresent() ? inputs : Map.of());
    }

    public GivenEpisode episode(EpisodeRow row) {
        var infusions = new ArrayList<CellInfusionGiven>();
        infusions.add(new CellInfusionGiven(row.infusedAt, Optional.of(row.product)));
        JsonColumn.list(row.infusions, StoredCells.class).stream()
                .sorted(Comparator.comparing(StoredCells::at))
                .map(stored -> new CellInfusionGiven(stored.at(), stored.product()))
                .forEach(infusions::add);
        return new GivenEpisode(
                row.id,
                subject(row),
                Optional.ofNullable(row.name),
                row.birthDateGiven == null ? row.birthDate.toString() : row.birthDateGiven,
                Optional.ofNullable(row.sex),
                row.product,
                infusions,
                row.admittedAt,
                Optional.ofNullable(row.endedAt),
                row.voidedAt == null ? Optional.empty() : Optional.of(row.voidReason == null ? "" : row.voidReason),
                row.lastUpdated == null ? row.admittedAt : row.lastUpdated);
    }

    private PatientId subject(EpisodeRow row) {
        return row.patient == null
                ? database.read(sql -> PatientNumbers.of(sql, new PatientId(row.patientId)))
                        .patient()
                : new PatientId(row.patient);
    }
}
