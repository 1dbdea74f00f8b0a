package health.vigil.hl7;

import health.vigil.exchange.Caution;
import health.vigil.exchange.Fate;
import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.Meaning;
import health.vigil.exchange.OxygenJoin;
import health.vigil.exchange.OxygenRules;
import health.vigil.exchange.OxygenRules.OxygenResult;
import health.vigil.exchange.Part;
import health.vigil.exchange.PartDraft;
import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.SourceKey;
import health.vigil.exchange.Statement;
import health.vigil.exchange.StatementStatus;
import health.vigil.hl7.ObxReading.ForAPerson;
import health.vigil.hl7.ObxReading.ObxValue;
import health.vigil.hl7.ObxReading.ReadObx;
import health.vigil.hl7.ObxReading.Skipped;
import health.vigil.intake.ReadResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Makes statements of the values of one message: the signs of a monitor at one instant are one, the three pressures of
/// a chart are one, every other result is its own.
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
        return unread(context, new Fate.Ignored(reason));
    }

    private Statement foreign(ObxContext context, ForeignReason reason, String place) {
        return unread(context, new Fate.Foreign(reason, Optional.of(place), context.piece()));
    }

    private Statement unread(ObxContext context, Fate fate) {
        return new Statement(
                keys.ofUnread(context),
                StatementStatus.FINAL,
                Optional.empty(),
                sender.device(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                fate);
    }

    /// A value that the rules of intake accept on its own. Any other is for a person, and the others are taken.
    private Optional<ReadObx> judged(ReadObx reading) {
        if (reading.status() == StatementStatus.WITHDRAWN) {
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

    /// Whether the annotation of a unit contradicts the code: D-dimer in FEU and in DDU differ by a factor of two.
    private static boolean contradicts(ReadObx reading) {
        return reading.code() instanceof Meaning.OfAnalyte(var _, var annotation)
                && reading.value().orElse(null) instanceof ObxValue.Numeric(var _, var _, var _, var unit)
                && unit.indexOf('{') >= 0
                && annotation.filter(text -> !unit.contains("{" + text + "}")).isPresent();
    }

    private void group(List<ReadObx> readings) {
        var groups = new LinkedHashMap<SourceKey, List<ReadObx>>();
        for (var reading : readings) {
            if (reading.status() == StatementStatus.WITHDRAWN
                    || parts.of(reading).isPresent()) {
                groups.computeIfAbsent(keys.of(reading), _ -> new ArrayList<>()).add(reading);
            }
        }
        groups.forEach((key, members) -> statements.add(statement(key, members)));
    }

    private Statement statement(SourceKey key, List<ReadObx> members) {
        var first = members.getFirst();
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
                sender.device(),
                Optional.of(first.subject().subject()),
                first.subject().expected(),
                Optional.of(first.effectiveAt()),
                new Fate.Taken(observations, cautions));
    }

    /// A group of which one value was corrected or withdrawn is amended.
    private StatementStatus status(List<ReadObx> members) {
        if (sender.device()) {
            return StatementStatus.FINAL;
        }
        return members.stream().anyMatch(member -> member.status().revises())
                ? StatementStatus.AMENDED
                : members.getFirst().status();
    }

    /// When the sender made the report: the time of the analysis, of the report, of the message. Devices have none.
    private Optional<Instant> issued(ObxContext context) {
        if (sender.device()) {
            return Optional.empty();
        }
        return times.instant(context.obx().value(19))
                .or(() -> times.instant(context.order(22)))
                .or(() -> times.instant(context.header().value(7)));
    }

    private void oxygen(List<ReadObx> readings) {
        for (var joined : OxygenJoin.of(OxygenValues.of(readings))) {
            var lead = readings.get(joined.lead().index());
            statements.add(
                    switch (new OxygenRules(sender.reading()).apply(joined)) {
                        case OxygenResult.Charted(var part, var cautions) -> charted(lead, part, cautions);
                        case OxygenResult.Nothing _ -> ignored(lead.context(), IgnoredReason.NO_OXYGEN);
                        case OxygenResult.Undecidable(var reason, var place) -> foreign(lead.context(), reason, place);
                    });
        }
    }

    private Statement charted(ReadObx lead, Part part, List<Caution> cautions) {
        return part.read(part.name(), sender.sender(), part.effectiveAt()) instanceof ReadResult.Valid
                ? taken(keys.of(lead), lead, status(List.of(lead)), List.of(part), cautions)
                : foreign(
                        lead.context(), ForeignReason.UNIT, lead.context().obx().place(6));
    }
}
