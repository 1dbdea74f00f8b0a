package health.vigil.hl7out;

import health.vigil.alert.AlertType;
import health.vigil.hl7.AlarmMessage;
import health.vigil.hl7.AlarmMessage.AlarmAddress;
import health.vigil.hl7out.AlarmSettings.OneReceiver;
import health.vigil.json.JsonColumn;
import health.vigil.observation.Word;
import health.vigil.store.AlarmDeliveries.ClaimedAlarm;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What an alert is in the words of IHE ACM.
final class AlarmWords {
    private static final String CONTINUE = "continue";
    private static final String LEFT = "left";

    /// Events that come after another one with the same sequence.
    private static final Set<String> REPEATED = Set.of(CONTINUE, LEFT);

    private AlarmWords() {}

    /// The parts of a logged alert that a message tells.
    record LoggedAlert(
            String id,
            Optional<String> patientId,
            String ward,
            Optional<String> bed,
            String type,
            String priority,
            String title,
            Optional<String> detail,
            Instant raisedAt,
            String state) {}

    static AlarmMessage message(ClaimedAlarm alarm, OneReceiver receiver, Instant now) {
        var alert = JsonColumn.read(alarm.alert(), LoggedAlert.class);
        return new AlarmMessage(
                controlId(alarm),
                now,
                new AlarmAddress(
                        receiver.application().orElse(""),
                        receiver.facility().orElse(""),
                        receiver.profile(),
                        receiver.patientAuthority().orElse("")),
                alert.id(),
                alert.patientId(),
                alert.ward(),
                alert.bed().orElse(""),
                alert.raisedAt(),
                phase(alarm.event()),
                alert.state().equals("acknowledged"),
                priority(alert.priority()),
                Word.of(AlertType.class, alert.type()).map(AlarmWords::kind).orElse("SP"),
                alert.type(),
                alert.title(),
                alert.detail().orElse(""));
    }

    /// What is told again after an outage, and the end for a ward that the patient left, are other messages with
    /// the same sequence.
    static String controlId(ClaimedAlarm alarm) {
        return REPEATED.contains(alarm.event())
                ? alarm.sequence() + "-" + alarm.number()
                : Long.toString(alarm.sequence());
    }

    private static String phase(String event) {
        return switch (event) {
            case "raised" -> "start";
            case "escalated" -> "escalate";
            case "acknowledged" -> "update";
            case "resolved", LEFT -> "end";
            default -> CONTINUE;
        };
    }

    private static String priority(String priority) {
        return switch (priority) {
            case "high" -> "PH";
            case "medium" -> "PM";
            default -> "PL";
        };
    }

    /// Whether an alert tells of the patient (`SP`), of a device or of the service (`ST`), or reminds of work
    /// (`SA`).
    private static String kind(AlertType type) {
        return switch (type) {
            case CRS_GRADE,
                    ICANS_GRADE,
                    FEVER_ONSET,
                    POSSIBLE_MASKED_CRS,
                    ATTRIBUTION_ENDED,
                    EARLY_SIGN,
                    URGENT_FINDING,
                    GRADE_AMENDED,
                    DOSE_LIMIT -> "SP";
            case DEVICE_SILENT,
                    IMPLAUSIBLE_VALUE,
                    QUARANTINE,
                    GRADING_UNAVAILABLE,
                    QUARANTINE_GROWING,
                    OUTBOX_LATE,
                    DELIVERY_FAILED,
                    DEVICE_UNUSED,
                    DEVICE_BINDING,
                    FEED_CLOCK,
                    DEMO_DATA -> "ST";
            case CHECK_OVERDUE,
                    BREAK_GLASS,
                    PATIENT_MOVED,
                    PATIENT_MERGED,
                    READING_MOVED,
                    STAY_ENDED,
                    DEMOGRAPHICS_DIFFER,
                    DEATH_REPORTED,
                    INFUSION_NOT_ADMITTED -> "SA";
        };
    }
}
