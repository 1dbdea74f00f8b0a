package health.vigil.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class ExchangeCommandTest {
    private static final String HEADER =
            "MSH|^~\\&|MON|HOSP|VIGIL||20260302110500+0100||ORU^R01^ORU_R01|7|P|2.6\rPID|||p-1^^^HOSP^MR\r"
                    + "OBR|1|o1||vitals|||20260302110000+0100\r";
    private static final String TEMPERATURE = "OBX|1|NM|8310-5^Temp^LN||38.4|Cel^^UCUM|||||F\r";
    private static final String WRONG_UNIT = "OBX|2|NM|8867-4^HR^LN||96|furlong|||||F\r";
    private static final String UNKNOWN_CODE = "OBX|3|NM|99999-9^x^LN||1|1|||||F\r";

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    private int attempt(String content, String... options) throws IOException {
        var file = Files.writeString(folder.resolve("message"), content);
        var words = new ArrayList<>(List.of("try", file.toString()));
        words.addAll(List.of(options));
        return run(words.toArray(String[]::new));
    }

    private int run(String... words) {
        return new CommandLine(new ExchangeCommand())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(complained))
                .execute(words);
    }

    private static String observation(String unit) {
        return """
                {"resourceType": "Observation", "status": "final", "subject": {"reference": "Patient/p-1"},
                 "effectiveDateTime": "2026-03-02T10:00:00Z",
                 "code": {"coding": [{"system": "http://loinc.org", "code": "8310-5"}]},
                 "valueQuantity": {"value": 38.4, "system": "http://unitsofmeasure.org", "code": "%s"}}
                """.formatted(unit);
    }

    @Test
    void aMessageOfHl7IsShownValueByValueWithItsPlaces() throws IOException {
        var exit = attempt(HEADER + TEMPERATURE + WRONG_UNIT + UNKNOWN_CODE, "--patient-authority", "HOSP");

        assertThat(exit).isEqualTo(1);
        assertThat(said.toString())
                .contains("message 1 (ORU^R01): accepted")
                .contains("(vital-signs): temperature from OBX[1].5")
                .contains("foreign, a person must decide: a unit that is missing or unknown at OBX[2].6")
                .contains("ignored: unknown-code");
    }

    @Test
    void noValueAndNoPatientIsShownUnlessAskedFor() throws IOException {
        attempt(HEADER + TEMPERATURE, "--patient-authority", "HOSP");
        assertThat(said.toString()).doesNotContain("38.4", "p-1");

        assertThat(attempt(HEADER + TEMPERATURE, "--patient-authority", "HOSP", "--values"))
                .isZero();
        assertThat(said.toString()).contains("\"patientId\":\"p-1\"", "\"value\":38.4");
    }

    @Test
    void framesAreOpened() throws IOException {
        var frame = "\u000b" + HEADER + TEMPERATURE + "\u001c\r";

        assertThat(attempt(frame + frame, "--patient-authority", "HOSP")).isZero();

        assertThat(said.toString()).contains("message 1 (ORU^R01)", "message 2 (ORU^R01)");
    }

    @Test
    void aFrameWithoutAnEndIsAFault() throws IOException {
        assertThat(attempt("\u000b" + HEADER + TEMPERATURE)).isEqualTo(1);

        assertThat(said.toString()).contains("the last frame has no end");
    }

    @Test
    void aResourceIsShownWithItsObservations() throws IOException {
        assertThat(attempt(observation("Cel"))).isZero();

        assertThat(said.toString())
                .contains("Observation: accepted, 1 statement")
                .contains("taken, final, at 2026-03-02T10:00:00Z")
                .contains("(vital-signs): temperature from Observation.value");
    }

    @Test
    void allFaultsOfAResourceAreShownWithTheirPlaces() throws IOException {
        assertThat(attempt(observation("furlong"))).isEqualTo(1);

        assertThat(said.toString()).contains("Observation: refused (422)").contains("Observation.value");
    }

    @Test
    void theEntriesOfABundleAreShownOneByOne() throws IOException {
        var bundle = "{\"resourceType\": \"Bundle\", \"type\": \"batch\", \"entry\": [%s, %s]}"
                .formatted(entry(observation("Cel")), entry(observation("furlong")));

        assertThat(attempt(bundle)).isEqualTo(1);

        assertThat(said.toString())
                .contains("Bundle.entry[0] Observation: accepted")
                .contains("Bundle.entry[1]: refused (422)");
    }

    private static String entry(String resource) {
        return "{\"resource\": %s, \"request\": {\"method\": \"POST\", \"url\": \"Observation\"}}".formatted(resource);
    }

    @Test
    void aFileOfCodesExtendsTheTables() throws IOException {
        var codes = Files.writeString(folder.resolve("codes.csv"), "http://loinc.org,99999-9,heartRate\n");
        var message = HEADER + "OBX|1|NM|99999-9^x^LN||96|/min^^UCUM|||||F\r";

        assertThat(attempt(message, "--patient-authority", "HOSP", "--codes", codes.toString()))
                .isZero();

        assertThat(said.toString()).contains("heartRate from OBX[1].5");
    }

    @Test
    void aCodeWithTwoMeaningsIsNamedWithItsLine() throws IOException {
        var codes = Files.writeString(folder.resolve("codes.csv"), "\nhttp://loinc.org,8310-5,heartRate\n");

        assertThat(attempt(HEADER, "--codes", codes.toString())).isEqualTo(2);

        assertThat(complained.toString()).contains("codes.csv line 2");
    }

    @Test
    void anUnknownWordOrAMissingFileIsSaid() throws IOException {
        assertThat(attempt(HEADER, "--oxygen-reason", "because")).isEqualTo(2);
        assertThat(complained.toString()).contains("'because' is none of", "hypoxia");

        assertThat(run("try", folder.resolve("nothing").toString())).isEqualTo(2);
        assertThat(complained.toString()).contains("Cannot read");
    }
}
