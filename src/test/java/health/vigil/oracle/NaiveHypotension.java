package health.vigil.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The component H.
final class NaiveHypotension {

    private static final Duration PRESSURE_WINDOW = Duration.ofHours(12);
    private static final Duration BOLUS_WINDOW = Duration.ofHours(6);
    private static final Duration REPEAT_INTERVAL = Duration.ofMinutes(60);

    private final Chart chart;
    private final NaiveVasopressors vasopressors;
    private final List<OracleObservation> readings;
    private final List<Mark> pressures;
    private final List<OracleObservation> lowOfBoth;
    private final NaiveHome home;
    private final List<Instant> boluses;

    NaiveHypotension(Chart chart) {
        this.chart = chart;
        this.vasopressors = new NaiveVasopressors(chart);
        List<OracleObservation> ofBoth =
                chart.ofKind("vital-signs").stream().filter(this::readsPressure).toList();
        this.readings = ofBoth.stream().filter(entry -> !entry.atHome()).toList();
        this.lowOfBoth = ofBoth.stream().filter(this::hypotensive).toList();
        this.home = new NaiveHome(
                lowOfBoth.stream().filter(OracleObservation::atHome).toList(), readings, PRESSURE_WINDOW);
        this.pressures = readings.stream()
                .map(entry -> new Mark(entry.at(), hypotensive(entry) ? 2 : 0))
                .toList();
        this.boluses = chart.ofKind("fluid-bolus").stream()
                .filter(entry -> entry.hasWord("reason", "hypotension"))
                .map(OracleObservation::at)
                .toList();
    }

    NaiveVasopressors vasopressors() {
        return vasopressors;
    }

    /// 0 while attributed, else 0, 2, 3 or 4.
    int at(Instant now) {
        if (chart.attributed("hypotension", now)) {
            return 0;
        }
        int byVasopressors = vasopressors.grade(now);
        return byVasopressors > 0 ? byVasopressors : byPressureOrBolus(now);
    }

    private int byPressureOrBolus(Instant now) {
        return bolus(now) ? 2 : byPressure(now);
    }

    private int byPressure(Instant now) {
        return home.counts(now) ? 2 : byPressureOfHospital(now);
    }

    private int byPressureOfHospital(Instant now) {
        return Mark.newestWithin(PRESSURE_WINDOW, pressures, now).orElse(0);
    }

    private boolean bolus(Instant now) {
        return Mark.anyWithin(BOLUS_WINDOW, boluses, now);
    }

    /// A vasopressor runs or a bolus for hypotension lies in its window, unless that is attributed.
    boolean treated(Instant now) {
        return !chart.attributed("hypotension", now) && (vasopressors.grade(now) > 0 || bolus(now));
    }

    /// The 2 rests on a BP reading above the absolute limits with no bolus in its window and no other hypotensive
    /// reading in the 60 min before it. One of the same instant is not before it: it may be the same one, sent
    /// twice. If one of the hospital and one at home count, each of them is a single one. One at home confirms
    /// none of the hospital.
    boolean restsOnOneReading(Instant now) {
        return vasopressors.grade(now) == 0
                && !bolus(now)
                && byPressure(now) == 2
                && (byPressureOfHospital(now) == 0 || single(newestReadings(now), lowOfHospital()))
                && (!home.counts(now) || single(home.newest(now), lowOfBoth));
    }

    private List<OracleObservation> lowOfHospital() {
        return readings.stream().filter(this::hypotensive).toList();
    }

    private boolean single(List<OracleObservation> newest, List<OracleObservation> confirming) {
        return newest.stream().noneMatch(this::underAbsoluteLimit)
                && confirming.stream()
                        .noneMatch(
                                other -> confirms(other.at(), newest.getFirst().at()));
    }

    static boolean confirms(Instant other, Instant newest) {
        return other.isBefore(newest) && Mark.within(REPEAT_INTERVAL, other, newest);
    }

    private List<OracleObservation> newestReadings(Instant now) {
        Instant newest = readings.stream()
                .map(OracleObservation::at)
                .filter(at -> !at.isAfter(now))
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        return readings.stream().filter(entry -> entry.at().equals(newest)).toList();
    }

    private boolean readsPressure(OracleObservation entry) {
        return PlausibleRange.SYSTOLIC.in(entry).isPresent()
                || (adult() && PlausibleRange.MEAN_ARTERIAL_PRESSURE.in(entry).isPresent());
    }

    /// By the first of these that decides.
    private boolean hypotensive(OracleObservation entry) {
        if (underAbsoluteLimit(entry)) {
            return true;
        }
        if (atOwnBaseline(entry)) {
            return false;
        }
        if (systolicBelow(entry, Exact.of(String.valueOf(limitForAge())))) {
            return true;
        }
        return adult() && (meanBelow(entry, "65") || lowForThisPatient(entry));
    }

    private boolean underAbsoluteLimit(OracleObservation entry) {
        return adult()
                ? systolicBelow(entry, Exact.of("85")) || meanBelow(entry, "60")
                : systolicBelow(entry, Exact.of(String.valueOf(limitForAge() - 10)));
    }

    private boolean atOwnBaseline(OracleObservation entry) {
        Optional<Exact> systolic = PlausibleRange.SYSTOLIC.in(entry);
        Optional<Exact> baseline = baseline();
        return systolic.isPresent()
                && baseline.isPresent()
                && systolic.get().isAtLeast(baseline.get().times("0.95"));
    }

    private boolean lowForThisPatient(OracleObservation entry) {
        Optional<Exact> baseline = baseline();
        return baseline.isPresent()
                && systolicBelow(entry, baseline.get().times("0.80"))
                && systolicBelow(entry, Exact.of("100"));
    }

    private Optional<Exact> baseline() {
        return Exact.read(chart.baseline(), "systolic");
    }

    private static boolean systolicBelow(OracleObservation entry, Exact limit) {
        return PlausibleRange.SYSTOLIC
                .in(entry)
                .filter(systolic -> systolic.isBelow(limit))
                .isPresent();
    }

    private static boolean meanBelow(OracleObservation entry, String limit) {
        return PlausibleRange.MEAN_ARTERIAL_PRESSURE
                .in(entry)
                .filter(mean -> mean.isBelow(limit))
                .isPresent();
    }

    private boolean adult() {
        return chart.patient().age() >= 18;
    }

    private int limitForAge() {
        int age = chart.patient().age();
        if (age < 1) {
            return 70;
        }
        return age <= 10 ? 70 + 2 * age : 90;
    }
}
