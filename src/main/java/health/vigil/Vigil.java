package health.vigil;

import health.vigil.account.Credentials;
import health.vigil.http.ConnectionHandlers;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;

/// Starts Vigil, with the configured broker and database, or with its own on one machine. Some commands start
/// nothing and are clients of a running service.
@QuarkusMain
public final class Vigil {
    private Vigil() {}

    public static void main(String... args) throws IOException {
        System.exit(
                args.length == 0 ? serve() : Commands.with(() -> serve(args)).execute(args));
    }

    /// @return the exit code
    private static int serve(String... args) throws IOException {
        ManagementPort.settle();
        System.setProperty(ConnectionHandlers.SETTING, ConnectionHandlers.BY_SERVICE_FILE);
        // Lets our own handler answer invalid URLs with a problem document; Quarkus would send an empty 400.
        System.setProperty("vertx.disableURIValidation", "true");
        if (Setting.BROKER.isGiven() || Setting.DATABASE.isGiven() || Setting.EMBEDDED.is("false")) {
            if (Setting.ACCOUNTS.isGiven()) {
                Credentials.prepare(Setting.ACCOUNTS.pathOr(""));
            }
            Quarkus.run(args);
            return 0;
        }
        return new OneMachine().run(args);
    }
}
