package health.vigil.simulation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The two gateways of the demo, which write HL7 as different vendors do.
enum MonitorStyle {
    /// Numbers and names of IEEE 11073 (MDC). It names the monitor only.
    CENTRAL(
            "demo-central",
            List.of(
                    new Sign("temperature", "150344^MDC_TEMP^MDC", "268192^MDC_DIM_DEGC^MDC"),
                    new Sign("heartRate", "147842^MDC_ECG_HEART_RATE^MDC", "264864^MDC_DIM_BEAT_PER_MIN^MDC"),
                    new Sign("respiratoryRate", "151562^MDC_RESP_RATE^MDC", "264928^MDC_DIM_RESP_PER_MIN^MDC"),
                    new Sign("systolic", "150021^MDC_PRESS_BLD_NONINV_SYS^MDC", "266016^MDC_DIM_MMHG^MDC"),
                    new Sign("diastolic", "150022^MDC_PRESS_BLD_NONINV_DIA^MDC", "266016^MDC_DIM_MMHG^MDC"),
                    new Sign("meanArterialPressure", "150023^MDC_PRESS_BLD_NONINV_MEAN^MDC", "266016^MDC_DIM_MMHG^MDC"),
                    new Sign("spo2", "150456^MDC_PULS_OXIM_SAT_O2^MDC", "262688^MDC_DIM_PERCENT^MDC"))),
    /// The same numbers in hexadecimal with labels (MDIL). It also names the patient, and both must agree.
    BEDSIDE(
            "demo-bedside",
            List.of(
                    new Sign("temperature", "0002-4b48^Temp^MDIL", "0004-17a0^°C^MDIL"),
                    new Sign("heartRate", "0002-4182^HR^MDIL", "0004-0aa0^bpm^MDIL"),
                    new Sign("respiratoryRate", "0002-5000^Resp^MDIL", "0004-0ae0^rpm^MDIL"),
                    new Sign("systolic", "0002-4a05^NBPs^MDIL", "0004-0f20^mmHg^MDIL"),
                    new Sign("diastolic", "0002-4a06^NBPd^MDIL", "0004-0f20^mmHg^MDIL"),
                    new Sign("meanArterialPressure", "0002-4a07^NBPm^MDIL", "0004-0f20^mmHg^MDIL"),
                    new Sign("spo2", "0002-4bb8^SpO2^MDIL", "0004-0220^%^MDIL")));

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss.SSSxx").withZone(ZoneOffset.UTC);
    /// The authority of the demo's patient numbers.
    private static final String AUTHORITY = "DEMO";

    private final String sender;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Sign> signs;

    MonitorStyle(String sender, List<Sign> signs) {
        this.sender = sender;
        this.signs = signs;
    }

    /// @param field of a `vital-signs` observation
    private record Sign(String field, String code, String unit) {}

    /// The gateway of a bed.
    static MonitorStyle of(int bed) {
        return bed % 2 == 0 ? BEDSIDE : CENTRAL;
    }

    /// The settings of the service for this sender. Its readings may be a little older than a day, because the
    /// story begins with the day before.
    Map<String, String> settings() {
        var names = "vigil.hl7.senders." + sender + ".";
        return this == BEDSIDE
                ? Map.of(
                        names + "application", sender,
                        names + "addresses", "127.0.0.0/8",
                        names + "role", "device",
                        names + "max-age", "48H",
                        names + "identify-by", "both",
                        names + "patient-authority", AUTHORITY)
                : Map.of(
                        names + "application", sender,
                        names + "addresses", "127.0.0.0/8",
                        names + "role", "device",
                        names + "max-age", "48H",
                        names + "identify-by", "device");
    }

    /// The id of a monitor in the service.
    String deviceId(String monitor) {
        return sender + ":" + monitor;
    }

    String message(MonitorReading reading) {
        var at = TIME.format(reading.at());
        var segments = new ArrayList<String>();
        segments.add("MSH|^~\\&|" + sender + "|DEMO|||" + TIME.format(Instant.now())
                + "||ORU^R01^ORU_R01|1|P|2.6||||||UNICODE UTF-8");
        if (this == BEDSIDE) {
            segments.add("PID|1||" + reading.patientId() + "^^^" + AUTHORITY + "^MR");
        }
        segments.add("PV1|1|I|DEMO^^" + reading.bed());
        segments.add("OBR|1|||VITALS|||" + at);
        for (var sign : signs) {
            if (reading.fields().has(sign.field())) {
                segments.add("OBX|" + segments.size() + "|NM|" + sign.code() + "||"
                        + reading.fields().path(sign.field()).decimalValue().toPlainString() + "|" + sign.unit()
                        + "|||||F|||" + at + "||||" + reading.device());
            }
        }
        return String.join("\r", segments) + "\r";
    }
}
