package health.vigil.hl7;

import health.vigil.exchange.Fate;
import health.vigil.exchange.RevisionMark;
import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.SenderSettings.IdentifyBy;
import health.vigil.exchange.SenderSettings.ReadingSettings;
import health.vigil.exchange.SourceRevision;
import health.vigil.exchange.Statement;
import health.vigil.exchange.StatementLine;
import health.vigil.exchange.StatementStatus;
import health.vigil.intake.Subject;
import health.vigil.observation.DeviceId;
import health.vigil.observation.PatientId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.hl7.Hl7Messages.LABORATORY;
import static health.vigil.hl7.Hl7Messages.MONITORS;
import static health.vigil.hl7.Hl7Messages.NOW;
import static health.vigil.hl7.Hl7Messages.laboratory;
import static health.vigil.hl7.Hl7Messages.line;
import static health.vigil.hl7.Hl7Messages.monitor;
import static health.vigil.hl7.Hl7Messages.reading;
import static health.vigil.hl7.Hl7Messages.statements;
import static org.assertj.core.api.Assertions.assertThat;

/// What results say, row by row.
class OruReaderTest {
    private static String crp(String value, String unit, String rest) {
        return "OBX|1|NM|1988-5^CRP^LN||" + value + "|" + unit + rest;
    }

    @ParameterizedTest
    @CsvSource({
        "F, FINAL",
        "U, FINAL",
        "V, FINAL",
        "'', FINAL",
        "R, PRELIMINARY",
        "P, PRELIMINARY",
        "S, PRELIMINARY",
        "C, AMENDED",
        "A, AMENDED"
    })
    void aStatusWithAValueIsTaken(String status, StatementStatus rank) {
        assertThat(statements(laboratory(crp("120", "mg/L", "|||||" + status)), LABORATORY))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.status()).isEqualTo(rank);
                    assertThat(StatementLine.of(statement))
                            .isEqualTo("lab-result {'analyte': 'crp', 'value': 120, 'unit': 'mg/L'}");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "D, withdrawn",
        "W, withdrawn",
        "X, ignored: no-value",
        "N, ignored: no-value",
        "O, ignored: no-value",
        "I, ignored: no-value",
        "Q, foreign: status at OBX[1].11"
    })
    void aStatusWithoutAValueIsNot(String status, String line) {
        assertThat(line(laboratory(crp("120", "mg/L", "|||||" + status)), LABORATORY))
                .isEqualTo(line);
    }

    /// It would leave the wrong value standing.
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            NM;1988-5^CRP^LN;~~
            NM;1988-5^CRP^LN;""
            ST;1988-5^CRP^LN;see comment
            ED;1988-5^CRP^LN;^image^jpeg^Base64^AAAA
            NM;8867-4^HR^LN;-1
            NM;8867-4^HR^LN;8388607
            NM;8310-5^T^LN;~~
            """)
    void aCorrectionWithoutAValueIsForAPerson(String type, String code, String value) {
        var obx = "OBX|1|" + type + "|" + code + "||" + value + "||||||";

        assertThat(line(laboratory(obx + "C"), LABORATORY)).isEqualTo("foreign: status at OBX[1].11");
        assertThat(line(laboratory(obx + "A"), LABORATORY)).isEqualTo("foreign: status at OBX[1].11");
    }

    @Test
    void aCorrectedOrderWithoutAValueIsForAPerson() {
        var message =
                laboratory(crp("", "mg/L", "")).replace("|||20260302100000", "|||20260302100000||||||||||||||||||C");

        assertThat(line(message, LABORATORY)).isEqualTo("foreign: status at OBX[1].11");
    }

    @Test
    void aCorrectionOfWhatNobodyKnowsIsIgnored() {
        assertThat(line(laboratory("OBX|1|ED|2345-7^Glucose^LN||^x||||||C"), LABORATORY))
                .isEqualTo("ignored: unknown-code");
    }

    /// What OBX-5 holds does not matter.
    @ParameterizedTest
    @CsvSource({"-1", "8388607", "88", "''"})
    void aWithdrawalNeedsNoValue(String value) {
        assertThat(line(laboratory("OBX|1|NM|8867-4^HR^LN||" + value + "|/min|||||D"), LABORATORY))
                .isEqualTo("withdrawn");
    }

    @ParameterizedTest
    @CsvSource({"C, foreign: status at OBX[1].11", "D, foreign: status at OBX[1].11", "F, vital-signs"})
    void aDeviceCannotCorrectOneValueOfAGroup(String status, String line) {
        var obx = "OBX|1|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC||93|262688^MDC_DIM_PERCENT^MDC|||||" + status;

        assertThat(line(monitor(obx), MONITORS)).startsWith(line);
    }

    @Test
    void aCancelledOrderHasNoValues() {
        var message =
                laboratory(crp("120", "mg/L", "")).replace("|||20260302100000", "|||20260302100000||||||||||||||||||X");

        assertThat(line(message, LABORATORY)).isEqualTo("ignored: no-value");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            NM;120;'value': 120
            NM;+120;'value': 120
            NM;0120;'value': 120
            NM; 120 ;'value': 120
            ST;120;'value': 120
            TX;120;'value': 120
            ~~;120;'value': 120
            SN;^120;'value': 120
            SN;=^120;'value': 120
            ST;<5;'comparator': '<'
            ST;> 5;'comparator': '>'
            ST;<=5;'comparator': '<'
            SN;<^5;'comparator': '<'
            SN;>=^5;'comparator': '>'
            """)
    void aNumberIsReadByItsType(String type, String value, String part) {
        assertThat(line(laboratory("OBX|1|" + type + "|1988-5^CRP^LN||" + value + "|mg/L"), LABORATORY))
                .startsWith("lab-result")
                .contains(part);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            NM;12,5;value
            NM;12.;value
            NM;1e3;value
            NM;positive;value
            ST;negative;value
            ST;<;value
            TX;2.73x10\\S\\-7;value
            SN;<>^5;value
            SN;^5^-^9;value
            SN;^5^:^9;value
            SN;^5^/^9;value
            CE;NEG^negative^L;value
            FT;5;value
            """)
    void aTextForANumberIsForAPerson(String type, String value, String reason) {
        assertThat(line(laboratory("OBX|1|" + type + "|1988-5^CRP^LN||" + value + "|mg/L"), LABORATORY))
                .isEqualTo("foreign: " + reason + " at OBX[1].5");
    }

    @Test
    void aDecimalCommaIsReadIfTheSenderWritesIt() {
        var sender = LABORATORY.with(reading("", Optional.empty(), true));

        assertThat(line(laboratory(crp("12,5", "mg/L", "")), sender)).contains("'value': 12.5");
    }

    @Test
    void aVitalSignWithAComparatorIsForAPerson() {
        assertThat(line(laboratory("OBX|1|ST|8867-4^HR^LN||<40|/min"), LABORATORY))
                .isEqualTo("foreign: comparator at OBX[1].5");
        assertThat(line(laboratory("OBX|1|SN|8867-4^HR^LN||<^40|/min"), LABORATORY))
                .isEqualTo("foreign: comparator at OBX[1].5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            0-5;'referenceLow': 0, 'referenceHigh': 5
            <5;'referenceHigh': 5
            > 1;'referenceLow': 1
            normal;'unit': 'mg/L'}
            """)
    void aReferenceRangeIsInTheUnitOfTheResult(String range, String part) {
        assertThat(line(laboratory(crp("3", "mg/L", "|" + range)), LABORATORY)).contains(part);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            NA;ignored: other-type
            ED;ignored: other-type
            RP;ignored: other-type
            """)
    void waveformsAndDocumentsAreIgnored(String type, String line) {
        assertThat(line(laboratory("OBX|1|" + type + "|8867-4^HR^LN||1^2^3"), LABORATORY))
                .isEqualTo(line);
    }

    @Test
    void whatNobodyKnowsIsIgnored() {
        assertThat(line(
                        laboratory(
                                "OBX|1|NM|2345-7^Glucose^LN||5|mmol/L",
                                "OBX|2|TX|0002-0010^Alarm^MDIL-ALERT||** HR HIGH",
                                "OBX|3|NM|150087^MDC_PRESS_BLD_VEN_CENT_MEAN^MDC||8|266016^MDC_DIM_MMHG^MDC",
                                "OBX|4|NM|X^Y||1|1"),
                        LABORATORY))
                .isEqualTo("ignored: unknown-code + ignored: unknown-code + ignored: unknown-code "
                        + "+ ignored: unknown-code");
    }

    @ParameterizedTest
    @CsvSource({"DEMO", "TEST", "demo", "N~DEMO"})
    void demonstrationsAreIgnored(String flag) {
        assertThat(line(laboratory(crp("120", "mg/L", "||" + flag)), LABORATORY))
                .isEqualTo("ignored: test-data");
    }

    @ParameterizedTest
    @CsvSource({
        "150022^MDC_PRESS_BLD_NONINV_MEAN^MDC",
        "150017^MDC_PRESS_BLD_NONINV_SYS^MDC",
        "149522^MDC_PULS_RATE^MDC",
        "150031^MDC_PRESS_CUFF_SYS^MDC",
        "188740^MDC_TEMP^MDC",
        "^MDC_TEMP^MDC",
        "147842^^MDC",
        "8867-4^HR^LN^9279-1^RR^LN"
    })
    void halfAKnownCodeIsForAPerson(String code) {
        assertThat(line(monitor("OBX|1|NM|" + code + "||88|264864^MDC_DIM_BEAT_PER_MIN^MDC"), MONITORS))
                .isEqualTo("foreign: code at OBX[1].3");
    }

    @Test
    void aHospitalsFileMayNameAWrongCode() {
        var sender =
                MONITORS.with(reading("MDC,150017^MDC_PRESS_BLD_NONINV_SYS,systolic/cuff", Optional.empty(), false));

        assertThat(line(monitor("OBX|1|NM|150017^MDC_PRESS_BLD_NONINV_SYS^MDC||88|266016^MDC_DIM_MMHG^MDC"), sender))
                .isEqualTo("vital-signs {'systolic': {'value': 88, 'unit': 'mm[Hg]'}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            266016^MDC_DIM_MMHG^MDC;mm[Hg]
            0004-0f20^mmHg^MDIL;mm[Hg]
            265987^MDC_DIM_KILO_PASCAL^MDC;kPa
            mm[Hg]^^UCUM;mm[Hg]
            mm[Hg];mm[Hg]
            mmHg;mm[Hg]
            kPa;kPa
            x^y^99Z^mmHg;mm[Hg]
            """)
    void aUnitIsKnownByNumberCodeOrText(String unit, String ucum) {
        assertThat(line(monitor("OBX|1|NM|150021^MDC_PRESS_BLD_NONINV_SYS^MDC||84|" + unit), MONITORS))
                .isEqualTo("vital-signs {'systolic': {'value': 84, 'unit': '" + ucum + "'}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            268224^MDC_DIM_FAHR^MDC
            ^MDC_DIM_MMHG
            ^MDC_DIM_MMHG^MDC
            266016^^MDC
            mmhg
            Torr
            mm(hg)^^ISO+
            kg
            ~~
            """)
    void anyOtherUnitIsForAPerson(String unit) {
        assertThat(line(monitor("OBX|1|NM|150021^MDC_PRESS_BLD_NONINV_SYS^MDC||84|" + unit), MONITORS))
                .isEqualTo("foreign: unit at OBX[1].6");
    }

    @Test
    void oneUnreadableValueLeavesTheOthers() {
        var message = monitor(
                "OBX|1|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC||93|262688^MDC_DIM_PERCENT^MDC",
                "OBX|2|NM|147842^MDC_ECG_HEART_RATE^MDC||88|furlong");

        assertThat(line(message, MONITORS))
                .isEqualTo("foreign: unit at OBX[2].6 + vital-signs {'spo2': {'value': 93, 'unit': '%'}}");
        assertThat(Hl7Messages.read(message, MONITORS))
                .isInstanceOfSatisfying(
                        Hl7Result.OfResults.class,
                        results -> assertThat(results.warnings())
                                .containsExactly(new AckError(
                                        Optional.of("OBX[2].6"),
                                        ErrorCode.TABLE_VALUE,
                                        true,
                                        "A person must look at a unit that is missing or unknown")));
    }

    @Test
    void theForeignPieceStandsAlone() {
        var message = monitor(
                "OBX|1|ED|8867-4^HR^LN||^image^jpeg^Base64^AAAA", "OBX|2|NM|147842^MDC_ECG_HEART_RATE^MDC||88|furlong");

        var piece = piece(message, MONITORS);

        assertThat(piece).contains("MSH|", "PV1|", "OBR|", "furlong").doesNotContain("AAAA");
        var sender = MONITORS.with(reading("L,furlong,unit:/min", Optional.empty(), false));
        assertThat(line(new Hl7Reader(sender).read(piece, NOW)))
                .isEqualTo("vital-signs {'heartRate': {'value': 88, 'unit': '/min'}}");
    }

    @ParameterizedTest
    @CsvSource({
        "-1",
        "-100",
        "-1000",
        "-10000",
        "8388607",
        "8388606",
        "8388608",
        "-8388608",
        "-8388607",
        "2147483647",
        "-2147483648",
        "2047",
        "2046",
        "-2048",
        "32767",
        "32766",
        "8388607.00"
    })
    void aMarkIsNoReading(String number) {
        assertThat(line(monitor("OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC||" + number + "|/min"), MONITORS))
                .isEqualTo("ignored: no-reading");
    }

    @Test
    void aTemperatureMayBeNegative() {
        assertThat(line(monitor("OBX|1|NM|150344^MDC_TEMP^MDC||-1|Cel"), MONITORS))
                .isEqualTo("vital-signs {'temperature': {'value': -1, 'unit': 'Cel'}}");
    }

    @Test
    void theSignsOfOneInstantAreOneObservation() {
        var message = monitor(
                "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1.1.1.1|88|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||R",
                "OBX|2|NM|149530^MDC_PULS_OXIM_PULS_RATE^MDC|1.2.1.1|90|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||R",
                "OBX|3|NM|151594^MDC_CO2_RESP_RATE^MDC|1.3.1.1|18|264928^MDC_DIM_RESP_PER_MIN^MDC|||||R",
                "OBX|4|NM|151658^MDC_PULS_OXIM_PLETH_RESP_RATE^MDC|1.3.1.2|25|264928^MDC_DIM_RESP_PER_MIN^MDC|||||R",
                "OBX|5|NM|150021^MDC_PRESS_BLD_NONINV_SYS^MDC|1.4.1.1|84|266016^MDC_DIM_MMHG^MDC|||||R",
                "OBX|6|NM|150037^MDC_PRESS_BLD_ART_ABP_SYS^MDC|1.5.1.1|80|266016^MDC_DIM_MMHG^MDC|||||R",
                "OBX|7|NM|150344^MDC_TEMP^MDC|1.6.1.1|18.3|268192^MDC_DIM_DEGC^MDC|||||R",
                "OBX|8|NM|150344^MDC_TEMP^MDC|1.6.1.2|36.4|268192^MDC_DIM_DEGC^MDC|||||R");

        assertThat(line(message, MONITORS))
                .isEqualTo("vital-signs {'temperature': {'value': 36.4, 'unit': 'Cel'}, "
                        + "'heartRate': {'value': 88, 'unit': '/min'}, "
                        + "'respiratoryRate': {'value': 18, 'unit': '/min'}, "
                        + "'systolic': {'value': 84, 'unit': 'mm[Hg]'}} "
                        + "+ vital-signs {'systolic': {'value': 80, 'unit': 'mm[Hg]'}}");
    }

    @Test
    void aRateOfACuffCountsOnlyWithoutABetterOne() {
        var cuff = "OBX|1|NM|149546^MDC_PULS_RATE_NON_INV^MDC||70|/min";

        assertThat(line(monitor(cuff), MONITORS)).contains("'value': 70");
        assertThat(line(monitor(cuff, "OBX|2|NM|149530^MDC_PULS_OXIM_PULS_RATE^MDC||90|/min"), MONITORS))
                .contains("'value': 90")
                .doesNotContain("70");
    }

    @Test
    void labelsOfPhilipsAreNumbersInHexadecimal() {
        assertThat(line(
                        monitor(
                                "OBX||NM|0002-4a05^NBPs^MDIL||84|0004-0f20^mmHg^MDIL|||||F",
                                "OBX||NM|0002-4bb8^SpO2^MDIL||93|0004-0220^%^MDIL|||||F",
                                "OBX||NM|0002-4182^HR^MDIL||88|0004-0aa0^bpm^MDIL|||||F",
                                "OBX||NM|0002-5000^Resp^MDIL||18|0004-0ae0^rpm^MDIL|||||F"),
                        MONITORS))
                .isEqualTo("vital-signs {'heartRate': {'value': 88, 'unit': '/min'}, "
                        + "'respiratoryRate': {'value': 18, 'unit': '/min'}, "
                        + "'systolic': {'value': 84, 'unit': 'mm[Hg]'}, 'spo2': {'value': 93, 'unit': '%'}}");
    }

    @Test
    void thePressuresOfAChartAreOneObservation() {
        var message = laboratory(
                "OBX|1|NM|8480-6^SBP^LN|1.1|84|mm[Hg]",
                "OBX|2|NM|8462-4^DBP^LN|1.2|50|mm[Hg]",
                "OBX|3|NM|8867-4^HR^LN|1.3|110|/min");

        assertThat(line(message, LABORATORY))
                .isEqualTo("vital-signs {'systolic': {'value': 84, 'unit': 'mm[Hg]'}, "
                        + "'diastolic': {'value': 50, 'unit': 'mm[Hg]'}} "
                        + "+ vital-signs {'heartRate': {'value': 110, 'unit': '/min'}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            OBX|1|NM|8867-4^HR^LN||88|/min||||||||20260302100030+0100;2026-03-02T09:00:30Z
            OBX|1|NM|8867-4^HR^LN||88|/min;2026-03-02T10:00:00Z
            OBX|1|NM|8867-4^HR^LN||88|/min||||||||20260302100030;2026-03-02T10:00:30Z
            """)
    void theTimeIsThatOfTheValueElseOfTheOrder(String obx, Instant instant) {
        assertThat(statements(laboratory(obx), LABORATORY).getFirst().effectiveAt())
                .contains(instant);
    }

    @Test
    void aTimeWithoutAZoneIsForAPerson() {
        var message = laboratory("OBX|1|NM|8867-4^HR^LN||88|/min").replace("+0000", "");

        assertThat(line(message, LABORATORY)).isEqualTo("foreign: zone at OBX[1].14");
        assertThat(line(message, LABORATORY.with(reading("", Optional.of("Europe/Berlin"), false))))
                .startsWith("vital-signs");
    }

    @Test
    void aCuffThatWasNotInflatedAgainHasNoTime() {
        assertThat(line(
                        monitor(
                                "OBX|1|NM|150021^MDC_PRESS_BLD_NONINV_SYS^MDC||84|266016^MDC_DIM_MMHG^MDC|||||F||APERIODIC"),
                        MONITORS))
                .isEqualTo("foreign: time at OBX[1].14");
    }

    @Test
    void aClockThatIsWrongIsForAPerson() {
        var old = monitor("OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC||88|/min||||||||20130101000000");

        assertThat(line(old, MONITORS)).isEqualTo("foreign: clock at OBX[1].14");
        assertThat(line(laboratory("OBX|1|NM|8867-4^HR^LN||88|/min||||||||20130101000000"), LABORATORY))
                .startsWith("vital-signs");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            PID|1||p-1^^^HOSP^MR;p-1
            PID|1||x^^^HOSP^AN~p-1^^^HOSP&1.2&ISO^MR;p-1
            PID|1||x^^^OTHER^MR~p-1^^^HOSP^MR;p-1
            PID|1||p-1^^^HOSP^MR~p-1^^^HOSP^MR;p-1
            PID|1||^^^HOSP^MR~p-1^^^HOSP^MR;p-1
            """)
    void thePatientHasTheConfiguredAuthority(String pid, String patient) {
        var message = laboratory(crp("1", "mg/L", "")).replace("PID|1||p-1^^^HOSP^MR", pid);

        assertThat(statements(message, LABORATORY).getFirst().subject())
                .contains(new Subject.ByPatient(new PatientId(patient)));
    }

    @ParameterizedTest
    @CsvSource({
        "PID|1||x^^^OTHER^MR",
        "PID|1||^^^Hospital^PI",
        "PID|1||x y^^^HOSP^MR",
        "PID|1||p-1^^^HOSP^MR~p-2^^^HOSP^MR",
        "PID|1||p-1^^^HOSP^MR~x y^^^HOSP^MR",
        "PID|1||",
        "ZZZ|1"
    })
    void aMessageWithoutAPatientOfOursIsForAPersonAsAWhole(String pid) {
        var message = laboratory(crp("1", "mg/L", ""), crp("2", "mg/L", "")).replace("PID|1||p-1^^^HOSP^MR", pid);

        assertThat(line(message, LABORATORY)).isEqualTo("foreign: subject at PID[1].3");
    }

    @Test
    void aMessageWithoutAPatientOrAValueOfOursIsIgnored() {
        var message = laboratory("OBX|1|NM|2345-7^Glucose^LN||5|mmol/L").replace("HOSP", "OTHER");

        assertThat(line(message, LABORATORY)).isEqualTo("ignored: unknown-code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p-1^^^HOSP^MR", "p-1^^^ HOSP ^ MR ", "p-1^^^&HOSP&ISO^MR", "x^^^LAB^MR~p-1^^^HOSP^MR"})
    void theAuthorityOfAPatientIsItsNameOrItsUniversalId(String ids) {
        var message = laboratory(crp("1", "mg/L", "")).replace("p-1^^^HOSP^MR", ids);

        assertThat(only(message, LABORATORY).subject()).contains(new Subject.ByPatient(new PatientId("p-1")));
    }

    /// Of a laboratory OBR-14 is the receipt of the specimen.
    @Test
    void onlyAMonitorMayFillTheTimeOfReceiptAlone() {
        var heartRate = monitor("OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC||88|/min");

        assertThat(line(receivedOnly(heartRate), MONITORS)).startsWith("vital-signs");
        assertThat(line(receivedOnly(laboratory(crp("1", "mg/L", ""))), LABORATORY))
                .startsWith("foreign: time");
    }

    private static String receivedOnly(String message) {
        return message.replace("VITALS^Vitals|||", "VITALS^Vitals||||||||||");
    }

    @Test
    void aValueBelongsToThePatientAboveIt() {
        var message = laboratory(crp("1", "mg/L", "")) + "PID|2||p-2^^^HOSP^MR\rOBR|2|o-2|f-2|X|||20260302100000\r"
                + crp("2", "mg/L", "") + "\r";

        assertThat(statements(message, LABORATORY))
                .extracting(statement -> statement.subject().orElseThrow())
                .containsExactly(
                        new Subject.ByPatient(new PatientId("p-1")), new Subject.ByPatient(new PatientId("p-2")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC||88|/min||||||||||||0123^EUI-64;PV1|1|I|HEM^2^12;monitors:0123^EUI-64
            OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC||88|/min;PV1|1|I|HEM^2^12;monitors:bed:HEM^2^12
            OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC||88|/min;PV1|1|I|^^&24;monitors:bed:^^24
            OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC||88|/min;PV1|1|I|^^Doc1&5&1;monitors:bed:^^Doc1&5
            OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC||88|/min;PV1|1|I|^^ICU&01&0&0&0;monitors:bed:^^ICU&01
            OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC||88|/min;PV1|1|I|^^ICU&02&0&0&0;monitors:bed:^^ICU&02
            """)
    void aDeviceIsNamedByTheValueOrTheBed(String obx, String visit, String device) {
        var message = monitor(obx).replace("PV1|1|I|HEM^2^12", visit);

        assertThat(statements(message, MONITORS).getFirst().subject())
                .contains(new Subject.ByDevice(new DeviceId(device)));
    }

    /// Two devices of one kind may have the same first component.
    @Test
    void theWholeIdOfADeviceCounts() {
        var message = "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC||88|/min||||||||||||";

        assertThat(statements(monitor(message + "A&1^^01^EUI-64^^"), MONITORS)
                        .getFirst()
                        .subject())
                .contains(new Subject.ByDevice(new DeviceId("monitors:A&1^^01^EUI-64")));
        assertThat(only(monitor(message + "A^^01^EUI-64"), MONITORS).key())
                .isNotEqualTo(only(monitor(message + "A^^02^EUI-64"), MONITORS).key());
    }

    @Test
    void aReadingWithoutADeviceIsForAPerson() {
        assertThat(line(
                        monitor("OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC||88|/min")
                                .replace("HEM^2^12", "^^"),
                        MONITORS))
                .isEqualTo("foreign: subject at PID[1].3");
    }

    @Test
    void aSenderMayNamePatientAndDevice() {
        var both = Hl7Messages.settings("monitors", true, IdentifyBy.BOTH);
        var message = monitor("OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC||88|/min")
                .replace("PV1|1", "PID|1||p-1^^^HOSP^MR\rPV1|1");

        assertThat(statements(message, both)).singleElement().satisfies(statement -> {
            assertThat(statement.subject()).contains(new Subject.ByDevice(new DeviceId("monitors:bed:HEM^2^12")));
            assertThat(statement.expected()).contains(new PatientId("p-1"));
        });
    }

    @Test
    void oxygenIsJoinedAcrossValues() {
        var sender = LABORATORY.with(reading("L,O2DEV,oxygen-therapy\nL,NC,nasal-cannula", Optional.empty(), false));
        var message = laboratory(
                "OBX|1|NM|3151-8^Flow^LN||2|L/min",
                "OBX|2|CE|O2DEV^Device||NC^Nasal cannula^L",
                "OBX|3|NM|59408-5^SpO2^LN||93|%");

        assertThat(line(message, sender))
                .isEqualTo("oxygen {'device': 'nasal-cannula', 'flow': {'value': 2, 'unit': 'L/min'}, "
                        + "'reason': 'hypoxia'} + vital-signs {'spo2': {'value': 93, 'unit': '%'}}");
    }

    @Test
    void aFlowWithoutADeviceIsForAPerson() {
        assertThat(line(laboratory("OBX|1|NM|3151-8^Flow^LN||2|L/min"), LABORATORY))
                .isEqualTo("foreign: oxygen-device at OBX[1].5");
        assertThat(line(laboratory("OBX|1|NM|3150-0^FiO2^LN||21|%"), LABORATORY))
                .isEqualTo("ignored: no-oxygen");
    }

    @Test
    void oxygenForAPersonIsKeptTogether() {
        var sender = LABORATORY.with(new ReadingSettings(
                reading("L,O2DEV,oxygen-therapy\nL,NC,nasal-cannula", Optional.empty(), false)
                        .vocabulary(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Map.of()));
        var message = laboratory(
                        "OBX|1|NM|3151-8^Flow^LN||2|L/min",
                        "OBX|2|NM|8867-4^HR^LN||88|/min",
                        "OBX|3|CE|O2DEV^Device||NC^Nasal cannula^L")
                + "OBR|2|o-2|f-8|X|||20260302100000\rOBX|1|NM|3150-0^FiO2^LN||28|%\r";

        assertThat(line(message, sender))
                .isEqualTo(
                        "foreign: oxygen-reason at OBX[3].5 + vital-signs {'heartRate': {'value': 88, 'unit': '/min'}}");
        assertThat(piece(message, sender))
                .contains("PID|", "OBR|1|", "3151-8", "O2DEV", "OBR|2|", "3150-0")
                .doesNotContain("8867-4");
        assertThat(piece(message, sender).lines().filter(line -> line.startsWith("OBR|1|")))
                .hasSize(1);
        assertThat(line(new Hl7Reader(LABORATORY.with(
                                reading("L,O2DEV,oxygen-therapy\nL,NC,nasal-cannula", Optional.empty(), false)))
                        .read(piece(message, sender), NOW)))
                .startsWith("oxygen {'device': 'nasal-cannula', 'flow': {'value': 2, 'unit': 'L/min'}, 'fio2'");
    }

    private static String piece(String message, SenderSettings sender) {
        return statements(message, sender).stream()
                .map(Statement::fate)
                .filter(Fate.Foreign.class::isInstance)
                .map(fate -> ((Fate.Foreign) fate).piece())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            OBX|1|NM|3151-8^Flow^LN||2|L/min;OBX|2|NM|3151-8^Flow^LN||6|L/min
            OBX|1|CE|O2DEV^Device||NC;OBX|2|CE|O2DEV^Device||MASK
            """)
    void oxygenThatContradictsItselfIsForAPerson(String first, String second) {
        var sender = LABORATORY.with(
                reading("L,O2DEV,oxygen-therapy\nL,NC,nasal-cannula\nL,MASK,simple-mask", Optional.empty(), false));

        assertThat(line(laboratory(first, second), sender)).isEqualTo("foreign: contradiction at OBX[1].5");
        assertThat(piece(laboratory(first, second), sender)).contains(first, second);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            OBX|1|NM|3151-8^Flow^LN||2|L/min|||||W;foreign: status at OBX[1].11
            OBX|1|NM|3151-8^Flow^LN||2|L/min|||||C;foreign: status at OBX[1].11
            OBX|1|CE|O2DEV^Device||NC||||||C;oxygen {'device': 'nasal-cannula', 'reason': 'hypoxia'}
            OBX|1|CE|O2DEV^Device||NC||||||W;withdrawn
            """)
    void aCorrectionOfOxygenMustNameTheDevice(String obx, String line) {
        var sender = LABORATORY.with(reading("L,O2DEV,oxygen-therapy\nL,NC,nasal-cannula", Optional.empty(), false));

        assertThat(line(laboratory(obx), sender)).isEqualTo(line);
    }

    @Test
    void aScoreIsATotal() {
        var sender = LABORATORY.with(reading("L,ICE,ice\nL,AVPU,consciousness\nL,V,voice", Optional.empty(), false));

        assertThat(line(laboratory("OBX|1|NM|ICE||7|", "OBX|2|CWE|AVPU||V^Voice^L"), sender))
                .isEqualTo("neuro-check {'ice': 7} + neuro-check {'consciousness': 'voice'}");
        assertThat(line(laboratory("OBX|1|NM|ICE||11|"), sender)).isEqualTo("foreign: rules at OBX[1].5");
    }

    private static Statement only(String message, SenderSettings sender) {
        return statements(message, sender).getFirst();
    }

    @Test
    void theIdOfTheMessageIsNoPartOfAKey() {
        var message = laboratory(crp("120", "mg/L", ""));

        assertThat(only(message.replace("|17|", "|18|"), LABORATORY).key())
                .isEqualTo(only(message, LABORATORY).key());
    }

    @Test
    void aResultIsKnownByOrderCodeAndTime() {
        var key = only(laboratory(crp("120", "mg/L", "")), LABORATORY).key();

        assertThat(only(laboratory(crp("130", "mg/L", "|||||C")), LABORATORY).key())
                .isEqualTo(key);
        assertThat(List.of(
                        laboratory(crp("120", "mg/L", "||||||||20260302110000")),
                        laboratory("OBX|1|NM|1988-5^CRP^LN|2|120|mg/L"),
                        laboratory("OBX|1|NM|2276-4^Ferritin^LN||120|ug/L"),
                        laboratory(crp("120", "mg/L", "")).replace("f-9", "f-8")))
                .allSatisfy(other -> assertThat(only(other, LABORATORY).key()).isNotEqualTo(key));
    }

    @Test
    void anIdOfTheValueIsItsKey() {
        var identified = crp("120", "mg/L", "|||||||||||||||r-5");
        var corrected = crp("130", "mg/L", "|||||C||||||||||r-5");

        assertThat(only(laboratory(corrected).replace("f-9", "f-8"), LABORATORY).key())
                .isEqualTo(only(laboratory(identified), LABORATORY).key());
    }

    @Test
    void aGroupOfReadingsIsKnownByDeviceAndInstant() {
        var message = monitor("OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC||88|/min");

        assertThat(only(message, MONITORS).issued()).isEmpty();
        assertThat(only(message.replace("||88|", "||89|"), MONITORS).key())
                .isEqualTo(only(message, MONITORS).key());
        assertThat(only(message.replace("HEM^2^12", "HEM^2^13"), MONITORS).key())
                .isNotEqualTo(only(message, MONITORS).key());
        assertThat(only(message.replace("20260302100000", "20260302100001"), MONITORS)
                        .key())
                .isNotEqualTo(only(message, MONITORS).key());
    }

    @Test
    void aCorrectionBackIsAThirdRevision() {
        var first = new RevisionMark.First();
        var tokens = List.of(
                only(laboratory(crp("120", "mg/L", "|||||F||||||||20260302100100")), LABORATORY)
                        .revision(first)
                        .token(),
                only(laboratory(crp("130", "mg/L", "|||||C||||||||20260302100200")), LABORATORY)
                        .revision(first)
                        .token(),
                only(laboratory(crp("120", "mg/L", "|||||C||||||||20260302100300")), LABORATORY)
                        .revision(first)
                        .token());

        assertThat(tokens).doesNotHaveDuplicates();
        assertThat(only(laboratory(crp("120.0", "mg/L", "|||||F||||||||20260302100100")), LABORATORY)
                        .revision(first)
                        .token())
                .isEqualTo(tokens.getFirst());
    }

    /// The time of the analysis stays the same.
    @Test
    void aCorrectionBackWithOneTimeOfAnalysisIsAThirdRevision() {
        var first = corrected("C", "5", "20260302100401");
        var second = corrected("C", "7", "20260302100402");
        var third = corrected("C", "5", "20260302100403");
        var mark = new RevisionMark.First();

        assertThat(List.of(
                        first.revision(mark).token(),
                        second.revision(mark).token(),
                        third.revision(mark).token()))
                .doesNotHaveDuplicates();
        assertThat(List.of(first.issued(), second.issued(), third.issued()))
                .containsOnly(Optional.of(Instant.parse("2026-03-02T10:01:00Z")));
        assertThat(third.note(false, third.revision(mark), NOW)
                        .revision()
                        .on(second.note(false, second.revision(mark), NOW).revision()))
                .isEqualTo(SourceRevision.Precedence.REPLACES);
        assertThat(corrected("C", "5.0", "20260302100401").revision(mark).token())
                .isEqualTo(first.revision(mark).token());
    }

    @Test
    void aWithdrawalWithTheTimeOfTheAnalysisEndsACorrection() {
        var corrected = corrected("C", "7", "20260302100402");
        var mark = new RevisionMark.First();

        assertThat(List.of("D", "W")).allSatisfy(status -> {
            var withdrawn = corrected(status, "7", "20260302100403");
            assertThat(withdrawn
                            .note(false, withdrawn.revision(mark), NOW)
                            .revision()
                            .on(corrected
                                    .note(false, corrected.revision(mark), NOW)
                                    .revision()))
                    .isEqualTo(SourceRevision.Precedence.REPLACES);
            assertThat(withdrawn.revision(mark).token())
                    .isNotEqualTo(corrected(status, "7", "20260302100404")
                            .revision(mark)
                            .token());
        });
    }

    /// Another message with the same first report is a duplicate.
    @Test
    void theTimeOfTheMessageDoesNotDistinguishFirstReports() {
        var mark = new RevisionMark.First();

        assertThat(corrected("F", "5", "20260302100402").revision(mark).token())
                .isEqualTo(corrected("F", "5", "20260302100401").revision(mark).token());
    }

    private static Statement corrected(String status, String value, String sentAt) {
        return only(
                laboratory(crp(value, "mg/L", "|||||" + status + "||||||||20260302100100"))
                        .replace("|20260302100400+0000|", "|" + sentAt + "+0000|"),
                LABORATORY);
    }

    @Test
    void aWithdrawalHasTheKeyOfWhatItWithdraws() {
        var taken = only(laboratory(crp("120", "mg/L", "")), LABORATORY);
        var withdrawn = only(laboratory(crp("", "mg/L", "|||||W")), LABORATORY);

        assertThat(withdrawn.key()).isEqualTo(taken.key());
        assertThat(withdrawn.status()).isEqualTo(StatementStatus.WITHDRAWN);
        assertThat(withdrawn.parts()).isEmpty();
    }

    @Test
    void withoutANumberOfTheOrderTheSubjectIsPartOfTheKey() {
        var one = laboratory(crp("1", "mg/L", "")).replace("|o-1|f-9|", "|||");

        assertThat(only(one, LABORATORY).key())
                .isNotEqualTo(only(one.replace("p-1", "p-2"), LABORATORY).key())
                .isEqualTo(only(one, LABORATORY).key());
        assertThat(statements(
                        one + "PID|2||p-2^^^HOSP^MR\rOBR|2||||||20260302100000\r" + crp("2", "mg/L", ""), LABORATORY))
                .extracting(Statement::subject)
                .containsExactly(
                        Optional.of(new Subject.ByPatient(new PatientId("p-1"))),
                        Optional.of(new Subject.ByPatient(new PatientId("p-2"))));
    }

    @Test
    void twoPatientsWithTheSameNumberAreForAPerson() {
        var message = laboratory(crp("1", "mg/L", "")) + "PID|2||p-2^^^HOSP^MR\rOBR|2|o-1|f-9|X|||20260302100000\r"
                + crp("2", "mg/L", "");

        assertThat(line(message, LABORATORY)).isEqualTo("foreign: subject at PID[1].3 + foreign: subject at PID[2].3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            OBX|1|NM|1988-5^CRP^LN||1|mg/L;OBX|2|NM|1988-5^CRP^LN||2|mg/L;foreign: contradiction at OBX[1].5
            OBX|1|NM|1988-5^CRP^LN||1|mg/L;OBX|2|NM|1988-5^CRP^LN||1|mg/L|||||C;foreign: contradiction at OBX[1].5
            OBX|1|NM|1988-5^CRP^LN||1|mg/L;OBX|2|NM|1988-5^CRP^LN||1.0|mg/L;lab-result {'analyte': 'crp', 'value': 1, 'unit': 'mg/L'}
            OBX|1|NM|8480-6^SBP^LN||84|mm[Hg];OBX|2|NM|8480-6^SBP^LN||120|mm[Hg];foreign: contradiction at OBX[1].5
            OBX|1|NM|8480-6^SBP^LN||84|mm[Hg];OBX|2|NM|8480-6^SBP^LN||84|mm[Hg]|||||D;foreign: contradiction at OBX[1].5
            """)
    void valuesWithOneKeyThatDifferAreForAPerson(String first, String second, String line) {
        assertThat(line(laboratory(first, second), LABORATORY)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({"1~2", "1~~2", "-1~88", "~5"})
    void aRepeatedValueIsForAPerson(String value) {
        assertThat(line(laboratory("OBX|1|NM|8867-4^HR^LN||" + value + "|/min"), LABORATORY))
                .isEqualTo("foreign: contradiction at OBX[1].5");
        assertThat(line(laboratory("OBX|1|NM|8867-4^HR^LN||88~88|/min"), LABORATORY))
                .startsWith("vital-signs");
    }

    @Test
    void twoReadingsOfOneSourceThatDifferAreForAPerson() {
        var first = "OBX|1|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|1.1|93|%";
        var second = "OBX|2|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|2.1|97|%";
        var rate = "OBX|3|NM|147842^MDC_ECG_HEART_RATE^MDC||88|/min";

        assertThat(line(monitor(first, second, rate), MONITORS))
                .isEqualTo("foreign: contradiction at OBX[1].5 "
                        + "+ vital-signs {'heartRate': {'value': 88, 'unit': '/min'}}");
        assertThat(piece(monitor(first, second, rate), MONITORS))
                .contains(first, second)
                .doesNotContain(rate);
        assertThat(line(monitor(first, second), MONITORS)).isEqualTo("foreign: contradiction at OBX[1].5");
        assertThat(line(monitor(first, second.replace("|97|", "|93.0|")), MONITORS))
                .isEqualTo("vital-signs {'spo2': {'value': 93, 'unit': '%'}}");
    }

    /// Some gateways send a message for each sign.
    @Test
    void aMessageAboutAnotherSignOfTheSameInstantErasesNothing() {
        var rate = monitor("OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC||88|/min");
        var saturation = monitor("OBX|1|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC||93|%");
        var mean = laboratory("OBX|1|NM|8478-0^MAP^LN|1.3|55|mm[Hg]");
        var pressures = laboratory("OBX|1|NM|8480-6^SBP^LN|1.1|84|mm[Hg]", "OBX|2|NM|8462-4^DBP^LN|1.2|50|mm[Hg]");

        assertThat(only(rate, MONITORS).key())
                .isNotEqualTo(only(saturation, MONITORS).key());
        assertThat(only(mean, LABORATORY).key())
                .isNotEqualTo(only(pressures, LABORATORY).key());
    }

    @ParameterizedTest
    @CsvSource({"F, F, final", "P, P, preliminary"})
    void pressuresThatAreReportedAgainHaveTheSameKey(String systolic, String diastolic, String status) {
        assertThat(only(pressures(systolic, diastolic), LABORATORY)).satisfies(again -> {
            assertThat(again.key())
                    .isEqualTo(only(pressures("F", "F"), LABORATORY).key());
            assertThat(again.status().word()).isEqualTo(status);
        });
    }

    /// The first report may have held another set of pressures: then its key is another.
    @ParameterizedTest
    @CsvSource({
        "C, C, '', 1", "D, D, '', 1", "C, F, '', 1", "F, A, '', 2", "W, F, '', 1",
        "C, C, C, 1", "D, D, D, 1", "F, F, C, 3", "C, C, X, 1", "C, C, F, 1"
    })
    void pressuresThatAreCorrectedAreForAPerson(String systolic, String diastolic, String mean, int place) {
        var message = pressures(systolic, diastolic)
                + (mean.isEmpty() ? "" : "OBX|3|NM|8478-0^MAP^LN|1.3|61|mm[Hg]|||||" + mean + "\r");

        assertThat(line(message, LABORATORY).replace("ignored: no-value + ", ""))
                .isEqualTo("foreign: status at OBX[" + place + "].11");
        assertThat(piece(message, LABORATORY)).contains("8480-6", "8462-4");
    }

    private static String pressures(String systolic, String diastolic) {
        return laboratory(
                "OBX|1|NM|8480-6^SBP^LN|1.1|84|mm[Hg]|||||" + systolic,
                "OBX|2|NM|8462-4^DBP^LN|1.2|50|mm[Hg]|||||" + diastolic);
    }

    @ParameterizedTest
    @CsvSource({"8480-6, C", "8480-6, D", "8462-4, A", "8478-0, C", "8478-0, W"})
    void aCorrectionOfOnePressureIsForAPerson(String code, String status) {
        assertThat(line(laboratory("OBX|1|NM|" + code + "^P^LN|1.1|84|mm[Hg]|||||" + status), LABORATORY))
                .isEqualTo("foreign: status at OBX[1].11");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            OBX|2|NM|8867-4^HR^LN||88|/min;true
            OBX|2|NM|8480-6^SBP^LN||84|mm[Hg];true
            OBX|2|NM|8310-5^T^LN||38|Cel;false
            OBX|2|NM|9279-1^RR^LN||18|/min;false
            OBX|2|NM|2019-8^pCO2^LN||40|mm[Hg];false
            """)
    void theSaturationOfBloodIsNoReadingOfAnOximeter(String beside, boolean chart) {
        var saturation = "OBX|1|NM|2708-6^SaO2^LN||88|%";

        assertThat(line(laboratory(saturation, beside), LABORATORY).contains("spo2"))
                .isEqualTo(chart);
        assertThat(line(laboratory(saturation), LABORATORY)).isEqualTo("ignored: unknown-code");
        assertThat(line(laboratory(saturation).replace("|VITALS^Vitals|", "|85353-1^Vital signs^LN|"), LABORATORY))
                .isEqualTo("vital-signs {'spo2': {'value': 88, 'unit': '%'}}");
        assertThat(line(monitor(saturation), MONITORS)).isEqualTo("vital-signs {'spo2': {'value': 88, 'unit': '%'}}");
    }

    @Test
    void aVitalSignOfAnotherOrderMakesNoChartOfABloodGas() {
        var message = laboratory("OBX|1|NM|8867-4^HR^LN||88|/min") + "OBR|2|o-2|f-8|BGA|||20260302100000\r"
                + "OBX|1|NM|2708-6^SaO2^LN||88|%\r";

        assertThat(line(message, LABORATORY))
                .startsWith("ignored: unknown-code")
                .doesNotContain("spo2");
    }

    @Test
    void aUnitInAnotherCharacterSetIsRead() {
        var latin = laboratory("OBX|1|NM|8310-5^T^LN||38|°C").replace("|2.5", "|2.5||||||8859/1");

        assertThat(line(new Hl7Reader(LABORATORY).read(latin.getBytes(StandardCharsets.ISO_8859_1), NOW)))
                .isEqualTo("vital-signs {'temperature': {'value': 38, 'unit': 'Cel'}}");
    }
}
