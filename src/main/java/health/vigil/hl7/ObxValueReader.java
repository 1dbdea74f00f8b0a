package health.vigil.hl7;

import health.vigil.exchange.CodeMatch;
import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.Meaning;
import health.vigil.exchange.ObservationItem;
import health.vigil.exchange.SenderSettings.ReadingSettings;
import health.vigil.hl7.ObxReading.ObxValue;
import java.util.Optional;

/// Reads OBX-5 with its unit, as the code in OBX-3 asks for it.
final class ObxValueReader {
    private static final Optional<String> POINTS = Optional.of("{score}");

    private final ReadingSettings settings;

    ObxValueReader(ReadingSettings settings) {
        this.settings = settings;
    }

    /// The result of reading a value.
    sealed interface ReadValue {
        record ReadableValue(ObxValue value) implements ReadValue {}

        /// A value that cannot be read safely.
        ///
        /// @param field the field that a person must look at
        record UnreadableValue(ForeignReason reason, int field) implements ReadValue {}
    }

    /// Whether a field that holds one value has several that differ.
    static boolean several(Er7Segment obx) {
        return obx.repetitions(5).stream().map(String::strip).distinct().count() > 1;
    }

    /// @param usualUnit the unit of a value that comes without one
    ReadValue read(Er7Segment obx, Meaning meaning, Optional<String> usualUnit) {
        return several(obx)
                ? new ReadValue.UnreadableValue(ForeignReason.CONTRADICTION, 5)
                : single(obx, meaning, usualUnit);
    }

    private ReadValue single(Er7Segment obx, Meaning meaning, Optional<String> usualUnit) {
        return switch (meaning) {
            case Meaning.OfSign(var sign, var _, var _) -> number(obx, sign.field(), usualUnit);
            case Meaning.OfAnalyte(var analyte, var _) -> result(obx, analyte.word(), usualUnit);
            case Meaning.OfItem(var item) -> item(obx, item, usualUnit);
            case Meaning.OfDevice _ -> number(obx, ObservationItem.OXYGEN_FLOW.word(), usualUnit);
            case Meaning.OfFinding _ -> new ReadValue.UnreadableValue(ForeignReason.VALUE, 5);
            case Meaning.OfReason _,
                    Meaning.OfLevel _,
                    Meaning.OfSeizure _,
                    Meaning.OfFluidReason _,
                    Meaning.OfAgent _,
                    Meaning.OfDrug _,
                    Meaning.OfCells _,
                    Meaning.OfUnit _ -> new ReadValue.UnreadableValue(ForeignReason.CODE, 3);
        };
    }

    private ReadValue item(Er7Segment obx, ObservationItem item, Optional<String> usualUnit) {
        return switch (item) {
            case OXYGEN_FLOW, OXYGEN_FRACTION -> number(obx, item.word(), usualUnit);
            case ICE, CAPD -> number(obx, item.word(), usualUnit.or(() -> POINTS));
            case OXYGEN_THERAPY -> answer(obx, Meaning.OfDevice.class);
            case OXYGEN_REASON -> answer(obx, Meaning.OfReason.class);
            case CONSCIOUSNESS -> answer(obx, Meaning.OfLevel.class);
            case PANEL,
                    ICE_ORIENTATION,
                    ICE_NAMING,
                    ICE_COMMANDS,
                    ICE_WRITING,
                    ICE_ATTENTION,
                    CAPD_EYE_CONTACT,
                    CAPD_PURPOSEFUL,
                    CAPD_AWARE,
                    CAPD_COMMUNICATES,
                    CAPD_RESTLESS,
                    CAPD_INCONSOLABLE,
                    CAPD_UNDERACTIVE,
                    CAPD_SLOW_TO_RESPOND,
                    SEIZURE,
                    SEIZURE_TYPE,
                    SEIZURE_DURATION,
                    SEIZURE_RESOLVED,
                    RETURNED_TO_BASELINE,
                    FLUID_BOLUS,
                    FLUID_REASON,
                    HOME_READING -> new ReadValue.UnreadableValue(ForeignReason.CODE, 3);
        };
    }

    private ReadValue answer(Er7Segment obx, Class<? extends Meaning> expected) {
        return settings.vocabulary().match(Er7Codes.codings(obx, 5)) instanceof CodeMatch.Found(var meaning, var _)
                        && expected.isInstance(meaning)
                ? new ReadValue.ReadableValue(new ObxValue.Coded(meaning))
                : new ReadValue.UnreadableValue(ForeignReason.VALUE, 5);
    }

    /// A number without a comparator.
    private ReadValue number(Er7Segment obx, String field, Optional<String> usualUnit) {
        return switch (ObxNumber.read(obx, false, settings.decimalComma())) {
            case ObxNumber.NoNumber(var reason) -> new ReadValue.UnreadableValue(reason, 5);
            case ObxNumber.Given given
            when given.comparator().isPresent() -> new ReadValue.UnreadableValue(ForeignReason.COMPARATOR, 5);
            case ObxNumber.Given given -> measured(obx, given, field, usualUnit);
        };
    }

    /// A result of a laboratory, which may lie outside of what the assay measures.
    private ReadValue result(Er7Segment obx, String field, Optional<String> usualUnit) {
        return switch (ObxNumber.read(obx, true, settings.decimalComma())) {
            case ObxNumber.NoNumber(var reason) -> new ReadValue.UnreadableValue(reason, 5);
            case ObxNumber.Given given -> measured(obx, given, field, usualUnit);
        };
    }

    private ReadValue measured(Er7Segment obx, ObxNumber.Given given, String field, Optional<String> usualUnit) {
        return unit(obx, field, usualUnit)
                .<ReadValue>map(unit -> new ReadValue.ReadableValue(
                        new ObxValue.Numeric(given.value(), given.comparator(), given.inexact(), unit)))
                .orElseGet(() -> new ReadValue.UnreadableValue(ForeignReason.UNIT, 6));
    }

    private Optional<String> unit(Er7Segment obx, String field, Optional<String> usualUnit) {
        return obx.has(6)
                ? Er7Codes.unit(obx, 6, settings.vocabulary())
                : usualUnit.or(() -> Optional.ofNullable(settings.defaultUnits().get(field)));
    }
}
