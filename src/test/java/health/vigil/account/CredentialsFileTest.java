package health.vigil.account;

import health.vigil.access.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialsFileTest {
    private static final int TIMES = 100;

    @TempDir
    private Path folder;

    private static IssuedCredentials issued(Role role, int time) {
        return new IssuedCredentials(role.word(), "password", "token-" + time);
    }

    private IssuedCredentials rotate(Role role) throws IOException {
        for (int time = 1; time < TIMES; time++) {
            var issued = issued(role, time);
            CredentialsFile.in(folder).replace(() -> issued);
        }
        return issued(role, TIMES - 1);
    }

    @Test
    void accountsThatAreRotatedAtOnceAreAllKept() throws IOException, ExecutionException, InterruptedException {
        var file = CredentialsFile.in(folder);
        file.write(Arrays.stream(Role.values()).collect(Collectors.toMap(role -> role, role -> issued(role, 0))));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var rotations = Arrays.stream(Role.values())
                    .map(role -> threads.submit(() -> rotate(role)))
                    .toList();

            for (var rotation : rotations) {
                assertThat(file.read().values()).hasSize(Role.values().length);
                rotation.get();
            }
        }

        assertThat(file.read().values())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Role.values())
                        .map(role -> issued(role, TIMES - 1))
                        .toList());
    }
}
