package health.vigil.exchange;

import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Optional;

/// A report about a stay: of an inpatient born in 1970 unless something else is said.
public record StayReportBuilder(StayReport report) {
    public static StayReportBuilder of(StayChange change, PatientId patient, Instant at) {
        return new StayReportBuilder(new StayReport(
                change,
                patient,
                Optional.of("v-" + patient),
                Optional.of("I"),
                Place.NOT_SAID,
                new Person(Optional.of("Ward"), Optional.of("Ada"), Optional.of("1970-01-01"), Optional.of("female")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(at)));
    }

    public StayReportBuilder in(String location, String bed) {
        return with(new Place(Optional.of(location), Optional.empty(), Optional.of(bed)));
    }

    public StayReportBuilder in(String location) {
        return with(new Place(Optional.of(location), Optional.empty(), Optional.empty()));
    }

    private StayReportBuilder with(Place place) {
        return new StayReportBuilder(new StayReport(
                report.change(),
                report.patient(),
                report.visit(),
                report.category(),
                place,
                report.person(),
                report.from(),
                report.until(),
                report.other(),
                report.dead(),
                report.changedAt()));
    }

    public StayReportBuilder visit(Optional<String> visit) {
        return new StayReportBuilder(new StayReport(
                report.change(),
                report.patient(),
                visit,
                report.category(),
                report.place(),
                report.person(),
                report.from(),
                report.until(),
                report.other(),
                report.dead(),
                report.changedAt()));
    }

    public StayReportBuilder category(String category) {
        return new StayReportBuilder(new StayReport(
                report.change(),
                report.patient(),
                report.visit(),
                Optional.of(category),
                report.place(),
                report.person(),
                report.from(),
                report.until(),
                report.other(),
                report.dead(),
                report.changedAt()));
    }

    public StayReportBuilder born(Optional<String> birthDate) {
        return new StayReportBuilder(new StayReport(
                report.change(),
                report.patient(),
                report.visit(),
                report.category(),
                report.place(),
                new Person(
                        report.person().family(),
                        report.person().given(),
                        birthDate,
                        report.person().sex()),
                report.from(),
                report.until(),
                report.other(),
                report.dead(),
                report.changedAt()));
    }

    public StayReportBuilder until(Instant end) {
        return new StayReportBuilder(new StayReport(
                report.change(),
                report.patient(),
                report.visit(),
                report.category(),
                report.place(),
                report.person(),
                report.from(),
                Optional.of(end),
                report.other(),
                report.dead(),
                report.changedAt()));
    }

    public StayReportBuilder dead() {
        return new StayReportBuilder(new StayReport(
                report.change(),
                report.patient(),
                report.visit(),
                report.category(),
                report.place(),
                report.person(),
                report.from(),
                report.until(),
                report.other(),
                true,
                report.changedAt()));
    }

    public StayReportBuilder other(PatientId other) {
        return new StayReportBuilder(new StayReport(
                report.change(),
                report.patient(),
                report.visit(),
                report.category(),
                report.place(),
                report.person(),
                report.from(),
                report.until(),
                Optional.of(other),
                report.dead(),
                report.changedAt()));
    }
}
