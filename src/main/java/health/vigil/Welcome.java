package health.vigil;

import health.vigil.simulation.Demo;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.microprofile.config.ConfigProvider;

/// Prints the addresses and credentials once everything runs.
public final class Welcome implements QuarkusApplication {
    @Override
    public int run(String... args) {
        var port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
        var credentials = Setting.DATA.pathOr("data").resolve("credentials.json");
        System.out.println(text(port, credentials));
        if (Commands.isDemo(args)) {
            // A client like any other; it must not keep the process alive.
            var service = URI.create("http://localhost:" + port);
            Thread.ofVirtual().name("demo").start(() -> Demo.run(service, credentials, afterCommand(args)));
        }
        Quarkus.waitForExit();
        return 0;
    }

    private static String[] afterCommand(String... args) {
        return Arrays.copyOfRange(args, 1, args.length);
    }

    static String text(int port, Path credentials) {
        return """

                Vigil is running.
                  Pages:     http://localhost:%1$d/
                  Accounts:  %2$s

                Try it:
                  curl -s -H "Authorization: Bearer $(tr -d '\\n' < '%2$s' | sed 's/.*"nurse"[^}]*"token" *: *"\\([^"]*\\)".*/\\1/')" http://localhost:%1$d/v1/policy

                Ctrl-C stops it and everything it started.
                """.formatted(port, credentials);
    }
}
