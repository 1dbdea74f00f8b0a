package health.vigil.command;

import java.io.IOException;
import java.util.Optional;

/// A request of this machine's administrator to the running service.
@FunctionalInterface
interface AdminCommand {
    /// Runs the command and returns the exit code.
    int run() throws IOException, InterruptedException;

    /// Runs the command. After a failure it prints the reason and returns 1.
    static int attempt(AdminCommand command) {
        try {
            return command.run();
        } catch (IOException failed) {
            System.out.println(
                    "Failed: " + Optional.ofNullable(failed.getMessage()).orElse("the service does not answer"));
            return 1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
