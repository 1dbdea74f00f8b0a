package health.vigil;

import health.vigil.account.Credentials;
import health.vigil.http.ConnectionHandlers;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;

/// Starts Vigil: against the broker and the database that are named, or on one machine with its own. Some commands
/// start nothing and are clients of a service that runs.
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
        // An address that cannot be read is refused by us, with a problem: Quarkus would say a bare 400.
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
