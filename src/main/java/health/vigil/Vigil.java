package health.vigil;

import health.vigil.account.Credentials;
import health.vigil.command.AccountsCommand;
import health.vigil.command.AuditCommand;
import health.vigil.command.UrlCheck;
import health.vigil.http.ConnectionHandlers;
import health.vigil.simulation.Canary;
import health.vigil.simulation.Demo;
import health.vigil.simulation.Load;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;

/// Starts Vigil: against the broker and the database that are named, or on one machine with its own. Some commands
/// start nothing and are clients of a service that runs.
@QuarkusMain
public final class Vigil {
    private Vigil() {}

    public static void main(String... args) throws IOException {
        var commandLine = CommandLine.of(args);
        switch (commandLine.command()) {
            case "accounts" -> System.exit(AccountsCommand.run(System.out, commandLine.afterCommand()));
            case "audit" -> System.exit(AuditCommand.run(System.out, commandLine.afterCommand()));
            case "check" -> System.exit(UrlCheck.run(commandLine.afterCommand()));
            case "canary" -> System.exit(Canary.run(commandLine.afterCommand()));
            case "load" -> System.exit(Load.run(commandLine.afterCommand()));
            case "demo" -> demo(commandLine);
            default -> serve(args);
        }
    }

    private static void demo(CommandLine commandLine) throws IOException {
        if (!Demo.understands(commandLine.afterCommand())) {
            System.exit(2);
        }
        serve(commandLine.all().toArray(String[]::new));
    }

    private static void serve(String... args) throws IOException {
        ManagementPort.settle();
        System.setProperty(ConnectionHandlers.SETTING, ConnectionHandlers.BY_SERVICE_FILE);
        // An address that cannot be read is refused by us, with a problem: Quarkus would say a bare 400.
        System.setProperty("vertx.disableURIValidation", "true");
        if (Setting.BROKER.isGiven() || Setting.DATABASE.isGiven() || Setting.EMBEDDED.is("false")) {
            if (Setting.ACCOUNTS.isGiven()) {
                Credentials.prepare(Setting.ACCOUNTS.pathOr(""));
            }
            Quarkus.run(args);
        } else {
            System.exit(new OneMachine().run(args));
        }
    }
}
