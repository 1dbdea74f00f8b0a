package health.vigil.hl7;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// An alert as a message of IHE ACM PCD-04 (ORU^R40), HL7 2.6 in UTF-8.
///
/// @param controlId the id of the message (MSH-10); the same if it is repeated
/// @param at when the message is made
/// @param phase `start`, `continue`, `escalate`, `update` or `end`
/// @param acknowledged whether somebody has acknowledged the alert
/// @param priority of IEC 60601-1-8: `PH`, `PM` or `PL`
/// @param kind `SP` physiological, `ST` technical, `SA` advisory
/// @param type the word of the alert's type
public record AlarmMessage(
        String controlId,
        Instant at,
        AlarmAddress address,
        String alert,
        Optional<String> patient,
        String ward,
        String bed,
        Instant begin,
        String phase,
        boolean acknowledged,
        String priority,
        String kind,
        String type,
        String title,
        String detail) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss.SSSxx").withZone(ZoneOffset.UTC);
    private static final String ALARM = "196616^MDC_EVT_ALARM^MDC";
    private static final String END = "end";

    /// Who is addressed, and how.
    ///
    /// @param application of the receiver (MSH-5)
    /// @param facility of the receiver (MSH-6)
    /// @param profile the profile of the message (MSH-21)
    /// @param authority the assigning authority of our patient ids (CX.4)
    public record AlarmAddress(String application, String facility, String profile, String authority) {}

    /// The message.
    public String text() {
        var message = new StringBuilder("MSH|^~\\&|VIGIL|");
        add(message, escaped(address.application()));
        add(message, escaped(address.facility()));
        add(message, TIME.format(at));
        message.append("||ORU^R40^ORU_R40|")
                .append(escaped(controlId))
                .append("|P|2.6|||AL|NE||UNICODE UTF-8|||")
                .append(address.profile())
                .append('\r');
        message.append("PID|||")
                .append(patient.map(id -> escaped(id) + "^^^" + escaped(address.authority()) + "^MR")
                        .orElse(""))
                .append("||^^^^^^U\r");
        message.append("PV1||I|")
                .append(escaped(ward))
                .append("^^")
                .append(escaped(bed))
                .append('\r');
        message.append("OBR|1||")
                .append(escaped(alert))
                .append("^VIGIL|")
                .append(ALARM)
                .append("|||")
                .append(TIME.format(begin))
                .append('\r');
        observations().forEach(message::append);
        return message.toString();
    }

    private static void add(StringBuilder message, String field) {
        message.append('|').append(field);
    }

    private static String escaped(String text) {
        return Er7Escapes.escaped(text);
    }

    private List<String> observations() {
        var value = escaped(type) + "^" + escaped(title) + "^99VIGIL";
        return List.of(
                observation(1, "CWE", ALARM, value, "A~" + priority + "~" + kind),
                observation(2, "ST", "68480^MDC_ATTR_ALERT_SOURCE^MDC", "VIGIL", ""),
                observation(3, "ST", "68481^MDC_ATTR_EVENT_PHASE^MDC", phase, ""),
                observation(4, "ST", "68482^MDC_ATTR_ALARM_STATE^MDC", phase.equals(END) ? "inactive" : "active", ""),
                observation(
                        5,
                        "ST",
                        "68483^MDC_ATTR_ALARM_INACTIVATION_STATE^MDC",
                        acknowledged ? "alert-acknowledged" : "enabled",
                        ""),
                observation(6, "ST", "68484^MDC_ATTR_ALARM_PRIORITY^MDC", priority, ""),
                observation(7, "ST", "68485^MDC_ATTR_ALERT_TYPE^MDC", kind, ""),
                observation(
                        8,
                        "ST",
                        "note^Note^99VIGIL",
                        escaped("A secondary alarm: look at the patient. " + detail),
                        ""));
    }

    private String observation(int number, String form, String code, String value, String flags) {
        return "OBX|%d|%s|%s|1.0.0.0.%d|%s|||%s|||F|||%s\r"
                .formatted(number, form, code, number, value, flags, TIME.format(begin));
    }
}
