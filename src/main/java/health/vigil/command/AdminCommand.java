package health.vigil.command;

import java.io.IOException;
import java.util.Optional;

/// What the administrator of this machine asks of the running service.
@FunctionalInterface
interface AdminCommand {
    /// Asks, and tells the exit code.
    int run() throws IOException, InterruptedException;

    /// Runs it, and explains why it is not done: the exit code is 1 then.
    static int attempt(AdminCommand command) {
        try {
            return command.run();
        } catch (IOException failed) {
            System.out.println(
                    "Not done: " + Optional.ofNullable(failed.getMessage()).orElse("the service does not answer"));
            return 1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
