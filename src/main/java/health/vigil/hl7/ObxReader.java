package health.vigil.hl7;

import health.vigil.exchange.CodeMatch;
import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.Meaning;
import health.vigil.exchange.ObservationItem;
import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.StatementStatus;
import health.vigil.hl7.Hl7Time.ReadTime;
import health.vigil.hl7.ObxReading.ForAPerson;
import health.vigil.hl7.ObxReading.ReadObx;
import health.vigil.hl7.ObxReading.Skipped;
import health.vigil.hl7.ObxValueReader.ReadValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads one value (OBX) of a result.
final class ObxReader {
    private static final List<Integer> TIMES_OF_ORDERS = List.of(7, 8);
    /// Some monitors fill OBR-14 only. Of a laboratory that is when the specimen was received.
    private static final List<Integer> TIMES_OF_MONITORS = List.of(7, 8, 14);

    private static final Set<String> WITHOUT_NUMBER = Set.of("NA", "MA", "ED", "RP");
    private static final Set<String> FOR_TESTS = Set.of("DEMO", "TEST");

    private final SenderSettings sender;
    private final Hl7Time times;
    private final Instant receivedAt;
    private final ObxValueReader values;
    private final SaturationCodes saturations;

    ObxReader(SenderSettings sender, Hl7Time times, Instant receivedAt, SaturationCodes saturations) {
        this.sender = sender;
        this.times = times;
        this.receivedAt = receivedAt;
        this.values = new ObxValueReader(sender.reading());
        this.saturations = saturations;
    }

    ObxReading read(ObxContext context) {
        var obx = context.obx();
        if (withoutNumber(obx) && !revises(ObxStatus.of(context))) {
            return new Skipped(context, IgnoredReason.OTHER_TYPE);
        }
        return switch (sender.reading().vocabulary().match(saturations.codings(context))) {
            case CodeMatch.NotOurs _ -> new Skipped(context, IgnoredReason.UNKNOWN_CODE);
            case CodeMatch.Ambiguous _ -> foreign(context, ForeignReason.CODE, 3);
            case CodeMatch.Found(var meaning, var usual) -> known(context, meaning, usual);
        };
    }

    private static boolean withoutNumber(Er7Segment obx) {
        return WITHOUT_NUMBER.contains(obx.value(2).strip());
    }

    private static boolean revises(ObxStatus status) {
        return status == ObxStatus.AMENDED || status == ObxStatus.WITHDRAWN;
    }

    private static ForAPerson foreign(ObxContext context, ForeignReason reason, int field) {
        return new ForAPerson(context, reason, context.obx().place(field));
    }

    private ObxReading known(ObxContext context, Meaning meaning, Optional<String> usualUnit) {
        var obx = context.obx();
        if (!measured(meaning)) {
            return new Skipped(context, IgnoredReason.UNKNOWN_CODE);
        }
        if (obx.repetitions(8).stream()
                .anyMatch(flag -> FOR_TESTS.contains(flag.strip().toUpperCase(Locale.ROOT)))) {
            return new Skipped(context, IgnoredReason.TEST_DATA);
        }
        var status = ObxStatus.of(context);
        if (revises(status) && (sender.device() || withoutNumber(obx))) {
            return foreign(context, ForeignReason.STATUS, 11);
        }
        return switch (status) {
            case NO_VALUE -> new Skipped(context, IgnoredReason.NO_VALUE);
            case UNKNOWN -> foreign(context, ForeignReason.STATUS, 11);
            case WITHDRAWN -> withStatus(context, meaning, StatementStatus.WITHDRAWN, usualUnit);
            case AMENDED -> withStatus(context, meaning, StatementStatus.AMENDED, usualUnit);
            case PRELIMINARY -> withStatus(context, meaning, StatementStatus.PRELIMINARY, usualUnit);
            case FINAL -> withStatus(context, meaning, StatementStatus.FINAL, usualUnit);
        };
    }

    /// Whether a code can be that of a value.
    private static boolean measured(Meaning meaning) {
        return switch (meaning) {
            case Meaning.OfSign _, Meaning.OfAnalyte _, Meaning.OfFinding _, Meaning.OfDevice _ -> true;
            case Meaning.OfItem(var item) -> item != ObservationItem.PANEL;
            case Meaning.OfReason _,
                    Meaning.OfLevel _,
                    Meaning.OfSeizure _,
                    Meaning.OfFluidReason _,
                    Meaning.OfAgent _,
                    Meaning.OfDrug _,
                    Meaning.OfCells _,
                    Meaning.OfUnit _ -> false;
        };
    }

    private ObxReading withStatus(
            ObxContext context, Meaning meaning, StatementStatus status, Optional<String> usualUnit) {
        if (status != StatementStatus.WITHDRAWN) {
            var absent = absent(context, meaning);
            if (absent.isPresent()) {
                return status == StatementStatus.AMENDED
                        ? foreign(context, ForeignReason.STATUS, 11)
                        : new Skipped(context, absent.get());
            }
        }
        var subject = new MessageSubjects(sender).of(context);
        if (subject.isEmpty()) {
            return new ForAPerson(context, ForeignReason.SUBJECT, MessageSubjects.place(context));
        }
        return switch (time(context)) {
            case ReadTime.NoTime(var reason) -> foreign(context, reason, 14);
            case ReadTime.At(var instant) when tooOld(instant) -> foreign(context, ForeignReason.CLOCK, 14);
            case ReadTime.At(var instant) ->
                status == StatementStatus.WITHDRAWN
                        ? new ReadObx(context, meaning, status, subject.get(), instant, Optional.empty())
                        : switch (values.read(context.obx(), meaning, usualUnit)) {
                            case ReadValue.UnreadableValue(var reason, var _)
                            when status == StatementStatus.AMENDED && reason == ForeignReason.VALUE ->
                                foreign(context, ForeignReason.STATUS, 11);
                            case ReadValue.UnreadableValue(var reason, var field) -> foreign(context, reason, field);
                            case ReadValue.ReadableValue(var value) ->
                                new ReadObx(context, meaning, status, subject.get(), instant, Optional.of(value));
                        };
        };
    }

    /// Why there is no value, if so. A first report without a value says nothing. A correction without one says
    /// that the value that stands is wrong, so it must not be ignored.
    private Optional<IgnoredReason> absent(ObxContext context, Meaning meaning) {
        if (!context.obx().has(5)) {
            return Optional.of(IgnoredReason.NO_VALUE);
        }
        return noReading(context, meaning) ? Optional.of(IgnoredReason.NO_READING) : Optional.empty();
    }

    private boolean noReading(ObxContext context, Meaning meaning) {
        return meaning instanceof Meaning.OfSign(var sign, var _, var _)
                && !ObxValueReader.several(context.obx())
                && ObxNumber.read(context.obx(), false, sender.reading().decimalComma())
                        instanceof ObxNumber.Given(var number, var _, var _)
                && NoReading.mark(sign, number);
    }

    private boolean tooOld(Instant instant) {
        return sender.reading()
                .maxAge()
                .filter(age -> instant.isBefore(receivedAt.minus(age)))
                .isPresent();
    }

    /// The time of the value, else of its order. The value of a cuff that was not inflated again has none.
    private ReadTime time(ObxContext context) {
        var obx = context.obx();
        if (obx.has(14)) {
            return times.read(obx.value(14));
        }
        if (obx.value(13).strip().equals("APERIODIC")) {
            return new ReadTime.NoTime(ForeignReason.TIME);
        }
        for (var field : sender.device() ? TIMES_OF_MONITORS : TIMES_OF_ORDERS) {
            if (!context.order(field).isBlank()) {
                return times.read(context.order(field));
            }
        }
        return sender.reading().timeOfMessage()
                ? times.read(context.header().value(7))
                : new ReadTime.NoTime(ForeignReason.TIME);
    }
}
