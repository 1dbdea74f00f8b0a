package health.vigil;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WelcomeTest {
    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"admin\":{\"token\":\"a\"},\"nurse\":{\"username\":\"n\",\"password\":\"p\",\"token\":\"the.nurse-s_token\"},\"x\":{\"token\":\"b\"}}",
                """
        {
          "nurse" : {
            "username" : "nurse",
            "token" : "the.nurse-s_token"
          },
          "physician" : {
            "token" : "another"
          }
        }
        """
            })
    void theLineToPasteSendsTheNursesToken(String credentials) throws Exception {
        var file = Files.writeString(data.resolve("credentials.json"), credentials);

        var line = Welcome.text(8181, file)
                .lines()
                .filter(text -> text.contains("curl"))
                .findFirst()
                .orElseThrow();

        assertThat(sentBy(line))
                .contains("Authorization: Bearer the.nurse-s_token")
                .endsWith("http://localhost:8181/v1/policy\n");
    }

    private static String sentBy(String line) throws Exception {
        var shell = new ProcessBuilder("sh", "-c", line.replace("curl", "printf '%s\\n'")).start();
        return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
