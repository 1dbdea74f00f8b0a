package health.vigil.hl7;

import health.vigil.exchange.Fate;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.Statement;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the messages of one sender. It decides nothing that needs a database: whether the patient is watched,
/// whether the sender may write for the ward, whether a statement is new.
public final class Hl7Reader {
    private static final int MOST_VALUES = 5000;

    /// Also the delayed one of old versions.
    private static final Set<String> ACKNOWLEDGEMENTS = Set.of("ACK", "MCF");

    private final SenderSettings sender;

    public Hl7Reader(SenderSettings sender) {
        this.sender = sender;
    }

    /// The header of a message, before its character set is known: of names, only those in ASCII can be trusted.
    public static Optional<Hl7Header> header(byte[] bytes) {
        return Er7Message.parse(firstLine(bytes), StandardCharsets.ISO_8859_1).map(Hl7Header::of);
    }

    private static String firstLine(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1).stripLeading();
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\r' && text.charAt(end) != '\n') {
            end++;
        }
        return text.substring(0, end);
    }

    /// Reads the bytes of a frame.
    public Hl7Result read(byte[] bytes, Instant receivedAt) {
        return switch (Hl7Charset.of(bytes, sender.messages().charset())) {
            case Hl7Charset.FoundCharset.Known(var charset) ->
                decoded(bytes, charset)
                        .map(text -> read(text, charset, receivedAt))
                        .orElseGet(() -> undecodable(
                                bytes, AckOutcome.ERROR, "The text is not in the character set of the message"));
            case Hl7Charset.FoundCharset.UnknownCharset _ ->
                undecodable(bytes, AckOutcome.REJECT, "The character set in MSH-18 is not known");
        };
    }

    /// Reads a text, for instance a piece that waited in quarantine.
    public Hl7Result read(String text, Instant receivedAt) {
        return read(text, StandardCharsets.UTF_8, receivedAt);
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /// The header is ASCII in every character set, so the answer can name the message.
    private static Hl7Result undecodable(byte[] bytes, AckOutcome outcome, String text) {
        var header = Er7Message.parse(new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1)
                .map(Hl7Header::of);
        if (header.filter(known -> ACKNOWLEDGEMENTS.contains(known.type())).isPresent()) {
            return new Hl7Result.AckMessage(header);
        }
        return new Hl7Result.RefusedMessage(header, outcome, AckError.of(ErrorCode.DATA_TYPE, text), false);
    }

    private Hl7Result read(String text, Charset charset, Instant receivedAt) {
        return Er7Message.parse(text, charset)
                .map(message -> read(message, receivedAt))
                .orElseGet(() -> new Hl7Result.RefusedMessage(
                        Optional.empty(),
                        AckOutcome.REJECT,
                        AckError.of(ErrorCode.SEQUENCE, "The message does not begin with MSH and its delimiters"),
                        true));
    }

    private Hl7Result read(Er7Message message, Instant receivedAt) {
        var header = Optional.of(Hl7Header.of(message));
        if (ACKNOWLEDGEMENTS.contains(message.type())) {
            return new Hl7Result.AckMessage(header);
        }
        var fault = HeaderChecks.fault(header.get(), sender.messages());
        if (fault.isPresent()) {
            return new Hl7Result.RefusedMessage(
                    header, AckOutcome.REJECT, fault.get().error(), fault.get().close());
        }
        if (message.all("MSH").size() > 1) {
            return new Hl7Result.RefusedMessage(
                    header,
                    AckOutcome.REJECT,
                    AckError.of(ErrorCode.SEQUENCE, "The frame holds more than one message"),
                    true);
        }
        if (message.all("OBX").size() + message.all("RXA").size() > MOST_VALUES) {
            return new Hl7Result.RefusedMessage(
                    header,
                    AckOutcome.REJECT,
                    AckError.of(ErrorCode.INTERNAL, "The message holds more than " + MOST_VALUES + " values"),
                    true);
        }
        return switch (message.type()) {
            case "ORU" -> results(header, new OruReader(sender, message, receivedAt));
            case "RAS" -> administrations(header, new RasReader(sender, message, receivedAt));
            case "ADT" -> stays(header, message, receivedAt);
            default -> new Hl7Result.NothingOfOurs(header, IgnoredReason.OTHER_TYPE);
        };
    }

    private static Hl7Result results(Optional<Hl7Header> header, OruReader reader) {
        return reader.tooLarge()
                ? tooLarge(header, "The values, each with its patient and order, are too large to be kept")
                : limited(header, reader.read());
    }

    private static Hl7Result administrations(Optional<Hl7Header> header, RasReader reader) {
        return reader.tooLarge()
                ? tooLarge(header, "The administrations, each with its patient and order, are too large to be kept")
                : limited(header, reader.read());
    }

    private Hl7Result stays(Optional<Hl7Header> header, Er7Message message, Instant receivedAt) {
        var change = AdtReader.change(message.trigger());
        if (change.isEmpty()) {
            return new Hl7Result.NothingOfOurs(header, IgnoredReason.OTHER_TYPE);
        }
        return new AdtReader(sender, message, receivedAt)
                .read(change.get())
                .<Hl7Result>map(reports -> new Hl7Result.Stays(header, reports))
                .orElseGet(() -> limited(header, List.of(WholeMessage.statement(sender, message))));
    }

    /// A piece for a person that is too large is refused, never cut.
    private static Hl7Result limited(Optional<Hl7Header> header, List<Statement> statements) {
        var tooLarge = statements.stream()
                .anyMatch(statement -> statement.fate() instanceof Fate.Foreign(var _, var _, var piece)
                        && piece.getBytes(StandardCharsets.UTF_8).length > Fate.Foreign.LARGEST_PIECE);
        return tooLarge
                ? tooLarge(header, "A value with its patient and order is too large to be kept")
                : new Hl7Result.OfResults(header, statements, warnings(statements));
    }

    private static Hl7Result tooLarge(Optional<Hl7Header> header, String text) {
        return new Hl7Result.RefusedMessage(header, AckOutcome.ERROR, AckError.of(ErrorCode.INTERNAL, text), false);
    }

    private static List<AckError> warnings(List<Statement> statements) {
        return statements.stream()
                .flatMap(statement -> statement.fate() instanceof Fate.Foreign(var reason, var place, var _)
                        ? Stream.of(AckError.foreign(reason, place))
                        : Stream.<AckError>empty())
                .toList();
    }
}
