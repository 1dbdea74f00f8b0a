package health.vigil.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Parses one JSON value from UTF-8 bytes. Rejects input that two parsers could read differently: duplicate
/// keys, trailing bytes, NaN, a byte order mark, invalid UTF-8. Rejects input that would exhaust a parser.
public final class StrictJson {
    private static final int DEPTH = 16;
    private static final int FHIR_DEPTH = 32;
    private static final int STRING_LENGTH = 256 * 1024;
    private static final int NAME_LENGTH = 256;
    private static final int NUMBER_LENGTH = 512;

    private static final JsonMapper MAPPER = mapper(DEPTH);
    private static final JsonMapper FHIR_MAPPER = mapper(FHIR_DEPTH);

    private StrictJson() {}

    private static JsonMapper mapper(int depth) {
        return JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(depth)
                                .maxStringLength(STRING_LENGTH)
                                .maxNameLength(NAME_LENGTH)
                                .maxNumberLength(NUMBER_LENGTH)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    public static Parsed parse(byte[] bytes) {
        return parse(bytes, MAPPER);
    }

    /// The same for FHIR, whose resources are nested deeper.
    public static Parsed parseFhir(byte[] bytes) {
        return parse(bytes, FHIR_MAPPER);
    }

    private static Parsed parse(byte[] bytes, JsonMapper mapper) {
        try {
            return parse(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    mapper);
        } catch (CharacterCodingException _) {
            return new Parsed.Malformed("is not UTF-8");
        }
    }

    public static Parsed parse(String text) {
        return parse(text, MAPPER);
    }

    private static Parsed parse(String text, JsonMapper mapper) {
        try {
            var node = mapper.readTree(text);
            return node.isMissingNode() ? new Parsed.Malformed("is empty") : new Parsed.Value(node);
        } catch (StreamConstraintsException _) {
            return new Parsed.Malformed("is nested too deeply, or holds a name, text or number that is too long");
        } catch (JsonProcessingException fault) {
            return new Parsed.Malformed(explain(fault));
        } catch (NumberFormatException | ArithmeticException _) {
            return new Parsed.Malformed("holds an invalid number");
        }
    }

    /// Does not use the parser's own message, because it quotes the input, which may be patient data.
    private static String explain(JsonProcessingException fault) {
        var what = String.valueOf(fault.getOriginalMessage()).startsWith("Duplicate field")
                ? "holds a field twice in one object"
                : "is not exactly one JSON value";
        return what + at(fault.getLocation());
    }

    private static String at(@Nullable JsonLocation location) {
        return location == null ? "" : ", line " + location.getLineNr() + " column " + location.getColumnNr();
    }

    /// The result of parsing.
    public sealed interface Parsed {
        record Value(JsonNode node) implements Parsed {}

        /// Not a JSON value.
        ///
        /// @param fault completes the sentence "the message ..."; never quotes the input
        record Malformed(String fault) implements Parsed {}
    }
}
