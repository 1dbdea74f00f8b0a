package health.vigil.journey;

import health.vigil.grading.BirthDate;
import health.vigil.observation.Numbers;
import health.vigil.observation.PatientId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A journey on which everything is in order, and in which a test changes one thing. It is infused at `START`.
public final class TestJourney {
    static final Instant START = Instant.parse("2026-02-09T10:30:00Z");
    static final PatientId PATIENT = new PatientId("p-1");
    static final BirthDate BORN = BirthDate.of(LocalDate.parse("1961-05-17"));
    static final String COI = "COI-1";

    ProductIdentity identity = new ProductIdentity(
            Optional.of(COI),
            List.of("DIN-1"),
            Optional.empty(),
            List.of("APH-1"),
            Optional.of("LOT-1"),
            List.of("PROD-1"),
            List.of("B-1", "B-2"),
            Optional.of("p-1"),
            Optional.of("Ada Ward"),
            Optional.of(LocalDate.parse("1961-05-17")),
            Optional.of(START.plus(Duration.ofDays(30))));
    Apheresis apheresis = Apheresis.NONE;
    Manufacturing manufacturing = outcome(ManufacturingOutcome.RELEASED);
    Optional<Deviation> deviation = Optional.empty();
    Lymphodepletion lymphodepletion = lymphodepletion(days(8), days(5));
    Optional<Instant> planned = Optional.empty();
    Optional<String> name = Optional.of("Ada Ward");
    BirthDate born = BORN;
    FactTimes recorded = FactTimes.NONE;
    String product = "axi-cel";
    final List<StateChange> states = new ArrayList<>(List.of(state(JourneyState.REFERRED, days(60))));
    final List<CustodyEvent> custody = new ArrayList<>(List.of(
            event(CustodyStep.COLLECTED, days(35), "Apheresis unit", "Plant"),
            event(CustodyStep.RECEIVED_BY_MANUFACTURER, days(34), "Plant", null),
            event(CustodyStep.SHIPPED, days(12), "Plant", "Cell laboratory"),
            event(CustodyStep.RECEIVED_BY_HOSPITAL, days(11), "Cell laboratory", null)));
    final List<IdentityReading> readings =
            new ArrayList<>(List.of(reading("nurse-a", minutes(20)), reading("nurse-b", minutes(15))));
    final List<ReadinessAnswer> answers = new ArrayList<>();
    final List<ReadinessOverride> overrides = new ArrayList<>();
    final List<RecordedInfusion> infusions = new ArrayList<>();
    final List<RelatedJourney> related = new ArrayList<>();
    boolean everOutOfSpecification;

    /// A journey with everything of the product on file, for tests of other packages.
    public static ProductJourney plain() {
        return new TestJourney().journey();
    }

    /// An instant some days before the infusion.
    static Instant days(long days) {
        return START.minus(Duration.ofDays(days));
    }

    static Instant hours(long hours) {
        return START.minus(Duration.ofHours(hours));
    }

    static Instant minutes(long minutes) {
        return START.minus(Duration.ofMinutes(minutes));
    }

    static EntryStamp by(String user, Instant at) {
        return new EntryStamp(at, at, user);
    }

    static StateChange state(JourneyState state, Instant at) {
        return new StateChange(state, Optional.empty(), Optional.empty(), Optional.empty(), by("coordinator", at));
    }

    static CustodyEvent event(CustodyStep what, Instant at, String place, @Nullable String to) {
        return new CustodyEvent(
                UUID.randomUUID(),
                Optional.empty(),
                what,
                place,
                Optional.ofNullable(to),
                Optional.of(ProductCondition.CRYO),
                Optional.of(true),
                List.of(),
                Optional.empty(),
                by("coordinator", at));
    }

    static IdentityReading reading(String user, Instant at) {
        return new IdentityReading(COI, "p-1", Optional.of("Ada Ward"), Optional.of(BORN), by(user, at));
    }

    static Manufacturing outcome(ManufacturingOutcome outcome) {
        return new Manufacturing(
                Optional.of(days(33)),
                Optional.of(days(14)),
                Optional.of(days(13)),
                Optional.of(outcome),
                Optional.empty());
    }

    static Lymphodepletion lymphodepletion(Instant from, Instant to) {
        return new Lymphodepletion(
                Optional.of("Flu/Cy"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(from),
                Optional.of(to),
                Optional.empty(),
                Optional.empty());
    }

    static Apheresis apheresis(Instant plannedAt, Instant startedAt) {
        return new Apheresis(
                Optional.of(plannedAt),
                Optional.of(startedAt),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    static InfusedBag bag(String id, Duration afterThaw) {
        return new InfusedBag(
                id, Optional.of(START.minus(afterThaw)), START, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static InfusionRecord infusion(InfusedBag... bags) {
        return infusion(Optional.empty(), Optional.empty(), bags);
    }

    static InfusionRecord infusion(Optional<CellDose> dose, Optional<BigDecimal> weight, InfusedBag... bags) {
        return new InfusionRecord(
                List.of(bags),
                dose,
                "intravenous",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                weight,
                Optional.empty());
    }

    static ReadinessAnswer answer(String item, ReadinessReply reply, Instant at) {
        return new ReadinessAnswer(item, reply, Optional.of(2), Optional.of("note"), by("nurse-a", at));
    }

    static ReadinessOverride override(String target, Instant at) {
        return new ReadinessOverride(target, "second dose in pharmacy, 20 min", by("Dr X", at));
    }

    /// The same event, recorded as the correction of another one.
    static CustodyEvent correcting(CustodyEvent wrong, CustodyEvent right) {
        return new CustodyEvent(
                right.id(),
                Optional.of(wrong.id()),
                right.what(),
                right.place(),
                right.to(),
                right.condition(),
                right.temperatureInRange(),
                right.bagIds(),
                right.evidence(),
                right.stamp());
    }

    /// The same event, about some bags only.
    static CustodyEvent about(CustodyEvent event, String... bagIds) {
        return new CustodyEvent(
                event.id(),
                event.corrects(),
                event.what(),
                event.place(),
                event.to(),
                event.condition(),
                event.temperatureInRange(),
                List.of(bagIds),
                event.evidence(),
                event.stamp());
    }

    /// The same with every item of the default list answered yes two hours before the infusion.
    TestJourney ready() {
        ReadinessList.DEFAULT.items().stream()
                .filter(item -> !item.computed())
                .forEach(item -> answers.add(answer(item.id(), ReadinessReply.YES, hours(2))));
        return this;
    }

    TestJourney infused(InfusionRecord infusion) {
        infusions.add(new RecordedInfusion(infusion, new UUID(0, 9), List.of(), true, by("nurse-a", START)));
        return this;
    }

    TestJourney in(JourneyState state, Instant at) {
        states.add(state(state, at));
        return this;
    }

    ProductJourney journey() {
        return new ProductJourney(
                new UUID(0, 1),
                facts(),
                recorded,
                Numbers.of(PATIENT),
                states,
                custody,
                readings,
                answers,
                overrides,
                everOutOfSpecification,
                infusions,
                related);
    }

    private JourneyFacts facts() {
        return new JourneyFacts(
                PATIENT,
                name,
                born,
                Optional.empty(),
                product,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "haematology",
                planned,
                identity,
                apheresis,
                manufacturing,
                deviation,
                Optional.empty(),
                WaitingTime.NONE,
                lymphodepletion,
                JourneyClosing.NONE);
    }

    /// What a check finds at the start of the infusion.
    CheckFinding finding(JourneyCheck check) {
        return finding(check, JourneyPolicy.DEFAULT);
    }

    CheckFinding finding(JourneyCheck check, JourneyPolicy policy) {
        return JourneyChecks.of(journey(), policy, START).stream()
                .filter(finding -> finding.check() == check)
                .findFirst()
                .orElseThrow();
    }

    CheckState state(JourneyCheck check) {
        return finding(check).state();
    }
}
