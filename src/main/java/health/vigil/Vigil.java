package health.vigil;

import health.vigil.simulation.Demo;
import health.vigil.simulation.Load;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/// Starts Vigil: against the broker and the database that are named, or on one machine with its own. With `load` it
/// starts none and is a client of one that runs.
@QuarkusMain
public final class Vigil {
    private Vigil() {}

    public static void main(String... args) {
        var words = Words.of(args);
        if (words.command("load")) {
            System.exit(Load.run(words.afterCommand()));
        }
        if (words.command("demo") && !Demo.understands(words.afterCommand())) {
            System.exit(2);
        }
        if (Setting.BROKER.isGiven() || Setting.DATABASE.isGiven() || Setting.EMBEDDED.is("false")) {
            Quarkus.run(args);
        } else {
            System.exit(new OneMachine().run(args));
        }
    }
}
