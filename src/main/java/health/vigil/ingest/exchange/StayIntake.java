package health.vigil.ingest.exchange;

import health.vigil.access.User;
import health.vigil.exchange.CellInfusion;
import health.vigil.exchange.StayChange;
import health.vigil.exchange.StayReport;
import health.vigil.grading.BirthDate;
import health.vigil.ingest.Arrival;
import health.vigil.ingest.exchange.ExchangeSettings.PatientFilter;
import health.vigil.observation.Observation;
import health.vigil.observation.PatientId;
import health.vigil.store.ActiveEpisodes;
import health.vigil.store.Database;
import health.vigil.store.HospitalSettings;
import health.vigil.store.ReportedInfusions;
import health.vigil.store.ReportedInfusions.ReportedInfusion;
import health.vigil.store.ReportedMerges;
import health.vigil.store.ReportedMerges.ReportedMerge;
import health.vigil.store.ReportedStays;
import health.vigil.store.SentStay;
import health.vigil.store.Sql;
import health.vigil.store.VisibleStays;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Stores what registration systems report about stays, numbers and infusions. The monitor applies it within a
/// second. All formats use this class. Its methods wait for the database, so never call them on an event loop.
@ApplicationScoped
public class StayIntake {
    private final Database database;
    private final ExchangeSettings settings;
    private final HospitalSettings hospital;
    private final Locations locations;
    private final MeterRegistry metrics;

    StayIntake(
            Database database,
            ExchangeSettings settings,
            HospitalSettings hospital,
            Locations locations,
            MeterRegistry metrics) {
        this.database = database;
        this.settings = settings;
        this.hospital = hospital;
        this.locations = locations;
        this.metrics = metrics;
    }

    /// Stores the reports of one message in one transaction. The same message again changes nothing. A report
    /// about a stay that concerns no ward and no patient of this service is not kept, nor one about a patient of
    /// another ward than the sender's.
    ///
    /// @return what became of each report, by index
    /// @throws health.vigil.store.DatabaseFailure if the database cannot be reached; sending it again is safe
    public List<StayOutcome> accept(Arrival arrival, List<StayReport> reports) {
        if (reports.isEmpty()) {
            return List.of();
        }
        var outcomes = database.transact(sql -> store(sql, arrival, reports));
        reports.forEach(report -> count(arrival.user(), report));
        return outcomes;
    }

    /// Says what would become of the reports of one message, and of its infusions once the reports are stored.
    /// Nothing is stored.
    ///
    /// @throws health.vigil.store.DatabaseFailure if the database cannot be reached
    public StayForecast forecast(Arrival arrival, List<StayReport> reports, List<CellInfusion> infusions) {
        return reports.isEmpty() && infusions.isEmpty()
                ? new StayForecast(Map.of(), Map.of(), Set.of())
                : database.dryRun(sql -> forecast(sql, arrival, reports, infusions));
    }

    private StayForecast forecast(Sql sql, Arrival arrival, List<StayReport> reports, List<CellInfusion> infusions) {
        var outcomes = store(sql, arrival, reports);
        var stays = new HashMap<StayReport, StayOutcome>();
        for (int index = 0; index < reports.size(); index++) {
            stays.put(reports.get(index), outcomes.get(index));
        }
        var admissions = new HashMap<CellInfusion, InfusionOutcome>();
        infusions.forEach(infusion -> admissions.put(
                infusion,
                settings.infusionAdmits() ? store(sql, arrival, infusion) : new InfusionOutcome.NotEnabled()));
        var patients = reports.stream().map(StayReport::patient).collect(Collectors.toSet());
        return new StayForecast(
                stays, admissions, Set.copyOf(ReportedStays.watched(sql, patients, locations.watched())));
    }

    private List<StayOutcome> store(Sql sql, Arrival arrival, List<StayReport> reports) {
        var foreign = foreign(sql, arrival.user(), reports);
        var known = known(sql, arrival.user(), reports);
        var outcomes = reports.stream()
                .map(report -> outcome(arrival.user(), report, foreign, known))
                .toList();
        var stays = new ArrayList<SentStay>();
        var merges = new ArrayList<ReportedMerge>();
        for (int index = 0; index < reports.size(); index++) {
            var report = reports.get(index);
            if (outcomes.get(index) == StayOutcome.KEPT) {
                if (aboutNumbers(report)) {
                    report.other()
                            .filter(other -> !other.equals(report.patient()))
                            .ifPresent(other -> merges.add(merge(arrival, report, other)));
                } else {
                    stays.add(sent(arrival, report));
                }
            }
        }
        ReportedStays.write(sql, stays);
        merges.forEach(merge -> ReportedMerges.add(sql, merge));
        return outcomes;
    }

    /// A report is kept if it is about a ward of ours, a patient or a stay that is known, or a person alone,
    /// because the stay may follow.
    private StayOutcome outcome(User user, StayReport report, Set<PatientId> foreign, Set<PatientId> known) {
        if (numbers(report).anyMatch(foreign::contains)) {
            return StayOutcome.HIDDEN_PATIENT;
        }
        return concernsUs(user, report) || known.contains(report.patient()) ? StayOutcome.KEPT : StayOutcome.ELSEWHERE;
    }

    private static boolean aboutNumbers(StayReport report) {
        return report.change() == StayChange.MERGED || report.change() == StayChange.UNMERGED;
    }

    private static Stream<PatientId> numbers(StayReport report) {
        return Stream.concat(Stream.of(report.patient()), report.other().stream());
    }

    /// The patients who are in a ward that is not the sender's.
    private static Set<PatientId> foreign(Sql sql, User user, List<StayReport> reports) {
        if (user.wards().only().isEmpty()) {
            return Set.of();
        }
        var foreign = new HashSet<PatientId>();
        var numbers = reports.stream().flatMap(StayIntake::numbers).distinct().toList();
        VisibleStays.currentWards(sql, numbers, user.username()).forEach((patient, ward) -> {
            if (!user.wards().include(ward.name())) {
                foreign.add(patient);
            }
        });
        return foreign;
    }

    private SentStay sent(Arrival arrival, StayReport report) {
        return new SentStay(
                report,
                ward(arrival.user(), report),
                arrival.user().username(),
                arrival.address(),
                arrival.receivedAt());
    }

    private Optional<String> ward(User user, StayReport report) {
        return report.place()
                .location()
                .map(String::strip)
                .flatMap(locations::ward)
                .filter(user.wards()::include);
    }

    /// The patients of the reports of whom a stay or an episode is known; all if everybody's stays are kept.
    private Set<PatientId> known(Sql sql, User user, List<StayReport> reports) {
        var patients = reports.stream().map(StayReport::patient).collect(Collectors.toSet());
        return settings.patients() == PatientFilter.ALL || reports.stream().allMatch(report -> concernsUs(user, report))
                ? patients
                : Set.copyOf(ReportedStays.known(sql, patients));
    }

    private boolean concernsUs(User user, StayReport report) {
        return aboutNumbers(report)
                || ward(user, report).isPresent()
                || (report.visit().isEmpty() && report.place().location().isEmpty());
    }

    private static ReportedMerge merge(Arrival arrival, StayReport report, PatientId other) {
        return new ReportedMerge(
                arrival.user().username(),
                other,
                report.patient(),
                report.change() == StayChange.MERGED,
                report.changedAt()
                        .filter(arrival.receivedAt()::isAfter)
                        .orElse(arrival.receivedAt())
                        .truncatedTo(ChronoUnit.MICROS),
                arrival.address(),
                arrival.receivedAt());
    }

    /// A location without a ward moves nobody.
    private void count(User user, StayReport report) {
        if (!aboutNumbers(report)
                && report.place().location().isPresent()
                && ward(user, report).isEmpty()) {
            metrics.counter("vigil.exchange.unmapped.location", "sender", user.username())
                    .increment();
        }
    }

    /// Stores an infusion that another system reports, if the patient can be admitted with it.
    ///
    /// @throws health.vigil.store.DatabaseFailure if the database cannot be reached; sending it again is safe
    public InfusionOutcome accept(Arrival arrival, CellInfusion infusion) {
        return settings.infusionAdmits()
                ? database.transact(sql -> store(sql, arrival, infusion))
                : new InfusionOutcome.NotEnabled();
    }

    private InfusionOutcome store(Sql sql, Arrival arrival, CellInfusion infusion) {
        var reported = new ReportedInfusion(
                infusion.key().hex(),
                arrival.user().username(),
                infusion.patient(),
                infusion.product(),
                infusion.infusedAt().truncatedTo(ChronoUnit.MICROS),
                arrival.address(),
                arrival.receivedAt());
        if (ReportedInfusions.stored(sql, reported)) {
            return new InfusionOutcome.Stored();
        }
        if (isElsewhere(sql, arrival.user(), infusion.patient())) {
            return new InfusionOutcome.OfAnotherWard();
        }
        var missing = missing(sql, arrival, infusion);
        if (missing.isEmpty()) {
            ReportedInfusions.put(sql, reported);
            return new InfusionOutcome.Stored();
        }
        return new InfusionOutcome.Incomplete(missing);
    }

    private static boolean isElsewhere(Sql sql, User user, PatientId patient) {
        return ActiveEpisodes.ward(sql, patient)
                .filter(ward -> !user.wards().include(ward))
                .isPresent();
    }

    private List<String> missing(Sql sql, Arrival arrival, CellInfusion infusion) {
        var missing = new ArrayList<String>();
        if (infusion.infusedAt().isAfter(arrival.receivedAt().plus(Observation.CLOCK_TOLERANCE))) {
            missing.add("The infusion is dated in the future");
        }
        if (ActiveEpisodes.of(sql, infusion.patient()).isEmpty()) {
            missing.addAll(missingFacts(sql, arrival.user(), infusion));
        }
        return missing;
    }

    /// The facts of an admission that no stay and no Patient has told.
    private List<String> missingFacts(Sql sql, User user, CellInfusion infusion) {
        var missing = new ArrayList<String>();
        var birthDate =
                ReportedStays.person(sql, infusion.patient()).birthDate().flatMap(BirthDate::parse);
        var place = ReportedStays.present(sql, infusion.patient())
                .map(stay -> stay.place())
                .filter(known -> known.ward().filter(user.wards()::include).isPresent());
        if (birthDate.isEmpty()) {
            missing.add("The patient's birth date is not known");
        }
        if (birthDate
                .filter(date -> date.day().isAfter(day(infusion.infusedAt())))
                .isPresent()) {
            missing.add("The patient's birth date is after the infusion");
        }
        if (place.isEmpty()) {
            missing.add("The patient's ward is not known: no open stay is in a ward of this service");
        }
        if (place.flatMap(known -> known.bed()).isEmpty()) {
            missing.add("The patient's bed is not known");
        }
        return missing;
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, hospital.timeZone());
    }
}
