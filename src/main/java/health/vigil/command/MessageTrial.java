package health.vigil.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.exchange.Fate;
import health.vigil.exchange.Part;
import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.Statement;
import health.vigil.exchange.StayReport;
import health.vigil.fhir.BundleReader;
import health.vigil.fhir.BundleResult;
import health.vigil.fhir.BundleResult.EntryResult;
import health.vigil.fhir.FhirBody;
import health.vigil.fhir.FhirIssue;
import health.vigil.fhir.FhirReader;
import health.vigil.fhir.FhirResult;
import health.vigil.fhir.ResourceWrite;
import health.vigil.fhir.SubjectSystems;
import health.vigil.hl7.Hl7Batch;
import health.vigil.hl7.Hl7Header;
import health.vigil.hl7.Hl7Reader;
import health.vigil.hl7.Hl7Result;
import health.vigil.hl7.MllpDecoder;
import health.vigil.hl7.MllpEvent;
import health.vigil.hl7.MllpFrame;
import health.vigil.intake.ReadResult;
import health.vigil.json.JsonText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads messages as the service would, and says what becomes of them. Values are shown only on request.
final class MessageTrial {
    private static final byte FRAME_START = 0x0B;
    private static final int LARGEST_FRAME = 1024 * 1024;
    private static final int MOST_ENTRIES = 10_000;

    private final SenderSettings sender;
    private final SubjectSystems systems;
    private final Instant now;
    private final boolean values;
    private final TrialReport report = new TrialReport();

    MessageTrial(SenderSettings sender, SubjectSystems systems, Instant now, boolean values) {
        this.sender = sender;
        this.systems = systems;
        this.now = now;
        this.values = values;
    }

    TrialReport of(byte[] file) {
        if (isJson(file)) {
            fhir(file);
        } else {
            hl7(file);
        }
        return report;
    }

    private static boolean isJson(byte[] file) {
        int first = 0;
        while (first < file.length && Character.isWhitespace(file[first])) {
            first++;
        }
        return first < file.length && file[first] == '{';
    }

    private void hl7(byte[] file) {
        var reader = new Hl7Reader(sender);
        int number = 0;
        for (var message : messages(file)) {
            number++;
            result(number, reader.read(message, now));
        }
    }

    private List<byte[]> messages(byte[] file) {
        var frames = file.length > 0 && file[0] == FRAME_START ? framed(file) : List.of(file);
        return frames.stream()
                .flatMap(frame -> Hl7Batch.read(frame)
                        .map(batch -> batch.messages().stream().map(MllpFrame::bytes))
                        .orElseGet(() -> Stream.of(frame)))
                .toList();
    }

    private List<byte[]> framed(byte[] file) {
        var decoder = new MllpDecoder(LARGEST_FRAME);
        var frames = new ArrayList<byte[]>();
        for (var event : decoder.decode(file)) {
            switch (event) {
                case MllpEvent.Received(var frame) -> add(frame, frames);
                case MllpEvent.Interrupted _ -> report.fault(0, "a frame has no end");
                case MllpEvent.Broken(var reason) -> report.fault(0, "the connection would be closed: " + reason);
            }
        }
        decoder.atRest().ifPresent(frame -> add(frame, frames));
        if (decoder.insideFrame()) {
            report.fault(0, "the last frame has no end");
        }
        return frames;
    }

    private void add(MllpFrame frame, List<byte[]> frames) {
        if (frame.whole()) {
            frames.add(frame.bytes());
        } else {
            report.fault(0, "the connection would be closed: a frame of more than " + LARGEST_FRAME + " bytes");
        }
    }

    private void result(int number, Hl7Result result) {
        var title =
                "message " + number + result.header().map(MessageTrial::title).orElse("");
        switch (result) {
            case Hl7Result.OfResults(var _, var statements, var _) -> {
                report.line(0, title + ": accepted, " + count(statements.size(), "statement"));
                statements.forEach(statement -> statement(1, statement));
            }
            case Hl7Result.Stays(var _, var reports) -> {
                report.line(0, title + ": accepted, " + count(reports.size(), "event"));
                reports.forEach(stay -> report.line(1, stay(stay)));
            }
            case Hl7Result.AckMessage _ -> report.line(0, title + ": an acknowledgement, which is not answered");
            case Hl7Result.NothingOfOurs(var _, var reason) ->
                report.line(0, title + ": accepted, ignored: " + reason.word());
            case Hl7Result.RefusedMessage(var _, var outcome, var error, var close) ->
                report.fault(
                        0,
                        title + ": refused (A" + outcome.letter() + " "
                                + error.code().number() + "): " + error.text()
                                + error.place().map(place -> " at " + place).orElse("")
                                + (close ? "; the connection would be closed" : ""));
        }
    }

    private static String title(Hl7Header header) {
        return " (%s^%s)".formatted(header.type(), header.trigger());
    }

    private static String count(int number, String what) {
        return number == 1 ? "1 " + what : number + " " + what + "s";
    }

    private static String stay(StayReport stay) {
        return "stay " + stay.change().word()
                + stay.place().location().map(_ -> ", with a location").orElse("")
                + stay.changedAt().map(at -> ", at " + at).orElse("");
    }

    private void fhir(byte[] file) {
        switch (FhirBody.read(file)) {
            case FhirBody.UnreadableBody(var issue) -> report.fault(0, "refused (400): " + sentence(issue));
            case FhirBody.OfResource(var resource) -> fhir(resource);
        }
    }

    private void fhir(ObjectNode resource) {
        var reader = new FhirReader(sender, systems);
        if (resource.path("resourceType").asText().equals("Bundle")) {
            bundle(new BundleReader(reader, MOST_ENTRIES).read(resource));
        } else {
            var write = ResourceWrite.created(resource);
            result(write.type(), reader.read(write));
        }
    }

    private void bundle(BundleResult result) {
        switch (result) {
            case BundleResult.RefusedBundle(var status, var issues) -> refused("Bundle", status, issues);
            case BundleResult.Entries(var _, var entries) -> entries.forEach(this::entry);
        }
    }

    private void entry(EntryResult entry) {
        var place = entry.entry().expression();
        switch (entry) {
            case EntryResult.Write(var _, var write, var result) -> result(place + " " + write.type(), result);
            case EntryResult.Other(var other) -> report.line(0, place + ": " + other.verb() + ", by its address");
            case EntryResult.RefusedEntry(var _, var status, var issues) -> refused(place, status, issues);
        }
    }

    private void result(String title, FhirResult result) {
        switch (result) {
            case FhirResult.OfStatements(var _, var statements) -> {
                report.line(0, title + ": accepted, " + count(statements.size(), "statement"));
                statements.forEach(statement -> statement(1, statement));
            }
            case FhirResult.OfStayReport(var stay) -> report.line(0, title + ": accepted, " + stay(stay));
            case FhirResult.OfInfusion(var infusion) ->
                report.line(
                        0, title + ": accepted, the infusion of " + infusion.product() + " at " + infusion.infusedAt());
            case FhirResult.NotKept(var reason) -> report.line(0, title + ": ignored: " + reason.word());
            case FhirResult.Refused(var status, var issues) -> refused(title, status, issues);
        }
    }

    private void refused(String title, int status, List<FhirIssue> issues) {
        report.fault(0, title + ": refused (" + status + ")");
        issues.forEach(issue -> report.line(1, sentence(issue)));
    }

    private static String sentence(FhirIssue issue) {
        return issue.expression().isEmpty() ? issue.diagnostics() : issue.expression() + ": " + issue.diagnostics();
    }

    private void statement(int depth, Statement statement) {
        switch (statement.fate()) {
            case Fate.Taken(var parts, var cautions, var _) -> {
                report.line(depth, "taken, " + statement.status().word() + at(statement));
                parts.forEach(part -> part(depth + 1, statement, part));
                cautions.forEach(
                        caution -> report.line(depth + 1, "warning at " + caution.place() + ": " + caution.text()));
            }
            case Fate.Ignored(var reason) -> report.line(depth, "ignored: " + reason.word());
            case Fate.Foreign(var reason, var place, var _) ->
                report.fault(
                        depth,
                        "foreign, a person must decide: " + reason.text()
                                + place.map(where -> " at " + where).orElse(""));
        }
    }

    private static String at(Statement statement) {
        return statement.effectiveAt().map(at -> ", at " + at).orElse("");
    }

    private void part(int depth, Statement statement, Part part) {
        report.line(depth, part.name() + " (" + part.kind().word() + "): " + fields(part));
        if (values) {
            report.line(depth + 1, JsonText.of(part.submission(id(statement))));
        }
        switch (part.read(id(statement), sender.sender(), now)) {
            case ReadResult.Valid(var _, var warnings) ->
                warnings.forEach(warning -> report.line(depth + 1, "warning: " + warning));
            case ReadResult.Invalid(var _, var violations) ->
                violations.forEach(violation -> report.fault(depth + 1, "refused: " + violation.sentence()));
        }
    }

    private static String id(Statement statement) {
        return statement.key().fhirId();
    }

    /// The fields of an observation, each with its place in the message.
    private static String fields(Part part) {
        return part.fields().properties().stream()
                .map(field -> field.getKey()
                        + Optional.ofNullable(part.places().get(field.getKey()))
                                .map(place -> " from " + place)
                                .orElse(""))
                .collect(Collectors.joining(", "));
    }
}
