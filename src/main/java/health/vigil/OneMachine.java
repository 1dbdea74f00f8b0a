package health.vigil;

import health.vigil.account.Credentials;
import health.vigil.embedded.EmbeddedOptions;
import health.vigil.embedded.EmbeddedStack;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/// Runs Vigil with its own broker and database. They start before Quarkus and stop after it.
final class OneMachine {
    private static final long STOP_LIMIT_SECONDS = 60;
    private static final String TIME_ZONE = "vigil.hospital.time-zone";

    private final Path data = Setting.DATA.pathOr("data");
    private final Path binaries = Setting.BINARIES.pathOr("target/embedded");
    private final Thread main = Thread.currentThread();
    private final CountDownLatch down = new CountDownLatch(1);
    private volatile boolean starting = true;

    /// Runs until a signal or a failure; returns the exit code.
    int run(String... args) {
        // Without a hook that waits, a signal would end the JVM before the servers are stopped.
        Runtime.getRuntime().addShutdownHook(new Thread(this::waitUntilDown, "stop"));
        System.out.println("Vigil starts its own Kafka and PostgreSQL in " + data);
        try (var stack = EmbeddedStack.start(EmbeddedOptions.durable(data, binaries))) {
            starting = false;
            publish(stack);
            Credentials.prepare(data);
            return serve(args);
        } catch (IOException | IllegalStateException e) {
            System.err.println("Vigil cannot run: " + e.getMessage());
            return 1;
        } catch (InterruptedException stoppedWhileStarting) {
            return 1;
        } finally {
            down.countDown();
        }
    }

    private void publish(EmbeddedStack stack) {
        System.setProperty("vigil.data", data.toString());
        System.setProperty("kafka.bootstrap.servers", stack.bootstrapServers());
        System.setProperty("quarkus.datasource.jdbc.url", stack.jdbcUrl());
        System.setProperty("quarkus.datasource.username", stack.username());
        System.setProperty("quarkus.datasource.password", stack.password());
        // Posts that wait for the disk share a flush only within a partition.
        System.setProperty("vigil.machine.partitions", "1");
        // Not a mere offset, which browsers do not know.
        var zone = ZoneId.systemDefault().getId();
        if (ZoneId.getAvailableZoneIds().contains(zone)) {
            preset(TIME_ZONE, zone);
        }
        // This is the only process, so none of an earlier release runs beside it.
        preset("vigil.outpatient.enabled", "true");
        // Plain text, because a person reads this terminal.
        System.setProperty("quarkus.log.console.json.enabled", "false");
    }

    /// Sets what the hospital has not set.
    private static void preset(String setting, String value) {
        if (ConfigProvider.getConfig().getOptionalValue(setting, String.class).isEmpty()) {
            System.setProperty(setting, value);
        }
    }

    /// By default Quarkus exits the JVM at once; this makes it return.
    private static int serve(String... args) {
        var exitCode = new AtomicInteger();
        ApplicationLifecycleManager.setDefaultExitCodeHandler((code, failure) -> exitCode.set(code));
        Quarkus.run(Welcome.class, args);
        return exitCode.get();
    }

    private void waitUntilDown() {
        if (starting) {
            main.interrupt();
        }
        try {
            if (!down.await(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(
                        "Vigil did not stop in time: the next start will take over its Kafka and" + " PostgreSQL");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
