package health.vigil.hl7;

import health.vigil.exchange.Caution;
import health.vigil.exchange.Fate;
import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.Meaning;
import health.vigil.exchange.ObservationItem;
import health.vigil.exchange.OxygenJoin;
import health.vigil.exchange.OxygenJoin.JoinedOxygen;
import health.vigil.exchange.OxygenRules;
import health.vigil.exchange.OxygenRules.OxygenResult;
import health.vigil.exchange.Part;
import health.vigil.exchange.PartDraft;
import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.SourceKey;
import health.vigil.exchange.Statement;
import health.vigil.exchange.StatementStatus;
import health.vigil.hl7.MessageSubjects.FoundSubject;
import health.vigil.hl7.ObxKeys.ValuePlace;
import health.vigil.hl7.ObxReading.ForAPerson;
import health.vigil.hl7.ObxReading.ObxValue;
import health.vigil.hl7.ObxReading.ReadObx;
import health.vigil.hl7.ObxReading.Skipped;
import health.vigil.intake.ReadResult;
import health.vigil.intake.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Makes statements of the values of one message: the signs of a monitor at one instant are one, the three
/// pressures of a chart are one, every other result is its own.
final class ResultStatements {
    private final SenderSettings sender;
    private final Hl7Time times;
    private final ObxKeys keys;
    private final ResultParts parts;
    private final List<Statement> statements = new ArrayList<>();

    ResultStatements(SenderSettings sender, Hl7Time times) {
        this.sender = sender;
        this.times = times;
        this.keys = new ObxKeys(sender);
        this.parts = new ResultParts(sender.reading().decimalComma());
    }

    List<Statement> of(List<ObxReading> readings) {
        var sound = new ArrayList<ReadObx>();
        for (var reading : readings) {
            switch (reading) {
                case Skipped(var context, var reason) -> statements.add(ignored(context, reason));
                case ForAPerson(var context, var reason, var place) -> statements.add(foreign(context, reason, place));
                case ReadObx readable -> judged(readable).ifPresent(sound::add);
            }
        }
        oxygen(sound);
        group(sound);
        return statements;
    }

    private Statement ignored(ObxContext context, IgnoredReason reason) {
        return unread(List.of(context), new Fate.Ignored(reason));
    }

    private Statement foreign(ObxContext context, ForeignReason reason, String place) {
        return foreign(List.of(context), reason, place);
    }

    /// Values that a person must judge together.
    private Statement foreign(List<ObxContext> contexts, ForeignReason reason, String place) {
        return unread(contexts, new Fate.Foreign(reason, Optional.of(place), ObxContext.piece(contexts)));
    }

    /// Its subject decides whether it concerns anybody who is watched.
    private Statement unread(List<ObxContext> contexts, Fate fate) {
        var subjects = contexts.stream()
                .map(new MessageSubjects(sender)::of)
                .distinct()
                .toList();
        var subject = subjects.size() == 1 ? subjects.getFirst() : Optional.<FoundSubject>empty();
        return new Statement(
                keys.ofUnread(contexts),
                StatementStatus.FINAL,
                Optional.empty(),
                sender.device(),
                subject.map(FoundSubject::subject),
                subject.flatMap(FoundSubject::expected),
                Optional.empty(),
                fate);
    }

    /// A value that the rules of intake accept on its own. Any other is for a person, and the others are taken.
    private Optional<ReadObx> judged(ReadObx reading) {
        if (reading.status() == StatementStatus.WITHDRAWN) {
            if (besideADevice(reading.code())) {
                statements.add(foreign(
                        reading.context(),
                        ForeignReason.STATUS,
                        reading.context().obx().place(11)));
                return Optional.empty();
            }
            return Optional.of(reading);
        }
        if (contradicts(reading)) {
            statements.add(foreign(
                    reading.context(),
                    ForeignReason.UNIT,
                    reading.context().obx().place(6)));
            return Optional.empty();
        }
        var read = parts.of(reading)
                .map(part -> part.at(reading.subject().subject(), reading.effectiveAt()))
                .map(part -> part.read(part.name(), sender.sender(), part.effectiveAt()));
        if (read.orElse(null) instanceof ReadResult.Invalid(var _, var violations)) {
            var unit = violations.getFirst().field().endsWith("unit");
            var obx = reading.context().obx();
            statements.add(foreign(
                    reading.context(), unit ? ForeignReason.UNIT : ForeignReason.RULES, obx.place(unit ? 6 : 5)));
            return Optional.empty();
        }
        return Optional.of(reading);
    }

    /// Whether a value of oxygen belongs to the record of its device, of which it cannot be withdrawn alone.
    private static boolean besideADevice(Meaning code) {
        return code instanceof Meaning.OfItem(var item)
                && Set.of(ObservationItem.OXYGEN_FLOW, ObservationItem.OXYGEN_FRACTION, ObservationItem.OXYGEN_REASON)
                        .contains(item);
    }

    /// Whether the annotation of a unit contradicts the code: D-dimer in FEU and in DDU differ by a factor of two.
    private static boolean contradicts(ReadObx reading) {
        return reading.code() instanceof Meaning.OfAnalyte(var _, var annotation)
                && reading.value().orElse(null) instanceof ObxValue.Numeric(var _, var _, var _, var unit)
                && unit.indexOf('{') >= 0
                && annotation.filter(text -> !unit.contains("{" + text + "}")).isPresent();
    }

    private void group(List<ReadObx> readings) {
        var places = new LinkedHashMap<ValuePlace, List<ReadObx>>();
        for (var reading : readings) {
            if (reading.status() == StatementStatus.WITHDRAWN
                    || parts.of(reading).isPresent()) {
                places.computeIfAbsent(keys.place(reading), _ -> new ArrayList<>())
                        .add(reading);
            }
        }
        var groups = new LinkedHashMap<SourceKey, List<List<ReadObx>>>();
        places.forEach((place, members) -> {
            var agreed = agreed(place, members);
            if (!agreed.isEmpty()) {
                groups.computeIfAbsent(keys.of(place, agreed), _ -> new ArrayList<>())
                        .add(agreed);
            }
        });
        groups.forEach((key, several) -> {
            if (several.size() == 1) {
                statements.add(statement(key, several.getFirst()));
            } else {
                several.forEach(members -> statements.add(sharedKey(members)));
            }
        });
    }

    /// The values that do not contradict each other. A person must look at the others.
    private List<ReadObx> agreed(ValuePlace place, List<ReadObx> members) {
        if (!place.signs()) {
            var alike = members.stream()
                            .map(member -> new Saying(member.status(), hash(member)))
                            .distinct()
                            .count()
                    == 1;
            if (!alike) {
                statements.add(contradiction(members));
            }
            return alike ? members : List.of();
        }
        var contradictions = VitalSignGroup.contradictions(members);
        if (contradictions.isEmpty()) {
            return members;
        }
        Predicate<ReadObx> contradicts = member ->
                VitalSignGroup.sign(member).filter(contradictions::contains).isPresent();
        statements.add(contradiction(members.stream().filter(contradicts).toList()));
        return members.stream().filter(contradicts.negate()).toList();
    }

    /// What one value says.
    ///
    /// @param content empty if it is withdrawn
    private record Saying(StatementStatus status, Optional<String> content) {}

    private Optional<String> hash(ReadObx reading) {
        return reading.value()
                .flatMap(_ -> parts.of(reading))
                .map(part -> part.at(reading.subject().subject(), reading.effectiveAt())
                        .hash());
    }

    private Statement contradiction(List<ReadObx> members) {
        return foreign(
                contexts(members),
                ForeignReason.CONTRADICTION,
                members.getFirst().context().obx().place(5));
    }

    /// Two patients of one message cannot have the same result.
    private Statement sharedKey(List<ReadObx> members) {
        return foreign(
                contexts(members),
                ForeignReason.SUBJECT,
                MessageSubjects.place(members.getFirst().context()));
    }

    private static List<ObxContext> contexts(List<ReadObx> readings) {
        return readings.stream().map(ReadObx::context).toList();
    }

    private Statement statement(SourceKey key, List<ReadObx> members) {
        var first = members.getFirst();
        var revision = revisionOfPressures(members);
        if (revision.isPresent()) {
            return foreign(
                    contexts(members),
                    ForeignReason.STATUS,
                    revision.get().context().obx().place(11));
        }
        var drafts = drafts(
                members.stream().filter(member -> member.value().isPresent()).toList());
        var cautions = members.stream()
                .flatMap(member -> ResultParts.cautions(member).stream())
                .toList();
        return taken(
                key,
                first,
                status(members),
                drafts.stream()
                        .map(draft -> draft.at(first.subject().subject(), first.effectiveAt()))
                        .toList(),
                cautions);
    }

    /// The first pressure that is corrected or withdrawn. The key of pressures names those that the first report
    /// held, and a correction does not say which they were: it might miss the report, and the wrong value would
    /// stand.
    private static Optional<ReadObx> revisionOfPressures(List<ReadObx> members) {
        return members.stream()
                .filter(member -> member.status().revises() && ObxKeys.pressure(member.code()))
                .findFirst();
    }

    private List<PartDraft> drafts(List<ReadObx> members) {
        if (members.isEmpty()) {
            return List.of();
        }
        return members.getFirst().code() instanceof Meaning.OfSign
                ? List.of(VitalSignGroup.of(members))
                : members.stream()
                        .limit(1)
                        .flatMap(member -> parts.of(member).stream())
                        .toList();
    }

    private Statement taken(
            SourceKey key, ReadObx first, StatementStatus status, List<Part> observations, List<Caution> cautions) {
        return new Statement(
                key,
                observations.isEmpty() ? StatementStatus.WITHDRAWN : status,
                issued(first.context()),
                status.revises() ? sentAt(first.context()) : Optional.empty(),
                sender.device(),
                Optional.of(first.subject().subject()),
                first.subject().expected(),
                Optional.of(first.effectiveAt()),
                new Fate.Taken(observations, cautions));
    }

    /// Oxygen of which one value was corrected is amended.
    private StatementStatus status(List<ReadObx> members) {
        if (sender.device()) {
            return StatementStatus.FINAL;
        }
        return members.stream().anyMatch(member -> member.status().revises())
                ? StatementStatus.AMENDED
                : members.getFirst().status();
    }

    /// When the sender made the report: the time of the analysis, of the report, of the message. Devices have
    /// none.
    private Optional<Instant> issued(ObxContext context) {
        if (sender.device()) {
            return Optional.empty();
        }
        return times.instant(context.obx().value(19))
                .or(() -> times.instant(context.order(22)))
                .or(() -> times.instant(context.header().value(7)));
    }

    /// When the message was sent. OBX-19 stays the same through the corrections of one analysis.
    private Optional<Instant> sentAt(ObxContext context) {
        return sender.device()
                ? Optional.empty()
                : times.instant(context.header().value(7));
    }

    private void oxygen(List<ReadObx> readings) {
        var byInstant = new LinkedHashMap<OxygenInstant, List<JoinedOxygen>>();
        OxygenJoin.of(OxygenValues.of(readings))
                .forEach(joined -> byInstant
                        .computeIfAbsent(OxygenInstant.of(joined), _ -> new ArrayList<>())
                        .add(joined));
        byInstant.values().forEach(several -> oxygen(readings, several));
    }

    private record OxygenInstant(Subject subject, Instant effectiveAt) {
        static OxygenInstant of(JoinedOxygen joined) {
            return new OxygenInstant(joined.lead().subject(), joined.lead().effectiveAt());
        }
    }

    /// @param several more than one record if the values contradict each other
    private void oxygen(List<ReadObx> readings, List<JoinedOxygen> several) {
        var members = several.stream()
                .flatMap(joined -> joined.members().stream())
                .sorted()
                .map(readings::get)
                .toList();
        var first = several.getFirst();
        var lead = readings.get(first.lead().index());
        if (several.size() > 1) {
            statements.add(contradiction(members));
        } else if (members.stream().map(ReadObx::subject).distinct().count() > 1) {
            statements.add(sharedKey(members));
        } else if (first.fragment().device().isEmpty()
                && members.stream().anyMatch(member -> member.status().revises())) {
            statements.add(foreign(
                    contexts(members),
                    ForeignReason.STATUS,
                    lead.context().obx().place(11)));
        } else {
            statements.add(
                    switch (new OxygenRules(sender.reading()).apply(first)) {
                        case OxygenResult.Charted(var part, var cautions) -> charted(lead, members, part, cautions);
                        case OxygenResult.Nothing _ -> ignored(lead.context(), IgnoredReason.NO_OXYGEN);
                        case OxygenResult.Undecidable(var reason, var place) ->
                            foreign(contexts(members), reason, place);
                    });
        }
    }

    private Statement charted(ReadObx lead, List<ReadObx> members, Part part, List<Caution> cautions) {
        return part.read(part.name(), sender.sender(), part.effectiveAt()) instanceof ReadResult.Valid
                ? taken(
                        keys.of(lead),
                        lead,
                        status(Stream.concat(Stream.of(lead), members.stream()).toList()),
                        List.of(part),
                        cautions)
                : foreign(
                        contexts(members),
                        ForeignReason.UNIT,
                        lead.context().obx().place(6));
    }
}
