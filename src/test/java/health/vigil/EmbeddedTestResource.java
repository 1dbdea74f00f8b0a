package health.vigil;

import health.vigil.access.Credentials;
import health.vigil.embedded.EmbeddedOptions;
import health.vigil.embedded.EmbeddedStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

public class EmbeddedTestResource implements QuarkusTestResourceLifecycleManager {
    private Optional<EmbeddedStack> stack = Optional.empty();

    @Override
    public Map<String, String> start() {
        try {
            var data = Files.createTempDirectory("vigil");
            var started = EmbeddedStack.start(EmbeddedOptions.forTests(data, Path.of("target/embedded")));
            stack = Optional.of(started);
            var settings = new HashMap<>(Credentials.settings(data));
            settings.put("kafka.bootstrap.servers", started.bootstrapServers());
            settings.put("quarkus.datasource.jdbc.url", started.jdbcUrl());
            settings.put("quarkus.datasource.username", started.username());
            settings.put("quarkus.datasource.password", started.password());
            return settings;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        stack.ifPresent(running -> {
            try {
                running.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
