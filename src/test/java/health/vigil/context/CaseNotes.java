package health.vigil.context;

import health.vigil.grading.Attributions;
import health.vigil.grading.Baseline;
import health.vigil.grading.FlagChange;
import health.vigil.grading.Grader;
import health.vigil.grading.Patient;
import health.vigil.grading.Policy;
import health.vigil.grading.Syndrome;
import health.vigil.intake.Samples;
import health.vigil.observation.Attribution;
import health.vigil.observation.Content;
import health.vigil.observation.Kind;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// A patient's record for a query at a time. The infusion is on 1 March 2026 at 09:00; times are day and
/// clock.
public final class CaseNotes {
    public static final Instant INFUSION = Instant.parse("2026-03-01T09:00:00Z");
    private static final PatientId PATIENT = new PatientId("p-1");

    private final List<Observation> observations = new ArrayList<>();
    private ZoneId hospital = ZoneOffset.UTC;
    private Baseline baseline = Baseline.NONE;
    private Optional<String> product = Optional.of("axi-cel");
    private Optional<BigDecimal> weight = Optional.empty();
    private Optional<Instant> lymphodepletion = Optional.empty();
    private ContextPolicy policy = ContextPolicy.DEFAULT;
    private final List<ReadinessTick> ticks = new ArrayList<>();
    private Sender sender = Sender.STREAM;

    public static CaseNotes begin() {
        return new CaseNotes();
    }

    public CaseNotes product(String name) {
        product = Optional.of(name);
        return this;
    }

    /// The weight given at admission.
    public CaseNotes weighing(String kilograms) {
        weight = Optional.of(new BigDecimal(kilograms));
        return this;
    }

    public CaseNotes in(ZoneId zone) {
        hospital = zone;
        return this;
    }

    public CaseNotes lymphodepletion(int day) {
        lymphodepletion = Optional.of(time(day, "09:00"));
        return this;
    }

    public CaseNotes policy(ContextPolicy other) {
        policy = other;
        return this;
    }

    public CaseNotes baselineIce(int ice) {
        baseline = new Baseline(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ice),
                Optional.empty(),
                Optional.empty(),
                false);
        return this;
    }

    /// The following entries come from another laboratory or system.
    public CaseNotes by(String name) {
        sender = new Sender(name);
        return this;
    }

    public static Instant time(int day, String clock) {
        return LocalDate.of(2026, 3, 1)
                .plusDays(day)
                .atTime(LocalTime.parse(clock))
                .toInstant(ZoneOffset.UTC);
    }

    /// An observation with the fields of its kind.
    public CaseNotes at(int day, String clock, Kind kind, String fields) {
        return add(time(day, clock), Samples.content(kind, fields));
    }

    /// An observation at an instant.
    public CaseNotes add(Instant at, Content content) {
        var id = new ObservationId(sender, String.format(Locale.ROOT, "o-%05d", observations.size()));
        observations.add(new Observation(id, PATIENT, at, at, content));
        return this;
    }

    /// A result such as `"ferritin", "> 40000 ng/mL"`, with its limits as `"150-300"`, `"-300"` or nothing.
    public CaseNotes lab(int day, String clock, String analyte, String result, String limits) {
        var words = result.split(" ", -1);
        int value = words.length - 2;
        var comparator = value == 1 ? ", 'comparator': '" + words[0] + "'" : "";
        var bounds = limits.split("-", 2);
        var low = bounds[0].isEmpty() ? "" : ", 'referenceLow': " + bounds[0];
        var high = bounds.length < 2 || bounds[1].isEmpty() ? "" : ", 'referenceHigh': " + bounds[1];
        return at(
                day,
                clock,
                Kind.LAB_RESULT,
                "'analyte': '" + analyte + "', 'value': " + words[value] + ", 'unit': '" + words[value + 1] + "'"
                        + comparator + low + high);
    }

    public CaseNotes lab(int day, String clock, String analyte, String result) {
        return lab(day, clock, analyte, result, "");
    }

    public CaseNotes temperature(int day, String clock, String celsius) {
        return at(day, clock, Kind.VITAL_SIGNS, "'temperature': " + celsius);
    }

    public CaseNotes drug(int day, String clock, String drug) {
        return at(day, clock, Kind.MEDICATION, "'drug': '" + drug + "'");
    }

    public CaseNotes ice(int day, String clock, int ice) {
        return at(day, clock, Kind.NEURO_CHECK, "'ice': " + ice);
    }

    public CaseNotes finding(int day, String clock, String finding, boolean present) {
        return at(day, clock, Kind.NEURO_FINDING, "'finding': '" + finding + "', 'present': " + present);
    }

    /// A person's tick at a line of the discharge.
    public CaseNotes tick(int day, String clock, DischargeLine line, boolean done) {
        var id = new UUID(0, ticks.size());
        ticks.add(new ReadinessTick(id, line, done, time(day, clock), "nurse", Optional.empty()));
        return this;
    }

    /// The list before the patient goes home.
    DischargeReadiness readiness(Instant at) {
        return DischargeReadiness.of(patient(at).situation(), ticks);
    }

    /// A quiet course over some days: no fever and a full ICE twice a day.
    public CaseNotes well(int from, int to) {
        for (int day = from; day <= to; day++) {
            temperature(day, "08:00", "36.8").ice(day, "08:00", 10);
            temperature(day, "20:00", "36.8").ice(day, "20:00", 10);
        }
        return this;
    }

    public List<Observation> observations() {
        return List.copyOf(observations);
    }

    ContextItem item(String id, int day, String clock) {
        return item(id, time(day, clock));
    }

    ContextItem item(String id, Instant at) {
        return items(at).stream()
                .filter(item -> item.item().equals(id))
                .findFirst()
                .orElseThrow();
    }

    List<ContextItem> items(Instant at) {
        return items(at, observations);
    }

    /// The items of other observations, in their order.
    List<ContextItem> items(Instant at, List<Observation> known) {
        return ContextItems.of(patient(at, known).situation(), ticks);
    }

    /// What is known at a time, with the flags since the infusion.
    public record NotedPatient(Situation situation, List<FlagChange> flags) {}

    public NotedPatient patient(Instant at) {
        return patient(at, observations);
    }

    /// The same with other observations, in their order.
    public NotedPatient patient(Instant at, List<Observation> known) {
        var attributions = known.stream()
                .filter(observation -> observation.content() instanceof Attribution)
                .toList();
        var grader = new Grader(
                Policy.DEFAULT,
                new Patient(INFUSION, 50, baseline),
                new Attributions(attributions, Policy.DEFAULT.attributionLimit()));
        var inOrder = known.stream()
                .filter(observation -> !observation.effectiveAt().isBefore(INFUSION)
                        && !observation.effectiveAt().isAfter(at)
                        && !observation.datedInTheFuture())
                .sorted(Comparator.comparing(Observation::effectiveAt).thenComparing(Observation::id))
                .toList();
        var start = grader.begin(List.of());
        var until = at.isBefore(INFUSION) ? INFUSION.minus(Duration.ofNanos(1000)) : at;
        var progress = grader.advance(start, inOrder, until);
        var situation = new Situation(
                at,
                INFUSION,
                hospital,
                baseline,
                product,
                weight,
                lymphodepletion,
                grader.report(progress.chart(), at),
                progress.changes(),
                known,
                policy);
        var flags = new ArrayList<FlagChange>();
        for (var syndrome : Syndrome.values()) {
            start.flags(syndrome)
                    .forEach(flag -> flags.add(new FlagChange(syndrome, flag, start.asOf(), true, Optional.empty())));
        }
        flags.addAll(progress.flags());
        return new NotedPatient(situation, flags);
    }
}
