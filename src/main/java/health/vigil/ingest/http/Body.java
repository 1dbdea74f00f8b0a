package health.vigil.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import health.vigil.ingest.IntakeSettings;
import health.vigil.intake.ReadResult;
import health.vigil.intake.json.SubmissionReader;
import health.vigil.json.StrictJson;
import health.vigil.json.Violation;
import health.vigil.observation.Sender;
import health.vigil.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// The observations of one request's body, each accepted or refused, in the order they were sent.
///
/// @param reads by index
/// @param single whether the body was one object, not a list
record Body(List<ReadResult> reads, boolean single) {
    private static final byte LINE_FEED = '\n';

    /// How the observations of a body are written.
    @FunctionalInterface
    interface Format {
        Body read(byte[] bytes, Transmission transmission, IntakeSettings settings);
    }

    /// Who sent a body, and when it was received.
    record Transmission(Sender sender, Instant receivedAt) {
        private ReadResult read(JsonNode json) {
            return SubmissionReader.read(json, sender, receivedAt);
        }
    }

    /// One object, or an array of them.
    static Body ofJson(byte[] bytes, Transmission transmission, IntakeSettings settings) {
        refuseOver(settings.maxJson().asLongValue(), bytes);
        return switch (StrictJson.parse(bytes)) {
            case StrictJson.Parsed.Malformed(var fault) -> throw ProblemException.badRequest("The body " + fault);
            case StrictJson.Parsed.Value(ArrayNode array) -> ofArray(array, transmission, settings);
            case StrictJson.Parsed.Value(var one) -> new Body(List.of(transmission.read(one)), true);
        };
    }

    private static Body ofArray(ArrayNode array, Transmission transmission, IntakeSettings settings) {
        refuseCount(array.size(), settings);
        var reads = StreamSupport.stream(array.spliterator(), false)
                .map(transmission::read)
                .toList();
        return new Body(reads, false);
    }

    /// One object per line. Only the line that cannot be read is refused. Empty lines are skipped.
    static Body ofLines(byte[] bytes, Transmission transmission, IntakeSettings settings) {
        refuseOver(settings.maxNdjson().asLongValue(), bytes);
        var lines = lines(bytes);
        refuseCount(lines.size(), settings);
        var reads =
                lines.stream().map(line -> ofLine(line, transmission, settings)).toList();
        return new Body(reads, false);
    }

    private static ReadResult ofLine(byte[] line, Transmission transmission, IntakeSettings settings) {
        if (line.length > settings.maxJson().asLongValue()) {
            return unreadable("is longer than " + settings.maxJson().asLongValue() + " bytes");
        }
        return switch (StrictJson.parse(line)) {
            case StrictJson.Parsed.Malformed(var fault) -> unreadable(fault);
            case StrictJson.Parsed.Value(JsonNode node) -> transmission.read(node);
        };
    }

    private static ReadResult unreadable(String fault) {
        return new ReadResult.Invalid(Optional.empty(), List.of(new Violation("", "The line " + fault)));
    }

    private static List<byte[]> lines(byte[] bytes) {
        var lines = new ArrayList<byte[]>();
        int start = 0;
        for (int end = 0; end <= bytes.length; end++) {
            if (end == bytes.length || bytes[end] == LINE_FEED) {
                addUnlessBlank(Arrays.copyOfRange(bytes, start, end), lines);
                start = end + 1;
            }
        }
        return lines;
    }

    private static void addUnlessBlank(byte[] line, List<byte[]> lines) {
        for (byte character : line) {
            if (character != ' ' && character != '\t' && character != '\r') {
                lines.add(line);
                return;
            }
        }
    }

    private static void refuseOver(long limit, byte[] bytes) {
        if (bytes.length > limit) {
            throw ProblemException.tooLarge("The body is larger than " + limit + " bytes");
        }
    }

    private static void refuseCount(int count, IntakeSettings settings) {
        if (count == 0) {
            throw ProblemException.badRequest("The body contains no observation");
        }
        if (count > settings.maxItems()) {
            throw ProblemException.tooLarge("The body contains more than " + settings.maxItems() + " observations");
        }
    }
}
