package health.vigil.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `vigil exchange`: maps the messages of another system at the desk, without a running service.
@Command(name = "exchange", description = "Helps to connect another system.", synopsisSubcommandLabel = "COMMAND")
public final class ExchangeCommand {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Command(
            name = "try",
            description = {
                "Shows what the messages in a file would become: HL7 v2, with or without MLLP frames, or FHIR R4 in JSON.",
                "Nothing is sent or stored. Exits with 0 if everything is taken or ignored, else with 1."
            })
    int attempt(
            @Mixin SenderOptions sender,
            @Option(names = "--values", description = "Shows the observations with their values, too.") boolean values,
            @Parameters(paramLabel = "FILE", description = "The file with the messages.") Path file) {
        var out = spec.commandLine().getOut();
        try {
            var trial = new MessageTrial(sender.settings(), sender.systems(), Instant.now(), values);
            var report = trial.of(Files.readAllBytes(file));
            report.lines().forEach(out::println);
            out.flush();
            return report.clean() ? 0 : 1;
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), "Cannot read " + unreadable.getMessage(), unreadable);
        } catch (IllegalArgumentException fault) {
            throw new ParameterException(spec.commandLine(), String.valueOf(fault.getMessage()), fault);
        }
    }
}
