package health.vigil.hl7;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A batch of messages: FHS or BHS, the messages, BTS and FTS.
///
/// @param messages the bytes of each message
/// @param complete whether the number of messages is the one that BTS-1 says
public record Hl7Batch(List<MllpFrame> messages, boolean complete) {
    private static final Pattern LINE_END = Pattern.compile("[\r\n]+");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    public Hl7Batch {
        messages = List.copyOf(messages);
    }

    /// The batch; empty if the bytes are a single message. The messages may have different character sets: all of
    /// them have the same line ends.
    public static Optional<Hl7Batch> read(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1).stripLeading();
        return text.startsWith("FHS") || text.startsWith("BHS")
                ? Optional.of(read(LINE_END.split(text)))
                : Optional.empty();
    }

    private static Hl7Batch read(String[] lines) {
        var messages = new ArrayList<MllpFrame>();
        var message = new StringBuilder();
        var count = Optional.<String>empty();
        for (var line : lines) {
            if (line.startsWith("MSH")) {
                complete(message, messages);
            }
            if (line.startsWith("BTS")) {
                count = Optional.of(first(line));
            } else if (line.startsWith("MSH") || (!message.isEmpty() && !line.startsWith("FTS"))) {
                message.append(line).append('\r');
            }
        }
        complete(message, messages);
        var said = count.filter(text -> COUNT.matcher(text).matches()).map(Integer::valueOf);
        return new Hl7Batch(messages, said.isEmpty() || said.get() == messages.size());
    }

    private static void complete(StringBuilder message, List<MllpFrame> messages) {
        if (!message.isEmpty()) {
            messages.add(new MllpFrame(message.toString().getBytes(StandardCharsets.ISO_8859_1)));
            message.setLength(0);
        }
    }

    /// The first field of a segment whose delimiter is its fourth character.
    private static String first(String line) {
        return line.length() < 4
                ? ""
                : Er7Segment.split(line.substring(4), line.charAt(3)).getFirst().strip();
    }

    /// The answer to a batch: the acknowledgements in order between BHS and BTS.
    ///
    /// @param answers one for each message
    public static String answer(List<String> answers) {
        return "BHS|^~\\&\r" + String.join("", answers) + "BTS|" + answers.size() + "\r";
    }
}
