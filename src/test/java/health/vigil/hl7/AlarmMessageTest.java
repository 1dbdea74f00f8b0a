package health.vigil.hl7;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import health.vigil.hl7.AlarmMessage.AlarmAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AlarmMessageTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:00:05.250Z");
    private static final Instant BEGIN = Instant.parse("2026-03-02T10:00:00Z");
    private static final AlarmAddress ADDRESS =
            new AlarmAddress("PAGER", "HOSPITAL", "IHE_PCD_ACM_001^IHE PCD^1.3.6.1.4.1.19376.1.6.1.4.1^ISO", "HOSP");

    private static AlarmMessage message(Optional<String> patient, String phase, boolean acknowledged, String detail) {
        return new AlarmMessage(
                "4711",
                AT,
                ADDRESS,
                "a-1",
                patient,
                "north",
                "12",
                BEGIN,
                phase,
                acknowledged,
                "PH",
                "SP",
                "crs-grade",
                "CRS 2",
                detail);
    }

    private static Er7Message read(AlarmMessage message) {
        return Er7Message.parse(message.text(), StandardCharsets.UTF_8).orElseThrow();
    }

    @Test
    void theMessageIsAsTheProfileSays() {
        var text = message(Optional.of("p-1"), "start", false, "Fever").text();

        assertThat(text.lines())
                .containsExactly(
                        "MSH|^~\\&|VIGIL||PAGER|HOSPITAL|20260302100005.250+0000||ORU^R40^ORU_R40|4711|P|2.6|||AL|NE||UNICODE"
                                + " UTF-8|||IHE_PCD_ACM_001^IHE PCD^1.3.6.1.4.1.19376.1.6.1.4.1^ISO",
                        "PID|||p-1^^^HOSP^MR||^^^^^^U",
                        "PV1||I|north^^12",
                        "OBR|1||a-1^VIGIL|196616^MDC_EVT_ALARM^MDC|||20260302100000.000+0000",
                        "OBX|1|CWE|196616^MDC_EVT_ALARM^MDC|1.0.0.0.1|crs-grade^CRS 2^99VIGIL|||A~PH~SP|||F|||20260302100000.000+0000",
                        "OBX|2|ST|68480^MDC_ATTR_ALERT_SOURCE^MDC|1.0.0.0.2|VIGIL||||||F|||20260302100000.000+0000",
                        "OBX|3|ST|68481^MDC_ATTR_EVENT_PHASE^MDC|1.0.0.0.3|start||||||F|||20260302100000.000+0000",
                        "OBX|4|ST|68482^MDC_ATTR_ALARM_STATE^MDC|1.0.0.0.4|active||||||F|||20260302100000.000+0000",
                        "OBX|5|ST|68483^MDC_ATTR_ALARM_INACTIVATION_STATE^MDC|1.0.0.0.5|enabled||||||F|||20260302100000.000+0000",
                        "OBX|6|ST|68484^MDC_ATTR_ALARM_PRIORITY^MDC|1.0.0.0.6|PH||||||F|||20260302100000.000+0000",
                        "OBX|7|ST|68485^MDC_ATTR_ALERT_TYPE^MDC|1.0.0.0.7|SP||||||F|||20260302100000.000+0000",
                        "OBX|8|ST|note^Note^99VIGIL|1.0.0.0.8|A secondary alarm: look at the patient. Fever||||||F|||20260302100000.000+0000");
    }

    /// As a receiver reads it with HAPI's library.
    @Test
    void aForeignParserFindsTheFacets() throws Exception {
        var text =
                message(Optional.of("p-1"), "start", false, "Fever | 39 & more").text();
        try (var context = new DefaultHapiContext(new GenericModelClassFactory())) {
            context.setValidationContext(ValidationContextFactory.noValidation());
            var read = new Terser(context.getGenericParser().parse(text));

            assertThat(read.get("/.MSH-21-1")).isEqualTo("IHE_PCD_ACM_001");
            assertThat(read.get("/.PID-3-1")).isEqualTo("p-1");
            assertThat(read.get("/.PV1-3-3")).isEqualTo("12");
            assertThat(read.get("/.OBX(0)-8(1)")).isEqualTo("PH");
            assertThat(read.get("/.OBX(2)-5")).isEqualTo("start");
            assertThat(read.get("/.OBX(6)-3-2")).isEqualTo("MDC_ATTR_ALERT_TYPE");
            assertThat(read.get("/.OBX(7)-5")).endsWith("Fever | 39 & more");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "start, false, active, enabled",
        "update, true, active, alert-acknowledged",
        "end, false, inactive, enabled"
    })
    void thePhaseSaysWhetherTheAlarmStands(String phase, boolean acknowledged, String state, String inactivation) {
        var observations =
                read(message(Optional.of("p-1"), phase, acknowledged, "")).all("OBX");

        assertThat(observations.get(2).value(5)).isEqualTo(phase);
        assertThat(observations.get(3).value(5)).isEqualTo(state);
        assertThat(observations.get(4).value(5)).isEqualTo(inactivation);
    }

    /// A text cannot begin another field or segment.
    @Test
    void delimitersInATextAreEscaped() {
        var message = read(message(Optional.of("p-1"), "start", false, "BP 80|40\nPID|||p-2"));

        assertThat(message.all("PID")).hasSize(1);
        assertThat(message.all("OBX").getLast().text(5)).endsWith("BP 80|40\nPID|||p-2");
    }

    @Test
    void anAlertAboutNoPatientNamesNone() {
        assertThat(read(message(Optional.empty(), "start", false, ""))
                        .first("PID")
                        .orElseThrow()
                        .has(3))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"AA, true, false", "CA, true, false", "AE, false, true", "CR, false, true", "XX, false, false"})
    void theAnswerSaysWhetherItIsTaken(String code, boolean accepts, boolean refuses) {
        var answer = AckReading.of("MSH|^~\\&|P||V||2026||ACK|1|P|2.6\rMSA|%s|4711\r"
                        .formatted(code)
                        .getBytes(StandardCharsets.UTF_8))
                .orElseThrow();

        assertThat(answer.controlId()).isEqualTo("4711");
        assertThat(answer.accepts()).isEqualTo(accepts);
        assertThat(answer.refuses()).isEqualTo(refuses);
    }

    @Test
    void whatIsNoAnswerIsNone() {
        assertThat(AckReading.of("MSH|^~\\&|P||V||2026||ACK|1|P|2.6\r".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(AckReading.of("hello".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
