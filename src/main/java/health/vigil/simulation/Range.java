package health.vigil.simulation;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The range of an option's number, both ends included.
record Range(double least, double most) {
    int check(CommandSpec command, String option, int value) {
        return (int) check(command, option, (double) value);
    }

    double check(CommandSpec command, String option, double value) {
        if (!(value >= least && value <= most)) {
            throw new ParameterException(
                    command.commandLine(), "%s must be from %s to %s".formatted(option, plain(least), plain(most)));
        }
        return value;
    }

    private static String plain(double limit) {
        return limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
    }
}
