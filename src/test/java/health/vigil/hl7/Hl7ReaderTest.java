package health.vigil.hl7;

import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.SenderSettings.AckMode;
import health.vigil.exchange.SenderSettings.MessageSettings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.hl7.Hl7Messages.LABORATORY;
import static health.vigil.hl7.Hl7Messages.NOW;
import static health.vigil.hl7.Hl7Messages.laboratory;
import static health.vigil.hl7.Hl7Messages.line;
import static org.assertj.core.api.Assertions.assertThat;

/// What a whole message gets, row by row.
class Hl7ReaderTest {
    private static final String REST =
            "\rPID|1||p-1^^^HOSP^MR\rOBR|1|o|f|X|||20260302100000\rOBX|1|NM|8867-4^HR^LN||88|/min";

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            PID|1;AR 100 closed
            MSH|^^^^|A|B|||20260302100000+0000||ORU^R01|1|P|2.6;AR 100 closed
            MSH|^~\\&|A|B|||20260302100000+0000|||1|P|2.6;AR 101
            MSH|^~\\&|A|B|||20260302100000+0000||ORU^R01||P|2.6;AR 101
            MSH|^~\\&|A|B|||20260302100000+0000||ORU^R01|1|T|2.6;AR 202
            MSH|^~\\&|A|B|||20260302100000+0000||ORU^R01|1|D|2.6;AR 202
            MSH|^~\\&|A|B|||20260302100000+0000||QRY^A19|1|P|2.6;AR 200
            MSH|^~\\&|A|B|||20260302100000+0000||ORM^O01|1|P|2.6;AR 200
            MSH|^~\\&|A|B|||20260302100000+0000||RDE^O11|1|P|2.6;AR 200
            MSH|^~\\&|A|B|||20260302100000+0000||ORU^R30|1|P|2.6;AR 201
            MSH|^~\\&|A|B|||20260302100000+0000||ORU^R01|1|P|2.6||||||UNICODE UTF-16;AR 102
            MSH|^~\\&|A|B|||20260302100000+0000||ORU^R01|1|P|2.6||||||8859/1;vital-signs {'heartRate': {'value': 88, 'unit': '/min'}}
            MSH|^~\\&|A|B|||20260302100000+0000||ORU^R01|1|P;vital-signs {'heartRate': {'value': 88, 'unit': '/min'}}
            MSH|^~\\&|A|B|||20260302100000+0000||ORU^R01|1|P|2.9;vital-signs {'heartRate': {'value': 88, 'unit': '/min'}}
            MSH|^~\\&|A|B|||20260302100000+0000||ORU|1|P|2.2;vital-signs {'heartRate': {'value': 88, 'unit': '/min'}}
            MSH|^~\\&|||||20260302100000+0000||ORU^R01|1|P|2.2;vital-signs {'heartRate': {'value': 88, 'unit': '/min'}}
            """)
    void theHeaderDecides(String header, String line) {
        assertThat(line(header + REST, LABORATORY)).isEqualTo(line);
    }

    @Test
    void bytesThatAreNotInTheCharacterSetAreAnError() {
        var bytes = laboratory("OBX|1|ST|1988-5^CRP^LN||1|\u00b5g/L").getBytes(StandardCharsets.ISO_8859_1);

        var result = new Hl7Reader(LABORATORY).read(bytes, NOW);

        assertThat(line(result)).isEqualTo("AE 102");
        assertThat(result.header())
                .hasValueSatisfying(header -> assertThat(header.controlId()).isEqualTo("17"));
    }

    @Test
    void aJapaneseMessageIsRead() {
        var text = laboratory("OBX|1|NM|8867-4^\u5fc3\u62cd^LN||88|/min")
                .replace("|2.5", "|2.5||||||~ISO IR87||ISO 2022-1994");
        var bytes = text.getBytes(Charset.forName("ISO-2022-JP"));

        assertThat(line(new Hl7Reader(LABORATORY).read(bytes, NOW))).startsWith("vital-signs");
    }

    @ParameterizedTest
    @CsvSource({"LAB, H, false", "LAB2, H, true", "LAB, H2, true"})
    void theSenderIsTheOneOfTheConnection(String application, String facility, boolean refused) {
        var sender = LABORATORY.with(new MessageSettings(
                Optional.of(application),
                Optional.of(facility),
                Optional.empty(),
                Set.of("ORU"),
                Set.of("P"),
                AckMode.AUTO));

        assertThat(line(laboratory("OBX|1|NM|8867-4^HR^LN||88|/min"), sender).equals("AR 207 closed"))
                .isEqualTo(refused);
    }

    /// Otherwise the values of the second message could go to the patient of the first.
    @Test
    void twoMessagesInOneFrameAreRefused() {
        var message = laboratory("OBX|1|NM|8867-4^HR^LN||88|/min");

        assertThat(line(message + "\r" + message, LABORATORY)).isEqualTo("AR 100 closed");
    }

    @Test
    void tooManyValuesAreRefused() {
        var obx = "OBX|1|NM|2345-7^Glucose^LN||5|mmol/L\r";

        assertThat(line(laboratory(obx.repeat(5000)), LABORATORY)).startsWith("ignored");
        assertThat(line(laboratory(obx.repeat(5001)), LABORATORY)).isEqualTo("AR 207 closed");
    }

    @Test
    void aPieceForAPersonIsNeverCut() {
        assertThat(line(laboratory("OBX|1|ST|1988-5^CRP^LN||" + "x".repeat(256 * 1024) + "|mg/L"), LABORATORY))
                .isEqualTo("AE 207");
    }

    /// The limit counts bytes: 150,000 of these letters are 300,000.
    @Test
    void aPieceForAPersonIsMeasuredInBytes() {
        var text = laboratory("OBX|1|ST|1988-5^CRP^LN||" + "\u00b5".repeat(150_000) + "|mg/L")
                .replace("|2.5", "|2.5||||||UNICODE UTF-8");

        assertThat(line(new Hl7Reader(LABORATORY).read(text.getBytes(StandardCharsets.UTF_8), NOW)))
                .isEqualTo("AE 207");
    }

    @Test
    void aLargePatientIsNotKeptOnceForEachValue() {
        var obx = "OBX|1|ST|1988-5^CRP^LN||x|mg/L\r";
        var message = laboratory(obx.repeat(4000)).replace("^MR", "^MR||" + "n".repeat(100_000));

        assertThat(line(message, LABORATORY)).isEqualTo("AE 207");
    }

    /// A message has one header and one patient, and each piece has them again.
    @Test
    void thePiecesOfAMessageHoldTwoMegabytesAtMost() {
        var obx = "OBX|1|ST|2345-7^Glucose^LN||x|mmol/L\r";
        var values = 1000;
        var name = "n".repeat(2 * 1024 * 1024 / values);

        assertThat(line(laboratory(obx.repeat(values / 2)).replace("^MR", "^MR||" + name), LABORATORY))
                .startsWith("ignored");
        assertThat(line(laboratory(obx.repeat(values)).replace("^MR", "^MR||" + name), LABORATORY))
                .isEqualTo("AE 207");
    }

    @Test
    void typesThatAreAcceptedButSayNothingAreIgnored() {
        SenderSettings sender = LABORATORY.with(new MessageSettings(
                Optional.empty(), Optional.empty(), Optional.empty(), Set.of("VXU"), Set.of("P"), AckMode.AUTO));

        assertThat(line("MSH|^~\\&|A|B|||1||VXU^V04|1|P|2.6\rRXA|1", sender)).isEqualTo("nothing: other-type");
    }
}
