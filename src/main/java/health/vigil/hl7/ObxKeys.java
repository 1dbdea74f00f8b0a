package health.vigil.hl7;

import health.vigil.exchange.BusinessId;
import health.vigil.exchange.Meaning;
import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.SignSource;
import health.vigil.exchange.SourceKey;
import health.vigil.hl7.MessageSubjects.FoundSubject;
import health.vigil.hl7.ObxReading.ReadObx;
import health.vigil.intake.Subject;
import health.vigil.observation.VitalSign;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The keys of results and of groups of readings. The id of a message (MSH-10) is never a part: monitors restart
/// it at 1.
record ObxKeys(SenderSettings sender) {
    private static final String TYPE = "ORU";
    private static final Set<VitalSign> PRESSURES =
            Set.of(VitalSign.SYSTOLIC, VitalSign.DIASTOLIC, VitalSign.MEAN_ARTERIAL_PRESSURE);

    /// Values of one place are one statement.
    ///
    /// @param signs whether the statement may hold several signs
    record ValuePlace(FoundSubject subject, boolean signs, BusinessId id) {}

    /// The place of a readable value: the signs of a device, or the pressures of a chart, at one instant. Any
    /// other value is its own statement.
    ValuePlace place(ReadObx reading) {
        if (sender.device() && reading.code() instanceof Meaning.OfSign) {
            return new ValuePlace(
                    reading.subject(),
                    true,
                    BusinessId.place(
                            subject(reading),
                            reading.context().order(4),
                            group(reading.code()),
                            reading.effectiveAt().toString()));
        }
        return pressure(reading.code())
                ? new ValuePlace(
                        reading.subject(),
                        true,
                        BusinessId.place(
                                order(reading),
                                group(reading.code()),
                                parent(reading.context().obx().value(4)),
                                reading.effectiveAt().toString()))
                : new ValuePlace(reading.subject(), false, own(reading));
    }

    /// The key of a statement. That of several signs names them: another message about other signs of the same
    /// instant erases nothing.
    SourceKey of(ValuePlace place, List<ReadObx> members) {
        return key(place.signs() ? BusinessId.place(place.id().text(), signs(members)) : place.id());
    }

    private static String signs(List<ReadObx> members) {
        return members.stream()
                .map(ReadObx::code)
                .map(code -> code instanceof Meaning.OfSign(var sign, var _, var _) ? sign.field() : "")
                .sorted()
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /// The key of a single result.
    SourceKey of(ReadObx reading) {
        return key(own(reading));
    }

    /// The id of a single result: its own, else its place in its order.
    private static BusinessId own(ReadObx reading) {
        var obx = reading.context().obx();
        return obx.has(21)
                ? BusinessId.identifier("OBX-21", obx.raw(21))
                : BusinessId.place(
                        order(reading),
                        obx.value(3),
                        obx.value(4),
                        reading.effectiveAt().toString());
    }

    /// The key of values that a person must look at.
    SourceKey ofUnread(List<ObxContext> contexts) {
        return key(BusinessId.content(ObxContext.content(contexts)));
    }

    SourceKey ofMessage(Er7Message message) {
        return new SourceKey(sender.sender(), message.type(), BusinessId.content(ObxContext.content(message)));
    }

    private SourceKey key(BusinessId id) {
        return new SourceKey(sender.sender(), TYPE, id);
    }

    /// The number of the order; without one the subject, so that no two patients share a result.
    private static String order(ReadObx reading) {
        return reading.context().order().flatMap(ObxKeys::number).orElseGet(() -> subject(reading));
    }

    private static Optional<String> number(Er7Segment order) {
        if (order.has(3)) {
            return Optional.of("filler " + order.raw(3));
        }
        return order.has(2) ? Optional.of("placer " + order.raw(2)) : Optional.empty();
    }

    static boolean pressure(Meaning code) {
        return code instanceof Meaning.OfSign(var sign, var _, var _) && PRESSURES.contains(sign);
    }

    /// The arterial pressures are a group of their own; all other signs are one.
    private static String group(Meaning code) {
        return code instanceof Meaning.OfSign(var _, var source, var _)
                        && source == SignSource.ARTERIAL
                        && pressure(code)
                ? "arterial"
                : "bedside";
    }

    private static String subject(ReadObx reading) {
        return switch (reading.subject().subject()) {
            case Subject.ByPatient(var patient) -> "patient " + patient.value();
            case Subject.ByDevice(var device) -> "device " + device.value();
        };
    }

    /// The channel of a sub-id: `1.2.3` of `1.2.3.4`.
    private static String parent(String subId) {
        int dot = subId.lastIndexOf('.');
        return dot < 0 ? "" : subId.substring(0, dot);
    }
}
