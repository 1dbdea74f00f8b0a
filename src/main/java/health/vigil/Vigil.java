package health.vigil;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/// Starts Vigil: against the broker and the database that are named, or on one machine with its own.
@QuarkusMain
public final class Vigil {
    public static void main(String... args) {
        if (Setting.BROKER.isGiven() || Setting.DATABASE.isGiven() || Setting.EMBEDDED.is("false")) {
            Quarkus.run(args);
        } else {
            System.exit(new OneMachine().run(args));
        }
    }
}
