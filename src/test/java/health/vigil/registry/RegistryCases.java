package health.vigil.registry;

import health.vigil.context.CaseNotes;
import health.vigil.context.Situation;
import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Syndrome;
import health.vigil.observation.Observation;
import health.vigil.observation.PatientId;
import health.vigil.registry.CellTherapy.GivenCells;
import health.vigil.registry.RegistryCase.FeverFacts;
import health.vigil.registry.RegistryCase.RegistryEpisode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import static health.vigil.context.CaseNotes.INFUSION;

/// A case with a history of grades that a test writes, in hours since the infusion.
final class RegistryCases {
    private final CaseNotes notes;
    private final List<GradeChange> changes = new ArrayList<>();
    private final Map<Instant, Instant> onsets = new HashMap<>();
    private final Map<Syndrome, Grade> last = new HashMap<>();
    private Instant until = hour(30 * 24);
    private FeverFacts fever = FeverFacts.NONE;
    private CellTherapy therapy = CellTherapy.NONE;
    private GivenCells given = GivenCells.NONE;

    private RegistryCases(CaseNotes notes) {
        this.notes = notes;
    }

    static RegistryCases of(CaseNotes notes) {
        return new RegistryCases(notes);
    }

    /// Both syndromes are known to be 0 from the infusion on.
    static RegistryCases quiet() {
        return of(CaseNotes.begin()).grade(Syndrome.CRS, 0, 0).grade(Syndrome.ICANS, 0, 0);
    }

    static Instant hour(double hours) {
        return INFUSION.plus(Duration.ofMinutes(Math.round(hours * 60)));
    }

    /// The first instant after an hour.
    static Instant after(double hours) {
        return hour(hours).plusNanos(1000);
    }

    RegistryCases grade(Syndrome syndrome, double hours, int grade) {
        return change(syndrome, hour(hours), Grade.of(grade));
    }

    RegistryCases unknown(Syndrome syndrome, double hours) {
        return change(syndrome, hour(hours), Grade.UNKNOWN);
    }

    /// The grade was above 0 up to and including an hour.
    RegistryCases over(Syndrome syndrome, double hours) {
        return change(syndrome, after(hours), Grade.ZERO);
    }

    private RegistryCases change(Syndrome syndrome, Instant at, Grade grade) {
        changes.add(new GradeChange(syndrome, at, last.getOrDefault(syndrome, Grade.UNKNOWN), grade, Optional.empty()));
        last.put(syndrome, grade);
        return this;
    }

    /// The course of a rise began at an hour.
    RegistryCases course(double rise, double onset) {
        onsets.put(hour(rise), hour(onset));
        return this;
    }

    RegistryCases until(double hours) {
        until = hour(hours);
        return this;
    }

    RegistryCases fever(FeverFacts facts) {
        fever = facts;
        return this;
    }

    RegistryCases journey(CellTherapy facts, GivenCells infusion) {
        therapy = facts;
        given = infusion;
        return this;
    }

    RegistryRow row() {
        return row(notes.observations());
    }

    RegistryRow row(List<Observation> observations) {
        var noted = notes.patient(until, observations).situation();
        var situation = new Situation(
                until,
                INFUSION,
                noted.hospital(),
                noted.baseline(),
                noted.product(),
                noted.weight(),
                noted.lymphodepletionAt(),
                noted.grades(),
                changes,
                observations,
                noted.policy());
        var episode = new RegistryEpisode(
                new UUID(0, 1),
                new PatientId("p-1"),
                "axi-cel",
                Optional.of("large B-cell lymphoma"),
                0,
                INFUSION,
                until,
                Optional.empty(),
                Set.of("ASTCT-2019/2"),
                Set.of("default"),
                0);
        return RegistryExport.row(
                new RegistryCase(episode, situation, onsets, fever, Duration.ofMinutes(30), therapy, given));
    }

    /// A cell as the export writes it; empty if it is blank.
    static String text(RegistryRow row, String field) {
        return row.cell(field)
                .map(cell -> switch (cell) {
                    case RegistryCell.TextCell(var text) -> text;
                    case RegistryCell.NumberCell(var number) -> number.toPlainString();
                    case RegistryCell.TimeCell(var at) -> at.toString();
                    case RegistryCell.LocalTimeCell(var at) -> at.toString();
                })
                .orElse("");
    }
}
