package health.vigil;

import health.vigil.access.AccountsCommand;
import health.vigil.access.AuditCommand;
import health.vigil.access.Credentials;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.util.Arrays;

/// Starts Vigil: against the broker and the database that are named, or on one machine with its own.
@QuarkusMain
public final class Vigil {
    private Vigil() {}

    public static void main(String... args) throws IOException {
        switch (args.length == 0 ? "" : args[0]) {
            case "accounts" -> System.exit(AccountsCommand.run(System.out, rest(args)));
            case "audit" -> System.exit(AuditCommand.run(System.out, rest(args)));
            default -> serve(args);
        }
    }

    private static String[] rest(String... args) {
        return Arrays.copyOfRange(args, 1, args.length);
    }

    private static void serve(String... args) throws IOException {
        ManagementPort.settle();
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
