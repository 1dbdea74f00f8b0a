package health.vigil.hl7;

import health.vigil.exchange.BusinessId;
import health.vigil.exchange.Meaning;
import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.SignSource;
import health.vigil.exchange.SourceKey;
import health.vigil.hl7.ObxReading.ReadObx;
import health.vigil.intake.Subject;
import health.vigil.observation.VitalSign;
import java.time.Instant;
import java.util.Set;

/// The keys of results and of groups of readings. The id of a message (MSH-10) is never a part: monitors restart it at
/// 1.
record ObxKeys(SenderSettings sender) {
    private static final String TYPE = "ORU";
    private static final Set<VitalSign> PRESSURES =
            Set.of(VitalSign.SYSTOLIC, VitalSign.DIASTOLIC, VitalSign.MEAN_ARTERIAL_PRESSURE);

    /// The key of the statement to which a readable value belongs.
    SourceKey of(ReadObx reading) {
        if (sender.device() && reading.code() instanceof Meaning.OfSign) {
            return key(BusinessId.place(
                    subject(reading.subject().subject()),
                    reading.context().order(4),
                    group(reading.code()),
                    reading.effectiveAt().toString()));
        }
        return pressure(reading.code())
                ? key(BusinessId.place(
                        order(reading.context()),
                        group(reading.code()),
                        parent(reading.context().obx().value(4)),
                        reading.effectiveAt().toString()))
                : of(reading.context(), reading.effectiveAt());
    }

    /// The key of a single result: its own id, else its place in its order.
    SourceKey of(ObxContext context, Instant effectiveAt) {
        var obx = context.obx();
        return key(
                obx.has(21)
                        ? BusinessId.identifier("OBX-21", obx.raw(21))
                        : BusinessId.place(order(context), obx.value(3), obx.value(4), effectiveAt.toString()));
    }

    /// The key of a value that a person must look at.
    SourceKey ofUnread(ObxContext context) {
        return key(BusinessId.content(context.content()));
    }

    SourceKey ofMessage(Er7Message message) {
        return new SourceKey(sender.sender(), message.type(), BusinessId.content(ObxContext.content(message)));
    }

    private SourceKey key(BusinessId id) {
        return new SourceKey(sender.sender(), TYPE, id);
    }

    private static String order(ObxContext context) {
        return context.order()
                .map(obr -> obr.has(3) ? "filler " + obr.raw(3) : "placer " + obr.raw(2))
                .orElse("");
    }

    private static boolean pressure(Meaning code) {
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

    private static String subject(Subject subject) {
        return switch (subject) {
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
