package health.vigil;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The commands of the artifact: their names, and their messages for unknown words.
class CommandsTest {
    private static final int SERVED = 7;

    private final List<String> served = new ArrayList<>();
    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    private int run(String words) {
        return Commands.with(() -> {
                    served.add(words);
                    return SERVED;
                })
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(complained))
                .execute(words.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | Unmatched argument at index 0: 'nonsense'",
                "accounts | Missing required subcommand",
                "accounts remove ada | Unmatched arguments from index 1: 'remove', 'ada'",
                "accounts add | Missing required parameters: 'NAME', 'ROLE'",
                "accounts add ada nurse --ward north | Unknown options: '--ward', 'north'",
                "accounts rotate | Missing required parameter: 'NAME'",
                "accounts list all | Unmatched argument at index 2: 'all'",
                "audit | Missing required subcommand",
                "audit verify one two | Unmatched argument at index 3: 'two'",
                "exchange | Missing required subcommand",
                "exchange try | Missing required parameter: 'FILE'",
                "exchange try file --zone Nowhere | Invalid value for option '--zone'",
                "load --bed 3 | Unknown options: '--bed', '3'",
                "load --beds 0 | --beds must be from 1 to 100000",
                "load --rate 0 | --rate must be from 0.001 to 100000",
                "load --url https://vigil.example | --host must repeat the host of --url",
                "canary --every 0 | --every must be from 1 to 3600",
                "canary --url https://vigil.example --host other.example | --host must repeat the host of --url",
                "demo --speed 0 | --speed must be from 1 to 3600",
                "demo --hl7 --hl7-port 0 | --hl7-port must be from 1 to 65535",
                "demo --fast | Unknown option: '--fast'"
            })
    void whatIsNotUnderstoodIsSaidWithTheUsageOrWhatWasMeantAndNothingIsDone(String words, String complaint) {
        assertThat(run(words)).isEqualTo(2);

        assertThat(complained.toString())
                .contains(complaint)
                .containsAnyOf("Usage: vigil", "Did you mean", "Possible solutions");
        assertThat(served).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "accounts --help", "accounts add -h", "audit verify --help", "load --help"})
    void helpIsAsked(String words) {
        assertThat(run(words)).isZero();

        assertThat(said.toString()).contains("Usage: vigil");
    }

    @Test
    void theHelpOfTheDemoStartsNothing() {
        assertThat(run("demo --help")).isZero();

        assertThat(said.toString()).contains("--speed", "--seed", "--ward", "--hours", "--hl7", "--hl7-port");
        assertThat(served).isEmpty();
    }

    @Test
    void theDemoRunsTheServiceAndEndsWithItsCode() {
        assertThat(run("demo --speed 120 --seed 3 --ward North --hours 2")).isEqualTo(SERVED);
        assertThat(served).hasSize(1);
    }

    @Test
    void aCheckOfNoAddressIsNotWell() {
        assertThat(run("check")).isEqualTo(1);
    }
}
