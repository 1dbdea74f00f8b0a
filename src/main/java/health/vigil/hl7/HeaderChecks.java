package health.vigil.hl7;

import health.vigil.exchange.SenderSettings.MessageSettings;
import java.util.Map;
import java.util.Optional;

/// What the header of a message must say before anything else of it is read.
final class HeaderChecks {
    /// The types of which one event is taken.
    private static final Map<String, String> EVENTS = Map.of("ORU", "R01", "RAS", "O17");

    private HeaderChecks() {}

    /// Why a header is refused.
    record HeaderFault(AckError error, boolean close) {}

    static Optional<HeaderFault> fault(Hl7Header header, MessageSettings settings) {
        if (header.type().isEmpty()) {
            return fault(ErrorCode.REQUIRED, "MSH-9 is missing", false);
        }
        if (header.controlId().isEmpty()) {
            return fault(ErrorCode.REQUIRED, "MSH-10 is missing", false);
        }
        if (differs(settings.application(), header.application()) || differs(settings.facility(), header.facility())) {
            return fault(ErrorCode.INTERNAL, "This sender is not known on this connection", true);
        }
        if (!settings.processingIds().contains(header.processingId())) {
            return fault(ErrorCode.PROCESSING_ID, "Messages with this processing id are not taken", false);
        }
        if (!settings.accepts().contains(header.type())) {
            return fault(ErrorCode.MESSAGE_TYPE, "Messages of this type are not taken", false);
        }
        return Optional.ofNullable(EVENTS.get(header.type()))
                .filter(event ->
                        !header.trigger().isEmpty() && !header.trigger().equals(event))
                .flatMap(_ -> fault(ErrorCode.EVENT, "Messages of this event are not taken", false));
    }

    private static boolean differs(Optional<String> expected, String said) {
        return expected.filter(name -> !name.equals(said)).isPresent();
    }

    private static Optional<HeaderFault> fault(ErrorCode code, String text, boolean close) {
        return Optional.of(new HeaderFault(AckError.of(code, text), close));
    }
}
