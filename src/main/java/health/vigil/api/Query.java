package health.vigil.api;

import com.fasterxml.jackson.databind.node.TextNode;
import health.vigil.json.Location;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Word;
import health.vigil.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The query parameters of the current request. An empty parameter counts as absent. An invalid one is refused
/// with 400 and its name.
@RequestScoped
public class Query {
    private static final int LONGEST = 400;

    private final UriInfo uri;

    Query(UriInfo uri) {
        this.uri = uri;
    }

    public Optional<String> text(String name) {
        return read(name, Shapes.text(LONGEST));
    }

    /// A time with its offset. If the client did not encode the plus sign of the offset, it arrives as a space
    /// and is read as a plus.
    public Optional<Instant> time(String name) {
        return time(name, Shapes.time());
    }

    /// The same for a time with a further rule.
    public Optional<Instant> time(String name, Shape<Instant> shape) {
        return raw(name).map(text -> read(name, text.replace(' ', '+'), shape));
    }

    public <W extends Enum<W> & Word> Optional<W> word(String name, Class<W> words) {
        return read(name, Shapes.word(words));
    }

    /// All words of a parameter, which may come several times or once with commas.
    public <W extends Enum<W> & Word> Set<W> words(String name, Class<W> words) {
        var asked = EnumSet.noneOf(words);
        uri.getQueryParameters().getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .forEach(word -> asked.add(read(name, word, Shapes.word(words))));
        return asked;
    }

    public int number(String name, Bounds limits) {
        return read(name, limits.shape()).orElse(limits.preset());
    }

    /// The span of `from` and `to`, both ends included.
    public TimeSpan span() {
        var span = new TimeSpan(time("from"), time("to"));
        if (span.reversed()) {
            throw ProblemException.invalid("to", "must not be before from");
        }
        return span;
    }

    /// The page that `cursor` and `limit` request.
    public Paging paging() {
        return new Paging(uri, read("cursor", Cursor.SHAPE), number("limit", Paging.BOUNDS));
    }

    private <T> Optional<T> read(String name, Shape<T> shape) {
        return raw(name).map(text -> read(name, text, shape));
    }

    private Optional<String> raw(String name) {
        return Optional.ofNullable(uri.getQueryParameters().getFirst(name)).filter(text -> !text.isBlank());
    }

    private static <T> T read(String name, String text, Shape<T> shape) {
        var location = new Location(name, new ArrayList<>());
        return shape.read(TextNode.valueOf(text), location).orElseThrow(() -> Request.refusal(location.violations()));
    }
}
