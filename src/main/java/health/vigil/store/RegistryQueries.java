package health.vigil.store;

import health.vigil.context.ContextPolicy;
import health.vigil.context.Situation;
import health.vigil.grading.CourseReport;
import health.vigil.grading.Policy;
import health.vigil.history.Episode;
import health.vigil.observation.PatientId;
import health.vigil.registry.RegistryCase;
import health.vigil.registry.RegistryCase.RegistryEpisode;
import health.vigil.registry.RegistryExport;
import health.vigil.registry.RegistryRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Computes the export for registries and trials, one row for each episode.
@ApplicationScoped
public class RegistryQueries {
    private static final String FOUND = """
            select id, patient_id, indication, ended_at from episode
            where voided_at is null and infused_at <= ?
                and (?::timestamptz is null or infused_at >= ?) and (?::timestamptz is null or infused_at <= ?)
                and (?::text is null or ward_fold(ward) = ?)
                and (?::text[] is null or ward_fold(ward) = any(?::text[]))
            order by infused_at, id
            limit ?
            """;

    private final Database database;
    private final GradeQueries grades;
    private final Policy policy;
    private final ContextPolicy context;
    private final HospitalSettings hospital;

    RegistryQueries(
            Database database, GradeQueries grades, Policy policy, ContextPolicy context, HospitalSettings hospital) {
        this.database = database;
        this.grades = grades;
        this.policy = policy;
        this.context = context;
        this.hospital = hospital;
    }

    /// The episodes that are asked for.
    ///
    /// @param ward the key of a ward's name
    /// @param wards the keys of the wards that the reader may see; absent for every ward
    /// @param most the largest number of episodes
    public record WantedEpisodes(
            Optional<Instant> infusedFrom,
            Optional<Instant> infusedTo,
            Optional<String> ward,
            Optional<Set<String>> wards,
            int most) {}

    /// An export.
    ///
    /// @param more whether there are more episodes than asked for; then it has no rows
    public record ExportedRows(Instant at, List<ExportedRow> rows, boolean more) {}

    /// The row of one episode.
    ///
    /// @param patient the number that stands for the patient
    public record ExportedRow(PatientId patient, RegistryRow row) {}

    /// An episode that is exported.
    private record FoundEpisode(UUID id, PatientId patient, Optional<String> indication, Optional<Instant> endedAt) {
        static FoundEpisode read(ResultRow row) {
            return new FoundEpisode(
                    row.uuid("id"),
                    new PatientId(row.text("patient_id")),
                    row.optionalText("indication"),
                    row.optionalInstant("ended_at"));
        }
    }

    /// The rows by the time of the infusion, read from one snapshot. Planned infusions are left out.
    public ExportedRows rows(WantedEpisodes wanted) {
        return database.read(sql -> {
            var now = sql.now();
            var found = found(sql, wanted, now);
            if (found.size() > wanted.most()) {
                return new ExportedRows(now, List.of(), true);
            }
            var known = Episodes.of(
                    sql, found.stream().map(FoundEpisode::patient).distinct().toList());
            var rows = found.stream()
                    .flatMap(each -> known.getOrDefault(each.patient(), List.of()).stream()
                            .filter(episode -> episode.id().equals(each.id()))
                            .map(episode -> row(sql, each, episode, now)))
                    .toList();
            return new ExportedRows(now, rows, false);
        });
    }

    private static List<FoundEpisode> found(Sql sql, WantedEpisodes wanted, Instant now) {
        var keys = wanted.wards().map(names -> Column.texts(List.copyOf(names), name -> name));
        return sql.list(
                FOUND,
                FoundEpisode::read,
                now,
                wanted.infusedFrom(),
                wanted.infusedFrom(),
                wanted.infusedTo(),
                wanted.infusedTo(),
                wanted.ward(),
                wanted.ward(),
                keys,
                keys,
                wanted.most() + 1);
    }

    private ExportedRow row(Sql sql, FoundEpisode found, Episode episode, Instant now) {
        var patient = episode.numbers().patient();
        return new ExportedRow(patient, RegistryExport.row(registryCase(sql, found, episode, now)));
    }

    private RegistryCase registryCase(Sql sql, FoundEpisode found, Episode episode, Instant now) {
        var cut = episode.last(now);
        var history = RegistryHistory.of(sql, found.id());
        var therapy = TherapyFacts.of(sql, episode, Observations.EVER);
        var baseline = Optional.ofNullable(
                        Baselines.of(sql, List.of(episode), Observations.EVER).get(episode.id()))
                .orElseThrow(() -> new IllegalStateException("An episode has no baseline"));
        var situation = new Situation(
                cut,
                episode.infusedAt(),
                hospital.timeZone(),
                baseline.baseline(),
                therapy.product(),
                episode.weight(),
                therapy.lymphodepletionAt(),
                grades.report(sql, episode, cut),
                history.changes(),
                Observations.beside(sql, episode, cut, Observations.EVER),
                context);
        var journey = RegistryJourney.of(sql, found.id(), now);
        return new RegistryCase(
                episode(found, episode, therapy, history, cut),
                situation,
                onsets(sql, episode, history),
                RegistryTemperatures.of(sql, episode, cut),
                policy.vasopressorOverlap(),
                journey.therapy(),
                journey.given());
    }

    private static RegistryEpisode episode(
            FoundEpisode found, Episode episode, TherapyFacts therapy, RegistryHistory history, Instant cut) {
        return new RegistryEpisode(
                found.id(),
                episode.numbers().patient(),
                therapy.product().orElse(""),
                found.indication(),
                episode.further().size(),
                episode.infusedAt(),
                found.endedAt().filter(end -> end.isBefore(cut)).orElse(cut),
                found.endedAt(),
                history.ruleSets(),
                history.policyVersions(),
                history.amended());
    }

    /// When the course of each rise of CRS began. A single rise is a single course.
    private Map<Instant, Instant> onsets(Sql sql, Episode episode, RegistryHistory history) {
        var rises = RegistryExport.risesOfCrs(history.changes());
        var onsets = new HashMap<Instant, Instant>();
        if (rises.size() > 1) {
            for (var rise : rises) {
                grades.report(sql, episode, rise)
                        .crs()
                        .course()
                        .map(CourseReport::onset)
                        .ifPresent(onset -> onsets.put(rise, onset));
            }
        }
        return onsets;
    }
}
