package health.vigil;

import health.vigil.command.AccountsCommand;
import health.vigil.command.AuditCommand;
import health.vigil.command.ExchangeCommand;
import health.vigil.command.UrlCheck;
import health.vigil.simulation.CanaryCommand;
import health.vigil.simulation.DemoCommand;
import health.vigil.simulation.LoadCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The commands in addition to the service itself. After an invalid command line they print the fault and the
/// usage, and exit with 2.
@Command(
        name = "vigil",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AccountsCommand.class,
            AuditCommand.class,
            UrlCheck.class,
            ExchangeCommand.class,
            CanaryCommand.class,
            LoadCommand.class
        })
final class Commands {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    boolean help;

    private Commands() {}

    /// @param service runs the service, for the demo, until it ends
    static CommandLine with(Callable<Integer> service) {
        return new CommandLine(new Commands()).addSubcommand(DemoCommand.NAME, new DemoCommand(service));
    }

    static boolean isDemo(String... words) {
        return words.length > 0 && words[0].equals(DemoCommand.NAME);
    }
}
