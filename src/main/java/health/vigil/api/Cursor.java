package health.vigil.api;

import com.fasterxml.jackson.databind.node.TextNode;
import health.vigil.json.Location;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// A place in a list that is ordered by a time and an id: the last row of the page before. Opaque to clients.
public record Cursor(Instant at, String id) {
    static final Shape<Cursor> SHAPE =
            (value, location) -> read(value.asText()).or(() -> location.refuse("is not a cursor of this list"));

    /// Before the first row of a list that runs from the newest to the oldest and whose ids are ours.
    public static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1).toString());

    private static final int LONGEST_ID = 260;

    /// An observation's id with its sender.
    record SentId(String id, String sender) {}

    /// A place in a list of observations, whose ids come from their senders.
    public static Cursor of(Instant at, String id, String sender) {
        return new Cursor(at, id.length() + ":" + id + sender);
    }

    SentId sent() {
        var colon = id.indexOf(':');
        try {
            var end = colon + 1 + Integer.parseInt(id.substring(0, Math.max(colon, 0)));
            return new SentId(id.substring(colon + 1, end), id.substring(end));
        } catch (NumberFormatException | IndexOutOfBoundsException foreign) {
            throw ProblemException.invalid("cursor", "is not a cursor that this list gave");
        }
    }

    @Override
    public String toString() {
        var text = at + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The id as a UUID, in lists whose ids are ours.
    public UUID uuid() {
        return Visibility.uuid(id)
                .orElseThrow(() -> ProblemException.invalid("cursor", "is not a cursor of this list"));
    }

    private static Optional<Cursor> read(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            return parts.length == 2 ? read(parts[0], parts[1]) : Optional.empty();
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    /// Checks the cursor strictly, because a client may have invented it.
    private static Optional<Cursor> read(String at, String id) {
        var nowhere = new Location("", new ArrayList<>());
        return Shapes.time()
                .read(TextNode.valueOf(at), nowhere)
                .flatMap(time -> Shapes.text(LONGEST_ID)
                        .read(TextNode.valueOf(id), nowhere)
                        .map(known -> new Cursor(time, known)));
    }
}
