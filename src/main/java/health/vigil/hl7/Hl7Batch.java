package health.vigil.hl7;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A batch of messages: FHS or BHS, the messages, BTS and FTS.
///
/// @param messages the bytes of each message
/// @param complete whether each batch of the file has as many messages as its BTS-1 says
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
        int before = 0;
        boolean counted = true;
        for (var line : lines) {
            if (line.startsWith("MSH") || line.startsWith("BHS") || line.startsWith("BTS")) {
                complete(message, messages);
            }
            if (line.startsWith("BHS")) {
                before = messages.size();
            } else if (line.startsWith("BTS")) {
                counted &= is(first(line), messages.size() - before);
            } else if (line.startsWith("MSH") || (!message.isEmpty() && !line.startsWith("FTS"))) {
                message.append(line).append('\r');
            }
        }
        complete(message, messages);
        return new Hl7Batch(messages, counted);
    }

    /// Whether a count is right, if it is one.
    private static boolean is(String count, int number) {
        return !COUNT.matcher(count).matches() || Integer.parseInt(count) == number;
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
