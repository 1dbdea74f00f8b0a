package health.vigil.hl7;

import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.SenderSettings.MessageSettings;
import health.vigil.exchange.SenderSettings.ReadingSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static health.vigil.hl7.Hl7Messages.LABORATORY;
import static health.vigil.hl7.Hl7Messages.MONITORS;
import static health.vigil.hl7.Hl7Messages.NOW;
import static health.vigil.hl7.Hl7Messages.reading;
import static org.assertj.core.api.Assertions.assertThat;

/// Messages with the peculiarities of real senders. All of them are made up.
class VendorMessagesTest {
    private static final SenderSettings IN_BERLIN = MONITORS.with(reading("", Optional.of("Europe/Berlin"), false));

    private static String line(SenderSettings sender, Instant receivedAt, String... segments) {
        return Hl7Messages.line(new Hl7Reader(sender)
                .read(String.join("\r", segments).getBytes(StandardCharsets.ISO_8859_1), receivedAt));
    }

    @Test
    void aPhilipsMonitor() {
        var sender = IN_BERLIN.with(new MessageSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of("ORU"),
                Set.of("P", "T"),
                SenderSettings.AckMode.AUTO));

        var line = line(
                sender,
                NOW,
                "MSH|^~\\&|||||||ORU^R01|HP1|T|2.3|||AL|NE||8859/1",
                "PID|||||^^",
                "PV1||I|^^Doc1&5&1",
                "OBR|||||||20260302110000",
                "OBX||NM|0002-4182^HR^MDIL|0|88|0004-0aa0^bpm^MDIL|||||F",
                "OBX||NM|0002-4822^Pulse (SpO2)^MDIL|0|90|0004-0aa0^bpm^MDIL|||||F",
                "OBX||NM|0002-4b48^Temp^MDIL|0|38.4|0004-17a0^\u00b0C^MDIL|||||F",
                "OBX||TX|0002-d006^Alarm^MDIL-ALERT|1|** HR HIGH|||||||F",
                "OBX||ST|0002-4bb8^SpO2^MDIL|0|2.73x10\\S\\-7|0004-0220^%^MDIL|||||F",
                "");

        assertThat(line)
                .isEqualTo("ignored: unknown-code + foreign: value at OBX[5].5 + vital-signs {'temperature': "
                        + "{'value': 38.4, 'unit': 'Cel'}, 'heartRate': {'value': 88, 'unit': '/min'}}");
    }

    @Test
    void anEfficiaWhoseClockIsWrong() {
        assertThat(line(
                        IN_BERLIN,
                        NOW,
                        "MSH|^~\\&|Efficia|W|||20130101120000||ORU^R01|4|P|2.4",
                        "PV1||I|HEM^^12",
                        "ORC|RE",
                        "OBR|1|||VS|||20130101120000",
                        "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC||88|/min|||||F"))
                .isEqualTo("foreign: clock at OBX[1].14");
    }

    @Test
    void aGatewayThatNamesTheInvasivePulse() {
        assertThat(line(
                        MONITORS,
                        NOW,
                        "MSH|^~\\&|CARESCAPE^0123^EUI-64|W|||20260302100000+0000||ORU^R01^ORU_R01|1|P|2.6|||NE|AL",
                        "PV1||I|HEM^^12",
                        "OBR|1|||182777000^monitoring^SCT|||20260302110000+0100",
                        "OBX|1|NM|149522^MDC_BLD_PULS_RATE_INV^MDC|1.1.1.1|88|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||R",
                        "OBX|2|NM|150344^MDC_TEMP^MDC|1.2.1.1|21.0|268192^MDC_DIM_DEGC^MDC|||||R",
                        "OBX|3|NM|150344^MDC_TEMP^MDC|1.2.1.2|38.2|268192^MDC_DIM_DEGC^MDC|||||R"))
                .isEqualTo("vital-signs {'temperature': {'value': 38.2, 'unit': 'Cel'}, "
                        + "'heartRate': {'value': 88, 'unit': '/min'}}");
    }

    @Test
    void aMindrayMonitor() {
        assertThat(line(
                        MONITORS,
                        Instant.parse("2026-03-02T04:31:00Z"),
                        "MSH|^~\\&|Mindray|Gateway|||20260302100000.0000+0530||ORU^R01|1|P|2.6|||AL|NE||UNICODE UTF-8",
                        "PID|||^^^Hospital^PI",
                        "PV1||I|HEM^^12",
                        "OBR|1|||VS|||20260302100000000",
                        "OBX|1|NM|151578^MDC_TTHOR_RESP_RATE^MDC|1.1|18|264928^MDC_DIM_RESP_PER_MIN^MDC|||||F",
                        "OBX|2|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|1.2|97|262688^MDC_DIM_PERCENT^MDC||DEMO|||F",
                        "OBX|3|NM|4711^MNDRY_PVC^99MNDRY|1.3|2|/min|||||F"))
                .isEqualTo("ignored: test-data + ignored: unknown-code "
                        + "+ vital-signs {'respiratoryRate': {'value': 18, 'unit': '/min'}}");
    }

    @Test
    void aMonitorWithMarksInsteadOfReadings() {
        assertThat(line(
                        IN_BERLIN,
                        NOW,
                        "MSH|^~\\&|Comen|W|||20260302110000||ORU^R01|1|P|2.4",
                        "PV1||I|^^&24",
                        "OBR|1|||VS|||20260302110000",
                        "OBX||NM|147842^MDC_ECG_HEART_RATE^MDC||-100|/min|||||F",
                        "OBX||NM|150456^MDC_PULS_OXIM_SAT_O2^MDC||8388607|%|||||F",
                        "OBX||NM|150344^MDC_TEMP^MDC|T1|18.3|^MDC_DIM_DEGC|||||F",
                        "OBX||NM|150344^MDC_TEMP^MDC|T2|36.4|Cel|||||F",
                        "OBX||NM|150031^MDC_PRESS_CUFF_SYS^MDC||120|mmHg|||||F"))
                .isEqualTo("ignored: no-reading + ignored: no-reading + foreign: unit at OBX[3].6 "
                        + "+ foreign: code at OBX[5].3 + vital-signs {'temperature': {'value': 36.4, 'unit': 'Cel'}}");
    }

    @Test
    void aGatewayWithoutAPatientAndWithLineFeeds() {
        var text = """
                MSH|^~\\&|WFM|W|||20260302100000+0000||ORU^R01|1|P|2.5
                OBR|1|||VS||||20260302100000
                OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC||88|bpm|||||F|||||||dev-9
                OBX|2|NM|0^MDCX_LOCAL^MDC||1|/min|||||F|||||||dev-9
                """;

        assertThat(Hl7Messages.line(new Hl7Reader(MONITORS).read(text.getBytes(StandardCharsets.US_ASCII), NOW)))
                .isEqualTo("ignored: unknown-code + vital-signs {'heartRate': {'value': 88, 'unit': '/min'}}");
    }

    @Test
    void aLaboratoryWithItsHabits() {
        var sender = LABORATORY.with(new ReadingSettings(
                LABORATORY.reading().vocabulary(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ZoneId.of("Europe/Berlin")),
                false,
                false,
                Optional.<Duration>empty(),
                Map.of("crp", "mg/L")));

        assertThat(line(
                        sender,
                        NOW,
                        "MSH|^~\\&|LIS|L|||20260302110000||ORU^R01|9|P|2.3.1||||||8859/1",
                        "PID|1||p-1^^^HOSP^MR",
                        "OBR|1|o|f|LAB|||20260302103000",
                        "OBX|1|NM|1988-5^CRP^LN||007.50||<5||||",
                        "OBX|2|ST|2276-4^Ferritin^LN||>100000|ug/L|||||F",
                        "OBX|3|TX|11502-2^Report^LN||4\\5 re. \\X000d\\ \u00b5g|||||||F",
                        "OBX|4|NM|718-7^Hb^LN||8.1|g/dL|||||X"))
                .isEqualTo("ignored: unknown-code + ignored: no-value "
                        + "+ lab-result {'analyte': 'crp', 'value': 7.50, 'unit': 'mg/L', 'referenceHigh': 5} "
                        + "+ lab-result {'analyte': 'ferritin', 'value': 100000, 'unit': 'ug/L', 'comparator': '>'}");
    }

    @Test
    void aCorrectionUnderANewIdIsAStatementOfItsOwn() {
        var first = "OBX|1|NM|1988-5^CRP^LN||7|mg/L|||||F||||||||||r-1";
        var corrected = "OBX|1|NM|1988-5^CRP^LN||8|mg/L|||||C||||||||||r-2";

        assertThat(Hl7Messages.statements(Hl7Messages.laboratory(first), LABORATORY)
                        .getFirst()
                        .key())
                .isNotEqualTo(Hl7Messages.statements(Hl7Messages.laboratory(corrected), LABORATORY)
                        .getFirst()
                        .key());
    }
}
