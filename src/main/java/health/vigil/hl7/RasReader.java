package health.vigil.hl7;

import health.vigil.exchange.BusinessId;
import health.vigil.exchange.Caution;
import health.vigil.exchange.CodeMatch;
import health.vigil.exchange.Fate;
import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.Meaning;
import health.vigil.exchange.Part;
import health.vigil.exchange.PartDraft;
import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.SourceKey;
import health.vigil.exchange.Statement;
import health.vigil.exchange.StatementStatus;
import health.vigil.hl7.Hl7Time.ReadTime;
import health.vigil.intake.ReadResult;
import health.vigil.intake.Subject;
import health.vigil.intake.unit.Measure;
import health.vigil.observation.Drug;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.Kind;
import health.vigil.observation.Observation;
import health.vigil.observation.PatientId;
import health.vigil.observation.VasopressorAgent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads what was given to a patient (RAS^O17): each RXA with the order and the patient above it.
final class RasReader {
    private static final String TYPE = "RAS";
    private static final long LARGEST = 2L * 1024 * 1024;
    /// The amount that stands for one that is not known.
    private static final String NOT_KNOWN = "999";
    private static final Set<String> GIVEN = Set.of("", "CP", "PA");
    private static final Set<String> NOT_GIVEN = Set.of("RE", "NA");
    private static final Set<String> ENDED = Set.of("CM", "DC");

    private final SenderSettings sender;
    private final Er7Message message;
    private final Hl7Time times;
    private final Instant receivedAt;
    private final List<ObxContext> contexts;

    RasReader(SenderSettings sender, Er7Message message, Instant receivedAt) {
        this.sender = sender;
        this.message = message;
        this.times = new Hl7Time(message.header().value(7), sender.reading().zone(), receivedAt);
        this.receivedAt = receivedAt;
        this.contexts = ObxContext.of(message, new MessageSubjects(sender), "ORC", "RXA");
    }

    /// Whether the administrations with the segments above them are too large to be kept one by one.
    boolean tooLarge() {
        return contexts.stream().mapToLong(ObxContext::size).sum() > LARGEST;
    }

    List<Statement> read() {
        var nobody = contexts.stream().allMatch(context -> context.patient().isEmpty());
        if (nobody && contexts.stream().anyMatch(context -> !(drug(context) instanceof CodeMatch.NotOurs))) {
            return List.of(WholeMessage.statement(sender, message));
        }
        var byKey = new LinkedHashMap<SourceKey, List<DrugStatement>>();
        for (var context : contexts) {
            var statement = statement(context);
            byKey.computeIfAbsent(statement.key(), _ -> new ArrayList<>()).add(new DrugStatement(context, statement));
        }
        return byKey.values().stream().map(this::agreed).toList();
    }

    /// An administration and what it says.
    private record DrugStatement(ObxContext context, Statement statement) {}

    /// What several administrations of one key say, if it is the same. Else a person must look at them.
    private Statement agreed(List<DrugStatement> several) {
        var first = several.getFirst();
        var alike = several.stream()
                        .map(each -> each.statement().status().word()
                                + each.statement().partHashes())
                        .distinct()
                        .count()
                == 1;
        return alike
                ? first.statement()
                : foreign(
                        several.stream().map(DrugStatement::context).toList(),
                        ForeignReason.CONTRADICTION,
                        first.context().obx().place(3));
    }

    private CodeMatch drug(ObxContext context) {
        var match = sender.reading().vocabulary().match(Er7Codes.codings(context.obx(), 5));
        return match instanceof CodeMatch.Found(var meaning, var _)
                        && !(meaning instanceof Meaning.OfAgent)
                        && !(meaning instanceof Meaning.OfDrug)
                ? new CodeMatch.NotOurs()
                : match;
    }

    private Statement statement(ObxContext context) {
        return switch (drug(context)) {
            case CodeMatch.NotOurs _ -> ignored(context);
            case CodeMatch.Ambiguous _ -> foreign(context, ForeignReason.CODE, 5);
            case CodeMatch.Found(var meaning, var _) ->
                context.patient()
                        .map(patient -> known(context, meaning, new Subject.ByPatient(patient)))
                        .orElseGet(
                                () -> foreign(List.of(context), ForeignReason.SUBJECT, MessageSubjects.place(context)));
        };
    }

    private Statement known(ObxContext context, Meaning drug, Subject subject) {
        var rxa = context.obx();
        var completion = rxa.value(20).strip();
        var action = rxa.value(21).strip();
        if (!GIVEN.contains(completion) && !NOT_GIVEN.contains(completion)) {
            return foreign(context, ForeignReason.STATUS, 20);
        }
        if (!Set.of("", "A", "U", "D", "X").contains(action)) {
            return foreign(context, ForeignReason.STATUS, 21);
        }
        return switch (times.read(rxa.value(3))) {
            case ReadTime.NoTime(var reason) -> foreign(context, reason, 3);
            case ReadTime.At(var start) ->
                action.equals("D") || NOT_GIVEN.contains(completion)
                        ? statement(context, subject, start, StatementStatus.WITHDRAWN, List.of(), List.of())
                        : given(context, drug, subject, start, action.equals("U"));
        };
    }

    private Statement given(ObxContext context, Meaning drug, Subject subject, Instant start, boolean amended) {
        return switch (drug) {
            case Meaning.OfAgent(var agent) -> infusion(context, agent, subject, start, amended);
            case Meaning.OfDrug(var known) -> dose(context, known, subject, start, amended);
            case Meaning.OfSign _,
                    Meaning.OfAnalyte _,
                    Meaning.OfItem _,
                    Meaning.OfFinding _,
                    Meaning.OfDevice _,
                    Meaning.OfReason _,
                    Meaning.OfLevel _,
                    Meaning.OfSeizure _,
                    Meaning.OfFluidReason _,
                    Meaning.OfCells _,
                    Meaning.OfUnit _ -> ignored(context);
        };
    }

    /// An infusion ends at RXA-4 if that is another time than its start. If its order has ended, it must say
    /// when. An end in the future is planned and has not happened: the report that comes after it says the same
    /// again.
    private Statement infusion(
            ObxContext context, VasopressorAgent agent, Subject subject, Instant start, boolean amended) {
        var rxa = context.obx();
        var parts = new ArrayList<Part>();
        var cautions = new ArrayList<Caution>();
        parts.add(action(context, "start", agent, InfusionAction.STARTED, start).at(subject, start));
        var over = ENDED.contains(context.order(5).strip());
        if (rxa.has(4)) {
            switch (times.read(rxa.value(4))) {
                case ReadTime.NoTime(var reason) -> {
                    return foreign(context, reason, 4);
                }
                case ReadTime.At(var end) -> {
                    var ahead = end.isAfter(receivedAt.plus(Observation.CLOCK_TOLERANCE));
                    if (end.isBefore(start) || (ahead && over)) {
                        return foreign(context, ForeignReason.TIME, 4);
                    }
                    if (ahead) {
                        cautions.add(new Caution(rxa.place(4), "is in the future, so the end is left out"));
                    } else if (end.isAfter(start)) {
                        parts.add(action(context, "stop", agent, InfusionAction.STOPPED, start)
                                .at(subject, end));
                    } else if (over) {
                        return foreign(context, ForeignReason.BOLUS, 6);
                    }
                }
            }
        } else if (over) {
            return foreign(context, ForeignReason.TIME, 4);
        }
        var status = parts.size() > 1 ? StatementStatus.FINAL : StatementStatus.PRELIMINARY;
        return judged(context, subject, start, amended ? StatementStatus.AMENDED : status, parts, cautions);
    }

    /// The key names the infusion, so that start and stop belong together.
    private PartDraft action(
            ObxContext context, String name, VasopressorAgent agent, InfusionAction action, Instant start) {
        return new PartDraft(name, Kind.VASOPRESSOR)
                .put("agent", agent.word(), context.obx().place(5))
                .put("action", action.word(), context.obx().place(3))
                .put("infusionId", key(context, start).fhirId(), context.obx().place(3));
    }

    private Statement dose(ObxContext context, Drug drug, Subject subject, Instant at, boolean amended) {
        var rxa = context.obx();
        var part = new PartDraft("dose", Kind.MEDICATION).put("drug", drug.word(), rxa.place(5));
        var cautions = new ArrayList<Caution>();
        if (rxa.has(6) && !rxa.value(6).strip().equals(NOT_KNOWN)) {
            var amount = ObxNumber.number(rxa.value(6).strip(), sender.reading().decimalComma());
            var unit = Er7Codes.unit(rxa, 7, sender.reading().vocabulary());
            if (amount.isPresent()
                    && unit.flatMap(ucum -> Measure.DOSE.convert(amount.get(), ucum))
                            .isPresent()) {
                part.put("dose", amount.get(), unit, rxa.place(6));
            } else {
                cautions.add(new Caution(rxa.place(6), "does not convert to mg, so it is left out"));
            }
        }
        return judged(
                context,
                subject,
                at,
                amended ? StatementStatus.AMENDED : StatementStatus.FINAL,
                List.of(part.at(subject, at)),
                cautions);
    }

    /// A statement that the rules of intake accept. Any other is for a person.
    private Statement judged(
            ObxContext context,
            Subject subject,
            Instant start,
            StatementStatus status,
            List<Part> parts,
            List<Caution> cautions) {
        var sound = parts.stream()
                .allMatch(part ->
                        part.read(part.name(), sender.sender(), part.effectiveAt()) instanceof ReadResult.Valid);
        return sound
                ? statement(context, subject, start, status, parts, cautions)
                : foreign(context, ForeignReason.RULES, 5);
    }

    private Statement statement(
            ObxContext context,
            Subject subject,
            Instant start,
            StatementStatus status,
            List<Part> parts,
            List<Caution> cautions) {
        return new Statement(
                key(context, start),
                status,
                issued(context),
                status.revises() ? times.instant(message.header().value(7)) : Optional.empty(),
                false,
                Optional.of(subject),
                Optional.empty(),
                Optional.of(start),
                new Fate.Taken(parts, cautions, unlessKnown(context, status)));
    }

    /// The key holds the begin, so a correction of the begin has another key than what it corrects. As a first
    /// report it would begin a second infusion.
    private static Optional<Fate.Foreign> unlessKnown(ObxContext context, StatementStatus status) {
        return status == StatementStatus.AMENDED
                ? Optional.of(foreignFate(
                        List.of(context), ForeignReason.STATUS, context.obx().place(21)))
                : Optional.empty();
    }

    /// The number of the order, the number of the administration, the drug and its begin.
    private SourceKey key(ObxContext context, Instant start) {
        var rxa = context.obx();
        return key(BusinessId.place(order(context), rxa.value(2), rxa.value(5), start.toString()));
    }

    private static String order(ObxContext context) {
        return context.order()
                .flatMap(orc -> orc.has(3)
                        ? Optional.of("filler " + orc.raw(3))
                        : Optional.of("placer " + orc.raw(2)).filter(_ -> orc.has(2)))
                .orElseGet(() ->
                        "patient " + context.patient().map(PatientId::value).orElse(""));
    }

    private SourceKey key(BusinessId id) {
        return new SourceKey(sender.sender(), TYPE, id);
    }

    /// When the message was sent, or when the administration was entered if that is later. A charted infusion
    /// keeps the time of its entry while its reports change, so that time alone does not say which report is the
    /// newer one.
    private Optional<Instant> issued(ObxContext context) {
        return Stream.of(context.obx().value(22), message.header().value(7))
                .flatMap(time -> times.instant(time).stream())
                .max(Comparator.naturalOrder());
    }

    private Statement ignored(ObxContext context) {
        return unread(List.of(context), new Fate.Ignored(IgnoredReason.UNKNOWN_CODE));
    }

    private Statement foreign(ObxContext context, ForeignReason reason, int field) {
        return foreign(List.of(context), reason, context.obx().place(field));
    }

    private Statement foreign(List<ObxContext> those, ForeignReason reason, String place) {
        return unread(those, foreignFate(those, reason, place));
    }

    private static Fate.Foreign foreignFate(List<ObxContext> those, ForeignReason reason, String place) {
        return new Fate.Foreign(reason, Optional.of(place), ObxContext.piece(those));
    }

    private Statement unread(List<ObxContext> those, Fate fate) {
        return new Statement(
                key(BusinessId.content(ObxContext.content(those))),
                StatementStatus.FINAL,
                Optional.empty(),
                false,
                those.getFirst().patient().map(Subject.ByPatient::new),
                Optional.empty(),
                Optional.empty(),
                fate);
    }
}
