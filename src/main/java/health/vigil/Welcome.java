package health.vigil;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;

/// What a person at the terminal is told once everything runs.
public final class Welcome implements QuarkusApplication {
    @Override
    public int run(String... args) {
        var port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
        System.out.println(text(port, Setting.DATA.pathOr("data").resolve("credentials.json")));
        Quarkus.waitForExit();
        return 0;
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
