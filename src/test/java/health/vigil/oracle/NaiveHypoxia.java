package health.vigil.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The component X.
final class NaiveHypoxia {

    private static final Duration SPO2_WINDOW = Duration.ofHours(12);
    private static final Duration CONFIRMATION = Duration.ofHours(12);
    private static final String ROOM_AIR = "room-air";
    private static final Set<String> BY_ANALOGY =
            Set.of("face-tent", "tracheostomy-mask", "t-piece", "partial-rebreather");
    private static final Set<String> CANNULAS = Set.of("nasal-cannula", "high-flow-nasal-cannula");

    private final Chart chart;
    private final List<OracleObservation> readings;
    private final List<Mark> saturations;
    private final List<OracleObservation> lowOfBoth;
    private final NaiveHome home;
    private final List<OracleObservation> records;

    NaiveHypoxia(Chart chart) {
        this.chart = chart;
        List<OracleObservation> ofBoth = chart.ofKind("vital-signs").stream()
                .filter(entry -> PlausibleRange.SPO2.in(entry).isPresent())
                .toList();
        this.readings = ofBoth.stream().filter(entry -> !entry.atHome()).toList();
        this.lowOfBoth = ofBoth.stream().filter(this::isLow).toList();
        this.home = new NaiveHome(
                lowOfBoth.stream().filter(OracleObservation::atHome).toList(), readings, SPO2_WINDOW);
        this.saturations = readings.stream()
                .map(entry -> new Mark(entry.at(), isLow(entry) ? 1 : 0))
                .toList();
        this.records = chart.ofKind("oxygen-therapy");
    }

    /// 0 while attributed, else 0, 2, 3 or 4.
    int at(Instant now) {
        return chart.attributed("hypoxia", now) ? 0 : unattributed(now);
    }

    private int unattributed(Instant now) {
        List<OracleObservation> newest = newestRecords(now);
        return newest.isEmpty() ? provisional(now) : highest(newest, now);
    }

    private int highest(List<OracleObservation> newest, Instant now) {
        return newest.stream().mapToInt(entry -> byRecord(entry, now)).max().orElse(0);
    }

    private int provisional(Instant now) {
        return low(now) ? 2 : 0;
    }

    private int byRecord(OracleObservation entry, Instant now) {
        return treatsHypoxia(entry) ? byDevice(entry) : provisional(now);
    }

    /// The newest plausible SpO2 of the hospital is low, or one at home that it has not replaced.
    private boolean low(Instant now) {
        return lowInHospital(now) || home.counts(now);
    }

    /// The newest plausible SpO2 in its window is low; of several made at one instant, any of them.
    private boolean lowInHospital(Instant now) {
        return Mark.newestWithin(SPO2_WINDOW, saturations, now).orElse(0) == 1;
    }

    /// Under 90 %; where the baseline is under 93 %, only one that is also under the baseline - 3.
    private boolean isLow(OracleObservation entry) {
        Exact spo2 = PlausibleRange.SPO2.in(entry).orElseThrow();
        Optional<Exact> baseline = Exact.read(chart.baseline(), "spo2").filter(usual -> usual.isBelow("93"));
        return spo2.isBelow("90")
                && (baseline.isEmpty() || spo2.isBelow(baseline.get().minus("3")));
    }

    /// The newest oxygen-therapy record, or those of its instant.
    private List<OracleObservation> newestRecords(Instant now) {
        return newest(records, now);
    }

    private static List<OracleObservation> newest(List<OracleObservation> entries, Instant now) {
        Instant newest = entries.stream()
                .map(OracleObservation::at)
                .filter(at -> !at.isAfter(now))
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        return entries.stream().filter(entry -> entry.at().equals(newest)).toList();
    }

    /// Of several records of one instant the one that grades higher counts. Of those that grade the same all do:
    /// the flags of each are raised.
    private boolean anyCounting(Predicate<OracleObservation> question, Instant now) {
        List<OracleObservation> newest = newestRecords(now);
        return newest.stream()
                .filter(entry -> byRecord(entry, now) == highest(newest, now))
                .anyMatch(question);
    }

    private static boolean roomAir(OracleObservation entry) {
        return entry.hasWord("device", ROOM_AIR);
    }

    /// A record without a reason is for hypoxia. The reason of room air is ignored.
    private static boolean forHypoxia(OracleObservation entry) {
        return !roomAir(entry) && (!entry.has("reason") || entry.hasWord("reason", "hypoxia"));
    }

    /// Oxygen for hypoxia, except a nasal cannula at or under the home flow. That is charted with the reason
    /// hypoxia, but the patient always has it, so it treats no new hypoxia. Otherwise each patient with oxygen at
    /// home would have no grade while the gate is closed.
    private boolean treatsHypoxia(OracleObservation entry) {
        return forHypoxia(entry) && !atHomeFlow(entry);
    }

    private static int byDevice(OracleObservation entry) {
        return switch (entry.text("device")) {
            case "cpap", "bipap", "ventilator" -> 4;
            case "simple-mask", "venturi-mask", "non-rebreather" -> 3;
            case "face-tent", "tracheostomy-mask", "t-piece", "partial-rebreather" -> 3;
            case "blow-by", "other" -> 2;
            case "nasal-cannula" -> flow(entry).isPresent() && highFlow(entry) ? 3 : 2;
            case "high-flow-nasal-cannula" -> flow(entry).isEmpty() || highFlow(entry) ? 3 : 2;
            default -> throw new IllegalArgumentException("no such device: " + entry.text("device"));
        };
    }

    /// An implausible flow is an unknown flow.
    private static Optional<Exact> flow(OracleObservation entry) {
        return PlausibleRange.FLOW.in(entry);
    }

    private static boolean highFlow(OracleObservation entry) {
        return flow(entry).orElseThrow().isAbove(Exact.of("6"));
    }

    /// Read literally: the home flow excuses the device `nasal-cannula`, not the other one. An unknown flow is
    /// not known to be the home flow.
    private boolean atHomeFlow(OracleObservation entry) {
        Optional<Exact> home = Exact.read(chart.baseline(), "oxygenFlow");
        return entry.hasWord("device", "nasal-cannula")
                && home.isPresent()
                && flow(entry).filter(flow -> !flow.isAbove(home.get())).isPresent();
    }

    /// Oxygen other than room air runs for hypoxia, unless that is attributed.
    boolean treated(Instant now) {
        return !chart.attributed("hypoxia", now) && anyCounting(this::treatsHypoxia, now);
    }

    // The flags that ask about a low saturation are not raised while hypoxia is attributed: the signature answered
    // them. Those that ask for what is missing in a record are.

    private boolean countsAsLow(Instant now) {
        return low(now) && !chart.attributed("hypoxia", now);
    }

    /// A device for another reason, or the usual flow of the patient's home.
    boolean despiteOxygen(Instant now) {
        return countsAsLow(now) && anyCounting(entry -> !roomAir(entry) && !treatsHypoxia(entry), now);
    }

    /// On oxygen for hypoxia; the other flag covers a home flow.
    boolean notCorrected(Instant now) {
        return countsAsLow(now) && anyCounting(this::treatsHypoxia, now);
    }

    boolean onRoomAir(Instant now) {
        return countsAsLow(now) && anyCounting(NaiveHypoxia::roomAir, now);
    }

    /// "No oxygen record at all": one of room air is one.
    boolean deviceNotCharted(Instant now) {
        return countsAsLow(now) && newestRecords(now).isEmpty();
    }

    boolean flowNotCharted(Instant now) {
        return anyCounting(
                entry -> treatsHypoxia(entry)
                        && CANNULAS.contains(entry.text("device"))
                        && flow(entry).isEmpty(),
                now);
    }

    boolean byAnalogy(Instant now) {
        return anyCounting(entry -> treatsHypoxia(entry) && BY_ANALOGY.contains(entry.text("device")), now);
    }

    boolean deviceNotKnown(Instant now) {
        return anyCounting(entry -> treatsHypoxia(entry) && entry.hasWord("device", "other"), now);
    }

    boolean reasonNotCharted(Instant now) {
        return anyCounting(entry -> !roomAir(entry) && !entry.has("reason"), now);
    }

    /// Oxygen runs, for whatever reason, and its record is not younger than the support confirmation time: one of
    /// exactly that age is not.
    boolean toBeConfirmed(Instant now) {
        return anyCounting(
                entry -> !roomAir(entry) && !entry.at().plus(CONFIRMATION).isAfter(now), now);
    }

    /// The 2 rests on a low SpO2 of 85 % or more on room air or uncharted with no other low SpO2 in the 60 min
    /// before it. One of the same instant is not before it: it may be the same one, sent twice. If one of the
    /// hospital and one at home count, each of them is a single one. One at home confirms none of the hospital.
    boolean restsOnOneReading(Instant now) {
        return low(now)
                && !anyCounting(entry -> !roomAir(entry), now)
                && (!lowInHospital(now) || single(newest(readings, now), lowOfHospital()))
                && (!home.counts(now) || single(home.newest(now), lowOfBoth));
    }

    private List<OracleObservation> lowOfHospital() {
        return readings.stream().filter(this::isLow).toList();
    }

    private static boolean single(List<OracleObservation> newest, List<OracleObservation> confirming) {
        return newest.stream()
                        .noneMatch(entry ->
                                PlausibleRange.SPO2.in(entry).orElseThrow().isBelow("85"))
                && confirming.stream()
                        .noneMatch(other -> NaiveHypotension.confirms(
                                other.at(), newest.getFirst().at()));
    }
}
